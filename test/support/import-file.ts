import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type CliResult, type CliWorld, runCli } from './run-cli.ts';

export interface ImportResult {
  readonly name: string | null;
  readonly experience: { readonly years: number | null; readonly evidence: readonly string[] };
  readonly education: { readonly level: string; readonly field?: string } | null;
  readonly skills: readonly {
    readonly id: string;
    readonly level: number;
    readonly years: number | null;
    readonly evidence: readonly string[];
  }[];
  readonly unrecognised: readonly { readonly input: string; readonly origin: string; readonly suggestions: readonly string[] }[];
}

/** Imports a file of this name and content from a folder of its own. */
export async function importFile(
  name: string,
  content: string | Uint8Array,
  flags: readonly string[] = [],
  world: CliWorld = {},
): Promise<CliResult> {
  return inFolderOf({ [name]: content }, (cwd) => runCli(['import', name, '-f', 'json', ...flags], { cwd, ...world }));
}

/** Imports a folder with these files. */
export async function importFolder(files: Readonly<Record<string, string | Uint8Array>>): Promise<CliResult> {
  const inside = Object.fromEntries(Object.entries(files).map(([name, content]) => [`export/${name}`, content]));
  return inFolderOf(inside, (cwd) => runCli(['import', 'export', '-f', 'json'], { cwd }));
}

async function inFolderOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (folder: string) => Promise<CliResult>,
): Promise<CliResult> {
  const folder = mkdtempSync(join(tmpdir(), 'careerpath-import-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function resultOf({ stdout }: CliResult): ImportResult {
  return (JSON.parse(stdout) as { results: [ImportResult] }).results[0];
}

export function codesOf({ stdout }: CliResult): string[] {
  return (JSON.parse(stdout) as { diagnostics: { code: string }[] }).diagnostics.map(({ code }) => code);
}

/** `file:line` of each row that was reported, in order. */
export function badRowsOf({ stdout }: CliResult): string[] {
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; file?: string; line?: number }[] };
  return diagnostics.filter(({ code }) => code === 'bad-row').map(({ file, line }) => `${file}:${line}`);
}

/** What was read, as `java=3 sql=2`, by id in the catalog's order; with years as `java=3/5`. */
export function skillsOf(read: CliResult): string {
  return resultOf(read)
    .skills.map(({ id, level, years }) => `${id}=${level}${years === null ? '' : `/${years}`}`)
    .join(' ');
}

export async function levels(name: string, content: string | Uint8Array, flags: readonly string[] = []): Promise<string> {
  const result = resultOf(await importFile(name, content, flags));
  return result.skills.map(({ id, level }) => `${id}=${level}`).join(' ');
}
