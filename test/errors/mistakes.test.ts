import { expect, test } from 'vitest';
import { inFolder } from '../support/in-folder.ts';
import { runCli } from '../support/run-cli.ts';

/**
 * What people really do wrong, one mistake at a time, in a pack that is right otherwise. The table says what `validate` makes of each: how
 * many findings, its first line and its exit code. A cause stands first, and what follows from it is not there.
 */
interface Mistake {
  readonly name: string;
  /** Files in place of those of the pack; an empty one is left out. */
  readonly files?: Readonly<Record<string, string | Buffer>> | undefined;
  readonly argv?: readonly string[];
}

const pack = 'name: guild\nbase: none\n';
const learn = (levels: readonly number[]): string =>
  levels.map((level) => `    ${level}: { do: Do it, resources: [{ title: T, url: 'https://example.org/' }] }\n`).join('');
const skill = (id: string, name: string, more = ''): string =>
  `- id: ${id}\n  name: ${name}\n${more}  learn:\n${learn([1, 2, 3])}`;
const skills = `${skill('weaving', 'Weaving')}${skill('dyeing', 'Dyeing', '  requires: [{ skill: weaving, level: 1 }]\n')}`;
const requirement = (id: string, level = 3): string => `  - skill: ${id}\n    level: ${level}\n    importance: essential\n`;
const role = `id: weaver\ntitle: Weaver\nseniority: entry\nrequirements:\n${requirement('weaving')}${requirement('dyeing', 2)}leadsTo: [{ role: master }]\n`;
const master = `id: master\ntitle: Master\nseniority: senior\nrequirements:\n${requirement('weaving')}${requirement('dyeing')}`;
const sound = { 'pack.yaml': pack, 'skills/cloth.yaml': skills, 'roles/weaver.yaml': role, 'roles/master.yaml': master };

const inRole = (from: string, to: string): Mistake['files'] => ({ 'roles/weaver.yaml': replaced(role, from, to) });
const inSkills = (from: string, to: string): Mistake['files'] => ({ 'skills/cloth.yaml': replaced(skills, from, to) });

/** The mistake must be one: a pattern that is not there would leave the pack as it is. */
function replaced(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`nothing to replace: ${from}`);
  return text.replace(from, to);
}

