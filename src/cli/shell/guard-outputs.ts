import { existsSync, fstatSync, readdirSync, readlinkSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { InputPath, Invocation, OptionSpec } from './command.ts';
import { usageFailure } from './failure.ts';
import type { Io } from './io.ts';

/** What a pack is made of, and the profiles that it brings as examples. */
const packParts = ['pack.yaml', 'scale.yaml', 'skills', 'roles', 'examples'];
/** More links than this lead in a circle. */
const maxLinks = 40;

/** A path that an option or an argument names. */
interface Place {
  /** As messages name it. */
  readonly shown: string;
  /** Absolute, without links. */
  readonly real: string;
  /** `undefined`: there is nothing yet. */
  readonly stat: Stats | undefined;
}

/** Whether an option of this command line names something to write. */
export function hasOutputs(options: readonly OptionSpec[], invocation: Invocation): boolean {
  return pathsOf(options, invocation, 'output').length > 0;
}

/**
 * Refuses options that would write over what the command reads, or over what another option writes: by whatever path or link.
 * A file in an input folder is read. Throws a `Failure` of wrong usage.
 *
 * @param inputs what is read besides the paths in `options`; - is standard input
 */
export function guardOutputs(io: Io, options: readonly OptionSpec[], invocation: Invocation, inputs: readonly InputPath[]): void {
  const outputs = pathsOf(options, invocation, 'output')
    .map(({ flag, path }) => ({ flag, ...placeAt(io, path) }))
    // A device or a pipe holds nothing that could be lost.
    .filter(({ stat }) => stat === undefined || stat.isFile() || stat.isDirectory());
  outputs.forEach((output, i) => {
    const other = outputs.slice(0, i).find((one) => isSame(one, output) || isBelow(one, output) || isBelow(output, one));
    if (other !== undefined)
      throw usageFailure(`${other.flag} and ${output.flag} both write ${output.shown}`, 'name two different files');
  });
  const named = pathsOf(options, invocation, 'input').map(({ path }): InputPath => ({ path }));
  for (const input of [...inputs, ...named].flatMap((one) => withPackFiles(io, one))) {
    const place = input.path === '-' ? standardInput(io) : placeAt(io, input.path);
    const lost = place && outputs.find((output) => isSame(place, output) || isRead(input, place, output));
    if (lost !== undefined)
      throw usageFailure(`${lost.flag} ${lost.shown} would write over what is read (${place?.shown})`, 'name another file');
  }
}

function pathsOf(
  options: readonly OptionSpec[],
  invocation: Invocation,
  path: 'input' | 'output',
): { flag: string; path: string }[] {
  return options
    .filter((option) => option.path === path)
    .flatMap((option) => {
      const name = /--([a-z-]+)/.exec(option.flags)?.[1] ?? '';
      const value = invocation.options[name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())];
      const paths: unknown[] = Array.isArray(value) ? value : [value];
      return paths.filter((one) => typeof one === 'string').map((one) => ({ flag: `--${name}`, path: one }));
    })
    .filter((one) => path === 'input' || one.path !== '-');
}

function placeAt(io: Io, path: string): Place {
  const full = resolve(io.cwd, path);
  return { shown: path, real: realPlace(full, maxLinks), stat: statOf(full) };
}

/** Standard input where it is a file. */
function standardInput({ stdin }: Io): Place | undefined {
  return stdin.fd === undefined ? undefined : { shown: 'standard input', real: '', stat: fstatSync(stdin.fd) };
}

/** A path without links, also of a file that does not exist yet. */
function realPlace(path: string, linksLeft: number): string {
  try {
    return realpathSync(path);
  } catch {
    const target = linksLeft > 0 ? linkAt(path) : undefined;
    if (target !== undefined) return realPlace(resolve(dirname(path), target), linksLeft - 1);
    return dirname(path) === path ? path : join(realPlace(dirname(path), linksLeft), basename(path));
  }
}

function linkAt(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function isSame(a: Place, b: Place): boolean {
  if (a.real === b.real) return true;
  return a.stat !== undefined && b.stat !== undefined && a.stat.ino === b.stat.ino && a.stat.dev === b.stat.dev;
}

function isBelow(folder: Place, place: Place): boolean {
  return place.real.startsWith(folder.real.endsWith(sep) ? folder.real : folder.real + sep);
}

/** Whether an output is a file in an input folder that is read from there, now or the next time. */
function isRead({ holds }: InputPath, input: Place, output: Place): boolean {
  if (input.stat?.isDirectory() !== true || !isBelow(input, output)) return false;
  const below = relative(input.real, output.real).split(sep);
  if (holds !== undefined) return holds(below);
  return existsSync(join(input.real, 'pack.yaml')) ? packParts.includes(below[0] ?? '') : output.stat !== undefined;
}

/** A pack's own files as well: some may be links to somewhere else. */
function withPackFiles(io: Io, input: InputPath): InputPath[] {
  const folder = resolve(io.cwd, input.path);
  if (input.path === '-' || !existsSync(join(folder, 'pack.yaml'))) return [input];
  const files = packParts.flatMap((part) => [part, ...namesIn(join(folder, part)).map((name) => join(part, name))]);
  return [input, ...files.map((path) => ({ path: join(input.path, path) }))];
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
