import { type Dirent, readdirSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { compareText } from '../../core/model/text-order.ts';
import { reasonOf } from '../../documents/read-file.ts';
import { type IgnoreRules, readIgnoreRules } from './ignore-rules.ts';
import { readSource } from './read-source.ts';
import { excludeFileOf, findRepository, kindOf } from './repository.ts';

/** Folders that hold what others wrote, or what a program made: they say nothing about the people of this tree. */
const vendored = new Set([
  ...[
    'node_modules',
    'bower_components',
    'jspm_packages',
    'vendor',
    'third_party',
    'third-party',
    '3rdparty',
    'Pods',
    'Carthage',
  ],
  ...['target', 'build', 'dist', 'out', 'obj', 'coverage', 'site-packages', '__pycache__', '__pypackages__', 'venv', '.venv'],
  ...['.git', '.hg', '.svn', '.bzr', '.tox', '.nox', '.eggs', '.cache', '.gradle', '.m2', '.mvn', '.bundle', '.terraform'],
  ...['.next', '.nuxt', '.output', '.svelte-kit', '.turbo', '.yarn', '.pnpm-store', '.idea', '.vs', '.dart_tool', '.cargo'],
  ...['.mypy_cache', '.pytest_cache', '.ruff_cache', '.serverless', '.aws-sam', 'cdk.out', 'storybook-static'],
]);

/** A virtual environment of Python under any name says so by this file. */
const environmentMark = 'pyvenv.cfg';

/** What a bundler made out of sources that stand elsewhere. */
const madeName = /\.(?:min|bundle)\.(?:m?js|css)$/;

/**
 * Folders that show how something is used, by way of example, and what tests read: `docs/ci/.gitlab-ci.yml` runs nowhere.
 * Below a source folder the first three are names of packages like any other.
 */
const samples = new Set(['docs', 'examples', 'samples']);
const testInputs = new Set(['testdata', 'fixtures', '__fixtures__']);
const sourceFolder = /^(?:src|lib|app|apps|packages|internal|pkg|cmd)$/;

/** Why the walk passes something by. */
export type SkipReason = 'vendored' | 'ignored' | 'generated' | 'sample' | 'link';

export type WalkedFile =
  | {
      readonly kind: 'skipped';
      /** With a slash at its end if it is a folder. */
      readonly path: string;
      readonly reason: SkipReason;
    }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'refused'; readonly path: string; readonly reason: string };

interface RulesAt {
  /** Length of the folder's path with its slash. */
  readonly from: number;
  readonly rules: IgnoreRules;
}

interface Tree {
  /** The top of the repository around the tree; without one, of the tree. All paths in here are relative to it. */
  readonly top: string;
  /** The folder to walk. */
  readonly start: string;
}

/**
 * The files of a tree that its people wrote, folder by folder, names by code point. Left out: what ignore files say, folders of
 * other people's and of generated files, links (a file in the tree comes under its own name), and all that is no regular file.
 * Ignore files are those that git reads for the repository around the tree, from its top down to each folder, and its
 * `info/exclude`. Held in memory at any time: the names of the folders on the way down. Paths are relative, with slashes.
 */
export function* walkTree(root: string): Generator<WalkedFile> {
  const top = findRepository(root) ?? root;
  const start = toPath(relative(top, root));
  const refused: WalkedFile[] = [];
  const above = rulesAbove(top, start, (found) => refused.push(found));
  for (const found of [refused, walkFolder({ top, start }, start, above)])
    for (const one of found) yield start === '' ? one : { ...one, path: relativeTo(start, one.path) };
}

function relativeTo(start: string, path: string): string {
  return `${posix.relative(start, path) || '.'}${path.endsWith('/') ? '/' : ''}`;
}

/** The rules from the top of a repository down to a folder in it, without the folder's own. */
function rulesAbove(top: string, start: string, refuse: (found: WalkedFile) => void): readonly RulesAt[] {
  let rules: readonly RulesAt[] = [];
  let folder = '';
  for (const step of start === '' ? [] : start.split('/')) {
    const at = folder;
    rules = withOwnRules(rules, top, at, (name) => kindOf(join(top, at, name)), refuse);
    folder = at === '' ? step : `${at}/${step}`;
    const inside = enter(rules, folder);
    // Who names a folder that the repository leaves out wants to see it: it is a tree of its own.
    if (inside === undefined) return [];
    rules = inside;
  }
  return rules;
}

