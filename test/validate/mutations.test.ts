import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openCacheFolder } from '../../src/catalog/cache-folder.ts';
import { openCompiled } from '../../src/catalog/compiled-form.ts';
import { openEntryCache } from '../../src/catalog/entry-cache.ts';
import { compilePacks } from '../../src/cli/open/compile-packs.ts';
import { openBuiltIn } from '../../src/cli/open/open-catalog.ts';
import { Failure } from '../../src/cli/shell/failure.ts';
import type { Io } from '../../src/cli/shell/io.ts';
import { checkPack } from '../../src/cli/validation/check-pack.ts';
import { applySeverities } from '../../src/cli/validation/severities.ts';
import type { Diagnostic } from '../../src/core/model/diagnostic.ts';
import { messageOf, severityOf } from '../../src/core/model/diagnostic.ts';
import { openFolder } from '../support/in-folder.ts';
import { home, runCli } from '../support/run-cli.ts';
import { tries } from '../support/thorough.ts';

const { path: folder, remove } = openFolder({});
afterAll(remove);
// Three roles of the built-in data and what they ask for, cut so that each skill is named by another entry: written like all
// of the data, and small enough for thousands of edits.
cpSync(join(home, 'test', 'fixtures', 'cut-pack'), folder, { recursive: true });
const files = ['skills', 'roles'].flatMap((room) => readdirSync(join(folder, room)).map((name) => join(folder, room, name)));
const original = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
// Files that an edit leaves alone are the same text again and again.
const cache = openEntryCache(openCacheFolder(undefined), '', '');
const io = { cwd: folder, home } as Io;

/** Random whole numbers below a bound, the same ones in every run (mulberry32). */
function makeRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** The findings while a file holds another text. */
function findWith(file: string, text: string): readonly Diagnostic[] {
  writeFileSync(file, text);
  try {
    return checkPack(io, folder, [], cache, false).diagnostics;
  } finally {
    writeFileSync(file, original.get(file) ?? '');
  }
}

type Edit = (lines: string[], at: number, random: (below: number) => number) => string[];

const edits: Readonly<Record<string, Edit>> = {
  'delete a line': (lines, at) => lines.toSpliced(at, 1),
  'swap two values': (lines, at, random) => {
    const other = random(lines.length);
    const [a, b] = [lines[at] ?? '', lines[other] ?? ''];
    const value = (line: string): string => line.slice(line.indexOf(':') + 1);
    return lines.with(at, a.slice(0, a.indexOf(':') + 1) + value(b)).with(other, b.slice(0, b.indexOf(':') + 1) + value(a));
  },
  'rename an id': (lines, at) => lines.with(at, (lines[at] ?? '').replace(/(id|skill): ([a-z-]+)/, '$1: $2-x')),
  'duplicate a block': (lines, at, random) => lines.toSpliced(at, 0, ...lines.slice(at, at + 1 + random(8))),
  'break indentation': (lines, at, random) => lines.with(at, `${' '.repeat(1 + random(3))}${lines[at] ?? ''}`),
  'insert a sign': (lines, at, random) => {
    const line = lines[at] ?? '';
    const sign = ['"', "'", '[', '}', ':', '\t', '&', '*', '!', '%', '#', '-', '\u202e', '|', '>'][random(15)] ?? '';
    const column = random(line.length + 1);
    return lines.with(at, line.slice(0, column) + sign + line.slice(column));
  },
};

const randomEdits = tries(1000, 100);

test('nothing is wrong before an edit', () => {
  expect(checkPack(io, folder, [], cache, false).diagnostics).toEqual([]);
});

