import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { home } from './support/run-cli.ts';

/** The rooms in tiers, highest first: a room imports from lower tiers only, and never from another room of its own tier. */
const tiers = [
  ['cli'],
  ['catalog', 'intake', 'taxonomies', 'checks', 'report'],
  ['documents', 'schema', 'search', 'solver'],
  ['core'],
] as const;

/**
 * The rooms inside a room, in tiers of their own. `cli/main.ts` and `cli/run.ts` stand above all of them.
 */
const innerTiers: Readonly<Record<string, readonly (readonly string[])[]>> = {
  core: [['plan'], ['score', 'text'], ['catalog'], ['model']],
  cli: [[''], ['commands'], ['validation', 'completion', 'dialogue'], ['answers'], ['batch', 'person'], ['open'], ['shell']],
};

/** Rooms that neighbours in their tier may read as well. */
const openToNeighbours = ['schema'];

/** Where each third-party package is imported: one file, or one folder where that is its job (it ends in a slash). */
const packageHomes: Readonly<Record<string, string>> = {
  '@inquirer/core': 'cli/dialogue/',
  '@inquirer/input': 'cli/dialogue/terminal-asker.ts',
  '@inquirer/select': 'cli/dialogue/terminal-asker.ts',
  chalk: 'report/paint-colours.ts',
  'cli-table3': 'report/draw-table.ts',
  commander: 'cli/shell/program.ts',
  'csv-parse': 'documents/csv.ts',
  'csv-stringify': 'documents/csv.ts',
  fflate: 'documents/zip.ts',
  'fuse.js': 'search/suggest.ts',
  highs: 'solver/run-program.ts',
  htmlparser2: 'documents/markup-text.ts',
  stemmer: 'intake/skill-labels.ts',
  ignore: 'intake/scan/ignore-rules.ts',
  'read-excel-file': 'documents/read-sheet.ts',
  'smol-toml': 'documents/toml.ts',
  'string-width': 'report/text-width.ts',
  unpdf: 'documents/pdf-text.ts',
  valibot: 'schema/',
  'write-excel-file': 'documents/write-sheet.ts',
  yaml: 'documents/yaml.ts',
};

/** A type says nothing at run time: files that name a schema's inferred type may take valibot's type for it. */
const typeImportsAnywhere = ['valibot'];

/** The longest file that is still one idea. */
const mostLines = 250;

/** Tables and layouts that grow by a line a fact and would be two halves of one thing if they were cut. */
const longerByNature: Readonly<Record<string, number>> = {
  // the one table of wording
  'core/model/diagnostic.ts': 780,
  // one layout, encoded and decoded in one place
  'core/catalog/compiled-layout.ts': 285,
  // one walk over one kind of issue
  'schema/check-shape.ts': 300,
};

interface Import {
  readonly file: string;
  readonly line: number;
  readonly target: string;
  readonly typeOnly: boolean;
}