function* walkFolder({ top, start }: Tree, folder: string, above: readonly RulesAt[]): Generator<WalkedFile> {
  let entries: Dirent[];
  try {
    entries = readdirSync(join(top, folder), { withFileTypes: true });
  } catch (error) {
    yield { kind: 'refused', path: folder === '' ? '.' : folder, reason: reasonOf(error) };
    return;
  }
  if (folder !== start && entries.some((entry) => entry.name === environmentMark)) {
    yield { kind: 'skipped', path: `${folder}/`, reason: 'vendored' };
    return;
  }
  const refused: WalkedFile[] = [];
  const kindIn = (name: string): ReturnType<typeof kindOf> => {
    const entry = entries.find((one) => one.name === name);
    return entry?.isFile() ? 'file' : entry?.isDirectory() ? 'folder' : undefined;
  };
  const rules = withOwnRules(above, top, folder, kindIn, (found) => refused.push(found));
  yield* refused;
  entries.sort((a, b) => compareText(a.name, b.name));
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.name === '.git') continue;
    if (entry.isDirectory()) {
      const inside = enter(rules, path);
      const reason = folderReason(entry.name, path, start) ?? (inside === undefined ? 'ignored' : undefined);
      if (reason === undefined && inside !== undefined) yield* walkFolder({ top, start }, path, inside);
      else if (reason !== undefined) yield { kind: 'skipped', path: `${path}/`, reason };
    } else if (entry.isFile()) {
      if (madeName.test(entry.name)) yield { kind: 'skipped', path, reason: 'generated' };
      else if (isIgnored(rules, path, false)) yield { kind: 'skipped', path, reason: 'ignored' };
      else yield { kind: 'file', path };
    } else if (entry.isSymbolicLink()) yield { kind: 'skipped', path, reason: 'link' };
  }
}

/** Why a folder of such a name is passed by. What stands above the folder that the walk began in says nothing. */
function folderReason(name: string, path: string, start: string): SkipReason | undefined {
  if (vendored.has(name)) return 'vendored';
  if (testInputs.has(name)) return 'sample';
  if (!samples.has(name)) return undefined;
  const above = path.slice(start === '' ? 0 : start.length + 1).split('/');
  return above.some((part) => sourceFolder.test(part)) ? undefined : 'sample';
}

/** Adds what a folder's own ignore files say; in the top of a repository, the rules of what is around it end. */
function withOwnRules(
  above: readonly RulesAt[],
  top: string,
  folder: string,
  kindIn: (name: string) => ReturnType<typeof kindOf>,
  refuse: (found: WalkedFile) => void,
): readonly RulesAt[] {
  const from = folder === '' ? 0 : folder.length + 1;
  const isRepository = kindIn('.git') !== undefined;
  const files = kindIn('.gitignore') === 'file' ? [join(top, folder, '.gitignore')] : [];
  const exclude = isRepository ? excludeFileOf(join(top, folder)) : undefined;
  if (exclude !== undefined && kindOf(exclude) === 'file') files.unshift(exclude);
  const own = files.flatMap((file) => {
    const read = readSource(file, true);
    const rules = 'text' in read ? readIgnoreRules(read.text) : read;
    if ('refused' in rules) refuse({ kind: 'refused', path: toPath(relative(top, file)), reason: rules.refused });
    return 'says' in rules ? [{ from, rules }] : [];
  });
  return isRepository ? own : [...above, ...own];
}

/** The rules that count inside a folder; nothing when it is left out. */
function enter(rules: readonly RulesAt[], folder: string): readonly RulesAt[] | undefined {
  if (isIgnored(rules, folder, true)) return undefined;
  return rules.map((at) => {
    const path = folder.slice(at.from);
    return at.rules.says(path, true) === true ? { ...at, rules: at.rules.inside(path) } : at;
  });
}

/** The nearest ignore file that says something about a path decides. */
function isIgnored(rules: readonly RulesAt[], path: string, isFolder: boolean): boolean {
  for (let i = rules.length - 1; i >= 0; i--) {
    const at = rules[i] as RulesAt;
    const said = at.rules.says(path.slice(at.from), isFolder);
    if (said !== undefined) return said;
  }
  return false;
}

function toPath(path: string): string {
  return path.split(sep).join('/');
}
