import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../../core/text-order.ts';
import { reasonOf } from '../../documents/read-file.ts';
import { type FolderRules, readIgnoreRules } from './ignore-rules.ts';
import { readSource } from './read-source.ts';

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
const generatedName = /\.(?:min|bundle)\.(?:m?js|css)$/;

export type Found =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'refused'; readonly path: string; readonly reason: string };

interface RulesAt {
  /** Length of the folder's path with its slash. */
  readonly from: number;
  readonly rules: FolderRules;
}

/**
 * The files of a tree that its people wrote, folder by folder, names by code point. Left out: what `.gitignore` files say, folders
 * of other people's and of generated files, links (a file in the tree comes under its own name), and all that is no regular
 * file. Held in memory at any time: the names of the folders on the way down. Paths are relative, with slashes.
 */
export function* walkTree(root: string): Generator<Found> {
  yield* walkFolder(root, '', []);
}

function* walkFolder(root: string, folder: string, above: readonly RulesAt[]): Generator<Found> {
  let entries: Dirent[];
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    yield { kind: 'refused', path: folder === '' ? '.' : folder, reason: reasonOf(error) };
    return;
  }
  if (folder !== '' && entries.some((entry) => entry.name === environmentMark)) return;
  const prefix = folder === '' ? '' : `${folder}/`;
  const rules = [...above];
  if (entries.some((entry) => entry.name === '.gitignore' && entry.isFile())) {
    const read = readSource(join(root, `${prefix}.gitignore`), true);
    if ('text' in read) rules.push({ from: prefix.length, rules: readIgnoreRules(read.text) });
    else if ('refused' in read) yield { kind: 'refused', path: `${prefix}.gitignore`, reason: read.refused };
  }
  entries.sort((a, b) => compareText(a.name, b.name));
  for (const entry of entries) {
    const path = `${prefix}${entry.name}`;
    if (entry.isDirectory()) {
      if (!vendored.has(entry.name) && !isIgnored(rules, path, true)) yield* walkFolder(root, path, rules);
    } else if (entry.isFile() && !generatedName.test(entry.name) && !isIgnored(rules, path, false)) yield { kind: 'file', path };
  }
}

/** The nearest ignore file that says something about a path decides. */
function isIgnored(rules: readonly RulesAt[], path: string, isFolder: boolean): boolean {
  for (let i = rules.length - 1; i >= 0; i--) {
    const at = rules[i] as RulesAt;
    const said = at.rules(path.slice(at.from), isFolder);
    if (said !== undefined) return said;
  }
  return false;
}