const source = join(home, 'src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.split(sep).join('/'))
  .sort();
const textOf = (file: string): string => readFileSync(join(source, file), 'utf8');

// Static imports and re-exports, `import 'x'`, `import('x')`, types by `import('x')`, and `require`.
const importLine =
  /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^'"`;]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\b(?:import|require(?:\.resolve)?)\s*\(\s*['"]([^'"]+)['"]/g;

function importsOf(file: string, text: string): Import[] {
  return [...text.matchAll(importLine)].map((match) => ({
    file,
    line: text.slice(0, match.index).split('\n').length + (match[0].startsWith('\n') ? 1 : 0),
    target: match[2] ?? match[3] ?? match[4] ?? '',
    typeOnly: match[1] !== undefined,
  }));
}

const imports = files.flatMap((file) => importsOf(file, textOf(file)));
const roomOf = (file: string): string => file.split('/')[0] ?? '';
const tierOf = (room: string): number => tiers.findIndex((tier) => (tier as readonly string[]).includes(room));
const isRelative = (one: Import): boolean => one.target.startsWith('.');
const at = (one: Import): string => `${one.file}:${one.line} imports ${one.target}`;
const packageOf = (target: string): string =>
  target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');

/** The file in src/ that a relative import names. */
function fileOf(one: Import): string {
  return relative(source, normalize(join(source, dirname(one.file), one.target)))
    .split(sep)
    .join('/');
}

/** The room inside a room; empty for a file that stands in the outer room itself. */
function innerRoomOf(file: string): string {
  const [, inner = '', rest] = file.split('/');
  return rest === undefined ? '' : inner;
}

function mayImportInside(tiersInside: readonly (readonly string[])[], from: string, to: string): boolean {
  const tier = (room: string): number => tiersInside.findIndex((one) => one.includes(room));
  return from === to || tier(from) < tier(to);
}

function mayImport(from: string, to: string): boolean {
  if (from === to) return true;
  if (tierOf(from) < tierOf(to)) return true;
  return tierOf(from) === tierOf(to) && openToNeighbours.includes(to);
}

test('the reader of imports sees every kind of them', () => {
  const text = [
    "import a from 'a';",
    "import type { B } from './b.ts';",
    "import {\n  c,\n  type D,\n} from '../c.ts';",
    "export * from 'e';",
    "import 'f';",
    "const g = await import('g');",
    "  const h = require('h');",
    "type I = import('./i.ts').I;",
  ].join('\n');
  const found = importsOf('x.ts', text);
  expect(found.map((one) => one.target)).toEqual(['a', './b.ts', '../c.ts', 'e', 'f', 'g', 'h', './i.ts']);
  expect(found.filter((one) => one.typeOnly).map((one) => one.target)).toEqual(['./b.ts']);
  expect(found.map((one) => one.line)).toEqual([1, 2, 3, 7, 8, 9, 10, 11]);
});

describe('the house', () => {
  test('has only the rooms of the plan', () => {
    const rooms = [...new Set(files.map(roomOf))];
    expect(rooms.filter((room) => tierOf(room) < 0)).toEqual([]);
    expect(imports.length).toBeGreaterThan(files.length);
  });

  test('rooms import downwards only, statically or not', () => {
    const wrong = imports.filter((one) => isRelative(one) && !mayImport(roomOf(one.file), roomOf(fileOf(one))));
    expect(wrong.map(at)).toEqual([]);
  });

  test.each(Object.entries(innerTiers))(
    'the rooms inside %s are those of the plan, and import downwards only',
    (room, inside) => {
      const here = files.filter((file) => roomOf(file) === room);
      expect(here.filter((file) => !inside.flat().includes(innerRoomOf(file)))).toEqual([]);
      const wrong = imports.filter(
        (one) =>
          roomOf(one.file) === room &&
          isRelative(one) &&
          roomOf(fileOf(one)) === room &&
          !mayImportInside(inside, innerRoomOf(one.file), innerRoomOf(fileOf(one))),
      );
      expect(wrong.map(at)).toEqual([]);
    },
  );

  test('no command imports another: what two share stands in a room below', () => {
    const inCommands = imports.filter((one) => isRelative(one) && one.file.startsWith('cli/commands/'));
    const wrong = inCommands.filter(
      (one) => /^cli\/commands\/(?!registry\.ts)/.test(fileOf(one)) && !one.file.endsWith('/registry.ts'),
    );
    expect(wrong.map(at)).toEqual([]);
  });

  test('every relative import names a file that is there, by its ending', () => {
    const wrong = imports.filter((one) => isRelative(one) && !files.includes(fileOf(one)) && !fileOf(one).startsWith('../'));
    expect(wrong.map(at)).toEqual([]);
  });

  test('an import is named in words, so that this table can be held', () => {
    const computed = files.filter((file) => /\bimport\s*\(\s*(?!['"])/.test(textOf(file).replace(/\/\*.*?\*\/|\/\/.*$/gms, '')));
    expect(computed).toEqual([]);
  });

  test('each package is imported in its one place', () => {
    const wrong = imports.filter((one) => {
      if (isRelative(one) || one.target.startsWith('node:')) return false;
      const name = packageOf(one.target);
      if (one.typeOnly && typeImportsAnywhere.includes(name)) return false;
      const place = packageHomes[name];
      return place === undefined || (place.endsWith('/') ? !one.file.startsWith(place) : one.file !== place);
    });
    expect(wrong.map(at)).toEqual([]);
  });

  test('the packages of the table are the dependencies, and each is used', () => {
    const manifest = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
    const used = new Set(imports.filter((one) => !isRelative(one)).map((one) => packageOf(one.target)));
    expect(Object.keys(packageHomes).sort()).toEqual(Object.keys(manifest.dependencies).sort());
    expect(Object.keys(packageHomes).filter((name) => !used.has(name))).toEqual([]);
  });
});

describe('the core', () => {
  const core = files.filter((file) => roomOf(file) === 'core');

  test('imports nothing but itself', () => {
    const wrong = imports.filter((one) => roomOf(one.file) === 'core' && !(isRelative(one) && roomOf(fileOf(one)) === 'core'));
    expect(wrong.map(at)).toEqual([]);
  });

  // The words may stand in comments and texts; as code they would make the same input give other output.
  test.each(core)('%s knows no clock, chance, process, console or locale', (file) => {
    const code = textOf(file)
      .replace(/\/\*.*?\*\//gs, '')
      .replace(/(^|\s)\/\/.*$/gm, '$1')
      .replace(/'(?:[^'\\\n]|\\.)*'/g, "''");
    const impure =
      /\b(?:Date|Math\.random|performance|process|console|globalThis|Buffer|setTimeout|setInterval|fetch|crypto|Intl|localeCompare|toLocale\w+)\b/g;
    expect(code.match(impure) ?? []).toEqual([]);
  });
});

describe('names and sizes', () => {
  test('no file or folder is called after what it does not say', () => {
    const empty = /^(?:utils?|helpers?|common|managers?|misc|shared|lib)(?:\.|$)|-(?:utils?|helpers?|manager)\./;
    expect(files.filter((file) => file.split('/').some((part) => empty.test(part)))).toEqual([]);
  });

  test('files and folders are in kebab-case', () => {
    expect(files.filter((file) => !/^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*[a-z0-9]+(?:-[a-z0-9]+)*\.ts$/.test(file))).toEqual([]);
  });

  test('texts are sorted by code point: never by the default order, which is that of UTF-16', () => {
    // A typed array's own order is that of its numbers.
    const byUnits = /(?<!subarray\([^()]*\))\.(?:sort|toSorted)\(\)|\? -1 : 1|localeCompare/;
    expect(files.filter((file) => byUnits.test(textOf(file)))).toEqual([]);
  });

  test('no file is longer than one idea', () => {
    const lines = (file: string): number => textOf(file).split('\n').length - 1;
    const long = files.filter((file) => lines(file) > (longerByNature[file] ?? mostLines));
    expect(long.map((file) => `${file}: ${lines(file)} lines`)).toEqual([]);
  });
});