test('random edits: no crash, and every finding lies inside its file', { timeout: 3_600_000 }, () => {
  const random = makeRandom(20261121);
  const kinds = Object.entries(edits);
  let found = 0;
  for (let i = 0; i < randomEdits; i++) {
    const [kind, edit] = kinds[i % kinds.length] as [string, Edit];
    const file = files[random(files.length)] as string;
    const lines = (original.get(file) ?? '').split('\n');
    const text = edit(lines, random(lines.length), random).join('\n');
    const findings = findWith(file, text);
    if (findings.length > 0) found++;
    const texts = new Map([...original].map(([name, content]) => [name.slice(folder.length + 1), content]));
    texts.set(file.slice(folder.length + 1), text);
    for (const one of findings) {
      const says = `${i} ${kind} ${file}: ${one.code}`;
      const places = [one.place, ...(one.related ?? []).map((related) => related.place)].filter((place) => place !== undefined);
      expect(one.place ?? one.file, says).toBeDefined();
      for (const place of places) {
        const content = texts.get(place.file);
        if (content === undefined) continue;
        const all = content.split('\n');
        expect(place.line, says).toBeGreaterThanOrEqual(1);
        expect(place.endLine, says).toBeLessThanOrEqual(all.length);
        expect(place.column, says).toBeLessThanOrEqual((all[place.line - 1] ?? '').length + 1);
        expect(place.endColumn, says).toBeLessThanOrEqual((all[place.endLine - 1] ?? '').length + 1);
      }
      expect(messageOf(one), says).not.toMatch(/undefined|\[object|NaN/);
    }
  }
  // Most random edits break something; those in prose and comments do not.
  expect(found).toBeGreaterThan(randomEdits / 4);
});

/** Whatever `validate` calls right, every command opens: the errors it left are none, and neither a pack's settings nor its scale hide one. */
const settings: readonly string[] = [
  '',
  'severity: { unknown-skill: off, duplicate-id: off, label-collision: off, learning-cycle: off }\n',
  'severity: { not-read: off, no-requirements: warning, unknown-role: off, any-of-repeated: off }\n',
  'first: [backend-developer, nowhere]\n',
];

test('what is green compiles, opens and answers', { timeout: 3_600_000 }, async () => {
  const random = makeRandom(20261125);
  const kinds = Object.values(edits);
  const packFile = join(folder, 'pack.yaml');
  const scaleFile = join(folder, 'scale.yaml');
  const plain = readFileSync(packFile, 'utf8');
  const scale = readFileSync(join(home, 'data', 'scale.yaml'), 'utf8');
  const { catalog } = openBuiltIn(home);
  let green = 0;
  for (let i = 0; i < randomEdits; i++) {
    const changed = new Set<string>();
    // Every fifth time the scale or pack.yaml is what is edited.
    const inScale = i % 10 === 0;
    const packText = plain + (settings[i % settings.length] ?? '');
    writeFileSync(packFile, i % 10 === 5 ? mutate(packText) : packText);
    if (inScale) writeFileSync(scaleFile, mutate(scale));
    for (let edit = 0; edit < 1 + (i % 2) && !inScale; edit++) {
      const file = files[random(files.length)] as string;
      changed.add(file);
      writeFileSync(file, mutate(readFileSync(file, 'utf8')));
    }
    try {
      const { diagnostics, severities } = checkPack(io, folder, [], cache, false);
      if (applySeverities(diagnostics, severities).some((one) => severityOf(one) === 'error')) continue;
      green++;
      const says = `${i}: ${[...changed].join()} ${inScale ? 'scale.yaml' : ''}`;
      const bytes = await compilePacks(io, [folder], { catalog }).catch((error: unknown) => {
        throw new Error(`${says}: ${JSON.stringify(error instanceof Failure ? error.diagnostics : String(error))}`);
      });
      const opened = await openCompiled(bytes);
      expect(opened, says).toBeDefined();
      if (i % 20 > 0) continue;
      const { code, stderr } = await runCli(['match', '--skills', 'java=3,sql=2', '--pack', folder], { cwd: folder });
      expect([code, stderr], says).toEqual([0, expect.not.stringContaining('bug')]);
    } finally {
      for (const file of changed) writeFileSync(file, original.get(file) ?? '');
      rmSync(scaleFile, { force: true });
      writeFileSync(packFile, plain);
    }
  }
  expect(green).toBeGreaterThan(randomEdits / 20);

  function mutate(text: string): string {
    const lines = text.split('\n');
    const edit = kinds[random(kinds.length)] as Edit;
    return edit(lines, random(lines.length), random).join('\n');
  }
});

/** Edits whose fault must be found, whichever line of the pack they hit: what to look for, the edit, the codes that may say it. */
const semantic: readonly [name: string, where: RegExp, to: string, codes: readonly string[]][] = [
  ['an unknown skill', /^( {2}- skill: )[a-z-]+$/, '$1no-such-skill-at-all', ['unknown-skill']],
  ['a level above the scale', /^( {4}level: )\d$/, '$19', ['out-of-scale']],
  ['a level that is a word', /^( {4}level: )\d$/, '$1high', ['wrong-type']],
  ['an unknown importance', /^( {4}importance: )\w+$/, '$1vital', ['wrong-value']],
  ['an undeclared source', /^( {4}source: )\w+$/, '$1nowhere', ['undeclared-source']],
  ['a misspelled key', /^( {4})importance: /, '$1importanse: ', ['unknown-key']],
  ['a missing colon', /^( {4}level):( \d)$/, '$1$2', ['yaml-syntax', 'wrong-type']],
  ['a raised implication', /^( {2}implies: .*?offset: )-\d/, '$11', ['implication-raises']],
  ['a raised companion', /^( {4}- \{ skill: [a-z-]+, offset: )-\d/, '$11', ['out-of-scale']],
  ['a transfer of one', /transfer: 0\.\d+/, 'transfer: 1', ['transfer-range']],
  ['a link that is not https', /url: "https:/, 'url: "http:', ['insecure-url']],
  ['an effort of another kind', /^( {2}effort: )\w+$/, '$1enormous', ['wrong-value']],
  ['a Cyrillic letter in a name', /^( {2}name: [A-Za-z]*?)[aeo]/, '$1а', ['mixed-scripts', 'look-alike-label']],
  ['an id with capitals', /^(- id: )([a-z])/, '$1X$2', ['invalid-id']],
  ['a skill renamed', /^(- id: [a-z-]+)$/, '$1-renamed', ['unknown-skill', 'unused-skill']],
  ['a tab', /^ {4}level/, '\tlevel', ['yaml-syntax']],
];

test.each(semantic)('%s is found wherever it stands', (_, where, to, codes) => {
  let tried = 0;
  for (const file of files) {
    const lines = (original.get(file) ?? '').split('\n');
    const hits = lines.flatMap((line, at) => (where.test(line) ? [at] : []));
    // The first and the last one of each file.
    for (const at of new Set([hits[0], hits.at(-1)])) {
      if (at === undefined) continue;
      tried++;
      const text = lines.with(at, (lines[at] ?? '').replace(where, to)).join('\n');
      const found = findWith(file, text);
      expect(
        found.some((one) => codes.includes(one.code)),
        `${file}:${at + 1}: ${found.map((one) => one.code).join()}`,
      ).toBe(true);
    }
  }
  expect(tried).toBeGreaterThan(2);
});

test('whole runs over broken data exit 1, without a stack trace', async () => {
  const random = makeRandom(7);
  for (let i = 0; i < 12; i++) {
    const file = files[random(files.length)] as string;
    const lines = (original.get(file) ?? '').split('\n');
    const edit = Object.values(edits)[i % 6] as Edit;
    writeFileSync(file, edit(lines, random(lines.length), random).join('\n'));
    const { code, stdout, stderr } = await runCli(['validate', folder], { cwd: folder });
    writeFileSync(file, original.get(file) ?? '');
    expect([0, 1]).toContain(code);
    expect(`${stdout}${stderr}`).not.toMatch(/\n\s+at .*:\d+:\d+\)?\n/);
  }
});
