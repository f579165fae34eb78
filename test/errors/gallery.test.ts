import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rules } from '../../src/checks/registry.ts';
import { type DiagnosticCode, wording } from '../../src/core/model/diagnostic.ts';
import { makeVisible } from '../../src/core/model/visible-text.ts';
import { asPack, inFolder } from '../support/in-folder.ts';
import { home, runCli } from '../support/run-cli.ts';

interface Case {
  readonly argv: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  readonly shownFiles?: boolean;
  readonly prepare?: (folder: string) => void;
}

/** What no rule over files covers: the command line, files that cannot be read, people's files. */
const otherCases: Partial<Record<DiagnosticCode, Case>> = {
  'file-missing': { argv: ['validate', 'skils.yaml'] },
  'file-unreadable': {
    argv: ['fit', '-p', 'loop.yaml'],
    prepare: (folder) => symlinkSync('loop.yaml', join(folder, 'loop.yaml')),
  },
  'not-a-file': { argv: ['fit', '-p', '.'] },
  'file-too-large': { argv: ['validate', 'skills.yaml'], files: { 'skills.yaml': `# ${'x'.repeat(1024 * 1024)}\n` } },
  'built-in-checked': { argv: ['validate'] },
  'replaced-entries': {
    argv: ['skills', 'java', '--pack', '.'],
    files: { 'pack.yaml': 'name: ours\n', 'skills/core.yaml': '- id: java\n  name: Java\n' },
    shownFiles: true,
  },
  fixed: {
    argv: ['validate', '--fix'],
    files: { 'pack.yaml': 'name: ours\nbase: none\n', 'skills/core.yaml': '- id: Spring_Boot\n  name: Spring Boot\n' },
    shownFiles: true,
  },
  'download-incomplete': {
    argv: ['convert', 'esco', '.', '--out', 'pack'],
    files: { 'skills_de.csv': '', 'broaderRelationsSkillPillar_en.csv': '' },
  },
  'release-unknown': {
    argv: ['convert', 'onet', '.', '--out', 'pack'],
    files: Object.fromEntries(
      ['Job Zones.txt', 'Knowledge.txt', 'Occupation Data.txt', 'Skills.txt', 'Technology Skills.txt'].map((name) => [
        name,
        readFileSync(join(home, 'test', 'fixtures', 'onet', name), 'utf8'),
      ]),
    ),
  },
  'link-leads-out': {
    argv: ['validate', '.'],
    files: { 'pack.yaml': 'name: ours\n' },
    prepare: (folder) => symlinkSync('/dev/null', join(folder, 'scale.yaml')),
  },
  'not-a-pack': { argv: ['validate', '.'] },
  'bad-row': { argv: ['compare', 'people.csv'], files: { 'people.csv': 'name,java\nAda,3\nBob,3,4\n' }, shownFiles: true },
  'bad-cell': { argv: ['compare', 'people.csv'], files: { 'people.csv': 'name,java,sql\nAda,3,lots\n' }, shownFiles: true },
  'no-person': { argv: ['compare', 'people.csv'], files: { 'people.csv': 'name,java\n' }, shownFiles: true },
  'batch-read': {
    argv: ['compare', 'people.csv', '--roles', 'backend-developer', '-f', 'csv'],
    files: { 'people.csv': 'name,team,java,kubernets\nAda,blue,yes,3.5\n' },
    shownFiles: true,
  },
  'below-min-fit': {
    argv: ['compare', 'people.csv', '--roles', 'backend-developer', '--min-fit', '60', '-f', 'csv'],
    files: { 'people.csv': 'name,java,sql\nAda,3,4\nBob,5,5\n' },
    shownFiles: true,
  },
  'not-scanned': { argv: ['scan', '.'], files: { 'package.json': '{' } },
  'more-not-scanned': {
    argv: ['scan', '.'],
    files: Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`app-${i}/package.json`, '{'])),
  },
  'scan-read': { argv: ['scan', '.'], files: { 'a.java': '', 'docs/Chart.yaml': '', '.gitignore': 'b.java\n', 'b.java': '' } },
  'wrong-usage': { argv: ['fit', '--format', 'jsn'] },
  'unknown-argument': { argv: ['show', 'jva'] },
  'no-profile': { argv: ['fit'] },
  'import-refused': { argv: ['import', 'cv.xml'], files: { 'cv.xml': '<?xml version="1.0"?><cv>Java</cv>\n' }, shownFiles: true },
  'rounded-level': { argv: ['import', 'people.csv'], files: { 'people.csv': 'skill,level\nJava,3.5\n' }, shownFiles: true },
  'unread-level': {
    argv: ['import', 'resume.json'],
    files: { 'resume.json': '{ "basics": {}, "skills": [{ "name": "Java", "level": "ninja" }] }\n' },
    shownFiles: true,
  },
  'unread-date': {
    argv: ['import', 'resume.json'],
    files: {
      'resume.json': '{ "basics": {}, "work": [{ "position": "Developer", "startDate": "long ago", "keywords": ["Java"] }] }\n',
    },
    shownFiles: true,
  },
  'reversed-dates': {
    argv: ['import', 'resume.json'],
    files: {
      'resume.json':
        '{ "basics": {}, "work": [{ "position": "Developer", "startDate": "2021-03", "endDate": "2019-01", "keywords": ["Java"] }] }\n',
    },
    shownFiles: true,
  },
  'other-language': {
    argv: ['import', 'cv.txt'],
    files: {
      'cv.txt':
        'Berufserfahrung\n2019 - heute Entwicklerin bei der Beispiel GmbH\nIch habe mit Java und Spring Boot die Dienste für den Handel gebaut und auch die Datenbank betreut.\n',
    },
    shownFiles: true,
  },
  'document-read': { argv: ['import', 'cv.txt'], files: { 'cv.txt': 'Skills\nJava, SQL, Frobnicator\n' }, shownFiles: true },
  'unmatched-demand': {
    argv: ['posting', 'advert.txt'],
    files: { 'advert.txt': 'Requirements:\n- Java\n- Experience with Frobnicator\n' },
    shownFiles: true,
  },
  'nothing-found': { argv: ['import', 'cv.txt'], files: { 'cv.txt': 'I like tea.\n' }, shownFiles: true },
  'text-cut': { argv: ['import', 'cv.txt'], files: { 'cv.txt': `Java\n${'x '.repeat(500_000)}` } },
  'output-failed': { argv: ['roles', '-o', 'nowhere/roles.txt'] },
  'save-failed': { argv: ['profile', 'set', 'java=4', '-p', 'taken/me.yaml'], files: { taken: 'a file, not a folder\n' } },
  'edit-refused': {
    argv: ['profile', 'set', 'java=4', '-p', 'me.yaml'],
    files: { 'me.yaml': 'skills:\n  java: |\n    3\n' },
    shownFiles: true,
  },
  'years-unknown': { argv: ['fit', '--skills', 'java=3'] },
  'nothing-estimated': {
    argv: ['fit', '--pack', '.', '--skills', 'guitar=3'],
    files: {
      'pack.yaml': 'name: band\nversion: 1.0.0\nbase: none\nlicence: CC0-1.0\nattribution: a band\n',
      'skills/core.yaml': '- { id: guitar, name: Guitar, kind: tool, effort: large }\n',
      'roles/guitarist.yaml':
        'id: guitarist\ntitle: Guitarist\nsummary: Plays the lead.\nseniority: mid\nrequirements: [{ skill: guitar, level: 4, importance: essential }]\n',
    },
    shownFiles: true,
  },
  'looks-high': {
    argv: ['fit', '-p', 'skills.yaml'],
    files: { 'skills.yaml': 'experience: { years: 1 }\nskills: { java: 5, sql: 5, docker: 5, git: 5, linux: 5 }\n' },
    shownFiles: true,
  },
  'role-in-words': {
    argv: ['fit', '-p', 'skills.yaml'],
    files: { 'skills.yaml': 'role: Senior Plumber of Pipelines\nexperience: { years: 5 }\nskills: { java: 3 }\n' },
    shownFiles: true,
  },
  'no-terminal': { argv: ['assess'] },
};