const mistakes: readonly Mistake[] = [
  { name: 'none: the pack as it should be', files: {} },
  { name: 'a second document behind ---', files: { 'skills/cloth.yaml': `${skills}---\n${skill('felting', 'Felting')}` } },
  { name: 'text behind the end mark ...', files: { 'roles/weaver.yaml': `${role}...\naltTitles: [Clothmaker]\n` } },
  {
    name: 'two profiles in one file',
    files: { 'me.yaml': 'skills: { weaving: 3 }\n---\nskills: { dyeing: 2 }\n' },
    argv: ['me.yaml'],
  },
  {
    name: 'marks of a merge',
    files: inRole('title: Weaver\n', '<<<<<<< HEAD\ntitle: Weaver\n=======\ntitle: Webster\n>>>>>>> names\n'),
  },
  { name: 'a missing colon', files: inRole('seniority: entry', 'seniority entry') },
  { name: 'a missing colon above a list', files: inRole('requirements:', 'requirements') },
  { name: 'a missing colon in a list item', files: inRole('    level: 3', '    level 3') },
  { name: 'no space behind a colon', files: inRole('    level: 3', '    level:3') },
  { name: 'a missing colon in braces', files: inSkills('{ skill: weaving, level: 1 }', '{ skill: weaving, level 1 }') },
  { name: 'a key that stands too far left', files: inRole('    importance: essential', '   importance: essential') },
  { name: 'a key that stands too deep', files: inRole('seniority: entry', '  seniority: entry') },
  { name: 'a tab', files: inRole('    level: 3', '\tlevel: 3') },
  { name: 'a tab behind spaces', files: inRole('    level: 3', '  \tlevel: 3') },
  { name: 'a quote that is not closed', files: inRole('title: Weaver', 'title: "Weaver') },
  {
    name: 'a bracket that is not closed',
    files: inRole('leadsTo: [{ role: master }]', 'leadsTo: [{ role: master }\nsummary: Weaves.'),
  },
  { name: 'a name that ends with #', files: inSkills('name: Dyeing', 'name: Dyeing #') },
  { name: 'a # in a list on one line', files: inSkills('name: Dyeing\n', 'name: Dyeing\n  altLabels: [Dye #, Colour]\n') },
  { name: 'Latin-1', files: { 'roles/weaver.yaml': Buffer.from(role.replace('Weaver', 'Färber'), 'latin1') } },
  { name: 'a misspelled key of a role', files: inRole('requirements:', 'requirments:') },
  { name: 'a misspelled key of a requirement', files: inRole('    importance: essential', '    importence: essential') },
  { name: 'a skill in capitals', files: inSkills('id: weaving', 'id: Weaving') },
  { name: 'a misspelled skill', files: inRole('skill: weaving', 'skill: weavng') },
  { name: 'a renamed skill, its file alone', files: inSkills('id: weaving', 'id: weaving-cloth'), argv: ['skills/cloth.yaml'] },
  {
    name: 'a renamed role, its file alone',
    files: { 'roles/master.yaml': '', 'roles/master-weaver.yaml': master.replace('id: master', 'id: master-weaver') },
    argv: ['roles/master-weaver.yaml'],
  },
  { name: 'a copied role with the old id', files: { 'roles/dyer.yaml': role } },
  { name: 'a level off the scale', files: inRole('level: 3', 'level: 33') },
  { name: 'a role that leads to itself', files: inRole('role: master', 'role: weaver') },
  { name: 'a role that leads to another twice', files: inRole('[{ role: master }]', '[{ role: master }, { role: master }]') },
  {
    name: 'a skill related to itself',
    files: inSkills('name: Dyeing\n', 'name: Dyeing\n  related: [{ skill: dyeing, transfer: 0.5 }]\n'),
  },
  {
    name: 'a skill related twice',
    files: inSkills(
      'name: Dyeing\n',
      'name: Dyeing\n  related: [{ skill: weaving, transfer: 0.5 }, { skill: weaving, transfer: 0.2 }]\n',
    ),
  },
  {
    name: 'a level required that nothing teaches',
    files: inSkills('{ skill: weaving, level: 1 }', '{ skill: weaving, level: 4 }'),
  },
  { name: 'a gap in learn', files: { 'skills/cloth.yaml': replaced(skills, learn([2]), '') } },
  {
    name: 'a circle, one of its skills defined twice',
    files: {
      'skills/cloth.yaml': `${skill('weaving', 'Weaving', '  requires: [{ skill: dyeing, level: 1 }]\n')}${skill('dyeing', 'Dyeing', '  requires: [{ skill: weaving, level: 1 }]\n')}${skill('dyeing', 'Dyeing')}`,
    },
  },
  { name: 'a role in role/', files: { 'roles/master.yaml': '', 'role/master.yaml': master } },
  { name: 'a role in JSON', files: { 'roles/clerk.json': '{ "id": "clerk", "title": "Clerk" }\n' } },
  { name: 'skills beside pack.yaml', files: { 'more.yaml': skill('felting', 'Felting') } },
  {
    name: 'a role in a folder of roles/, wrong',
    files: { 'roles/master.yaml': '', 'roles/cloth/master.yaml': master.replace('dyeing', 'dying') },
  },
  {
    name: 'a role in upper case, wrong',
    files: { 'roles/master.yaml': '', 'roles/master.YAML': master.replace('dyeing', 'dying') },
  },
  {
    name: 'a draft that lies beside the rooms, wrong',
    files: { 'drafts/clerk.yaml': `id: clerk\ntitle: Clerk\nrequirements:\n${requirement('weaveing')}` },
    argv: ['drafts/clerk.yaml'],
  },
  { name: 'a file that is none of them', files: { 'notes.yaml': 'colour: blue\nsize: 3\n' }, argv: ['notes.yaml'] },
  {
    name: 'base: none over ids of the built-in data',
    files: {
      'roles/master.yaml': master.replace('weaving', 'java').replace('dyeing', 'sql'),
      'roles/weaver.yaml': role.replace('dyeing', 'docker'),
    },
  },
  {
    name: 'an error switched off',
    files: { ...inRole('skill: weaving', 'skill: weavng'), 'pack.yaml': `${pack}severity: { unknown-skill: off }\n` },
  },
  {
    name: 'a warning switched off',
    files: { ...inSkills(learn([1, 2, 3]), learn([1, 3])), 'pack.yaml': `${pack}severity: { learn-gap: off }\n` },
  },
  { name: 'characters that nobody sees, in pack.yaml', files: { 'pack.yaml': 'name: "gu\\u200bild"\nbase: none\n' } },
  {
    name: 'a skill of the built-in data, replaced unawares',
    files: { 'pack.yaml': 'name: guild\n', 'skills/java.yaml': skill('java', 'Java') },
  },
];

test('forty mistakes: the first line of what validate says, and the exit code', async () => {
  const rows: string[] = [];
  for (const { name, files = {}, argv = [] } of mistakes) rows.push(await rowOf(name, { ...sound, ...files }, argv));
  const head =
    '# Mistakes\n\nGenerated by `mistakes.test.ts`; do not edit. One mistake at a time in a pack that is right otherwise, what `careerpath validate` says first, how much it says, and how it exits.\n\n| mistake | first finding | findings | exit |\n|---|---|---|---|\n';
  await expect(`${head}${rows.join('\n')}\n`).toMatchFileSnapshot('mistakes.md');
});

async function rowOf(name: string, all: Readonly<Record<string, string | Buffer>>, argv: readonly string[]): Promise<string> {
  const files = Object.fromEntries(Object.entries(all).filter(([, text]) => text.length > 0));
  return inFolder(files, async (cwd) => {
    const { code, stdout } = await runCli(['validate', ...argv, '-f', 'json'], { cwd });
    const { diagnostics } = JSON.parse(stdout) as {
      diagnostics: { code: string; severity: string; message: string; file: string; line: number; column: number }[];
    };
    const [first] = diagnostics;
    const says =
      first === undefined
        ? 'nothing'
        : `${first.file}:${first.line}:${first.column} ${first.severity} ${first.code}: ${first.message}`;
    return `| ${name} | ${says.replaceAll('|', '\\|')} | ${diagnostics.length} | ${code} |`;
  });
}