/** A bug of ours has no input that brings it about. */
const notShown: readonly DiagnosticCode[] = ['internal'];

test('the gallery of every diagnostic is current (npm run update writes it)', { timeout: 120_000 }, async () => {
  const known = new Map(rules.map((rule) => [rule.code, rule]));
  const codes = (Object.keys(wording) as DiagnosticCode[]).filter((code) => !notShown.includes(code));
  const parts: string[] = [];
  for (const code of codes) {
    const rule = known.get(code);
    if (rule !== undefined) {
      const found = await show({ argv: ['validate'], files: asPack(rule.failing) }, code);
      parts.push(section(code, rule.why, rule.failing, '$ careerpath validate', found, rule.passing));
      continue;
    }
    const other = otherCases[code];
    if (other === undefined) throw new Error(`the gallery has no example of ${code}`);
    const files = other.shownFiles === true ? (other.files ?? {}) : {};
    parts.push(section(code, undefined, files, `$ careerpath ${other.argv.join(' ')}`, await show(other, code), undefined));
  }
  const head =
    '# Every diagnostic\n\nGenerated by `gallery.test.ts`; do not edit. Each code with an input that brings it about, what the program says, and the input fixed.\n';
  await expect(`${head}\n${parts.join('\n')}`.replace(/\n{3,}/g, '\n\n')).toMatchFileSnapshot('README.md');
});

async function show(one: Case, code: DiagnosticCode): Promise<string> {
  return inFolder(one.files ?? {}, async (cwd) => {
    one.prepare?.(cwd);
    const { stdout, stderr } = await runCli(one.argv, { cwd, env: { SOURCE_DATE_EPOCH: '1790000000' } });
    const frames = one.argv[0] === 'validate' ? stdout.split(/\n\n/).filter((part) => part.includes(` ${code}\n`)) : [];
    // A scan tells what it read on standard error, and its warnings with its answer.
    const both = one.argv[0] === 'scan' ? `${stdout}\n${stderr}` : stderr !== '' ? stderr : stdout;
    const text = frames.length > 0 ? frames.join('\n\n') : both;
    // Where a code is named, the example must have brought that one about.
    if (one.argv[0] === 'validate' && stderr === '') expect(frames.length, code).toBeGreaterThan(0);
    return text.replaceAll(cwd, '.').trimEnd();
  });
}

function section(
  code: string,
  why: string | undefined,
  input: Readonly<Record<string, string>>,
  command: string,
  output: string,
  fixed: Readonly<Record<string, string>> | undefined,
): string {
  const fence = (kind: string, text: string): string => `\`\`\`${kind}\n${text.replace(/\n$/, '')}\n\`\`\`\n`;
  const files = (list: Readonly<Record<string, string>>): string =>
    Object.entries(list)
      .map(([name, text]) => `\`${name}\`\n\n${fence('yaml', text.split('\n').map(makeVisible).join('\n'))}\n`)
      .join('');
  const fix = fixed === undefined ? '' : `\nFixed:\n\n${files(fixed)}`;
  return `## ${code}\n\n${why === undefined ? '' : `${why}\n\n`}${files(input)}${fence('text', `${command}\n${output}`)}${fix}`;
}
