import type { Catalog } from '../../core/catalog/catalog-index.ts';
import type { Format } from '../../report/render.ts';
import type { Report } from '../../report/report.ts';
import type { ExitCode } from './failure.ts';
import { usageFailure } from './failure.ts';
import type { Io } from './io.ts';
import type { ProgressLine } from './progress-line.ts';

export type Group = 'You' | 'Learn' | 'Many' | 'Catalog' | 'Data';

/** One option as commander spells it: `-f, --format <name>`. */
export interface OptionSpec {
  readonly flags: string;
  readonly description: string;
  /** May be given several times; the values come as a list. */
  readonly repeatable?: boolean;
  /** The value names a file or folder that is read, or one that is written: an output must not be an input. */
  readonly path?: 'input' | 'output';
  /** All that it takes, where that is a few words. */
  readonly values?: readonly string[];
  /** Turns the written text into the value; throws a `Failure` of wrong usage. */
  readonly parse?: (text: string) => unknown;
}

/** A file or folder that a command reads. */
export interface InputPath {
  /** As typed; - is standard input. */
  readonly path: string;
  /**
   * Of a folder, whether a file there is read, now or the next time. Without it: what a pack is made of, and of any other
   * folder, each file that exists.
   *
   * @param below the names that lead from the folder to the file
   */
  readonly holds?: (below: readonly string[]) => boolean;
}

/** What was typed after a command's name. Keys of options are camel-case, as commander makes them. */
export interface Invocation {
  readonly names: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

export interface OpenCatalog {
  readonly catalog: Catalog;
  readonly digest: string;
  /** The compiled form, for another thread to open. */
  readonly bytes: Uint8Array;
}

/** What a command may use. The catalog is opened when it is first asked for. */
export interface Session {
  readonly io: Io;
  readonly openCatalog: () => Promise<OpenCatalog>;
  /** A line that says how far the work is; none with --quiet. See `openProgressLine` for `quietFor`. */
  readonly openProgress: (quietFor: number) => ProgressLine;
  readonly format: Format;
  /** Columns of the screen. */
  readonly width: number;
}

export interface Outcome {
  /** Missing where the command has printed its answer itself. */
  readonly report?: Report;
  /** Where an option changes what the answer is, and with it the format that it takes when none was asked for. */
  readonly format?: Format;
  /** Read after the report is written: a stream may find bad rows on its way. */
  readonly exitCode: () => ExitCode;
}

export interface CommandSpec {
  readonly name: string;
  /** As in usage lines: `[role...]` */
  readonly argument: string;
  readonly group: Group;
  readonly summary: string;
  /** Command lines worth copying. */
  readonly examples: readonly string[];
  /** The first one is the default. */
  readonly formats: readonly Format[];
  /** The default on a terminal, where it is another one than in a pipe. */
  readonly screenFormat?: Format;
  readonly usesProfile: boolean;
  readonly options: readonly OptionSpec[];
  /** What the arguments name to be read. Asked only when an option names something to write. */
  readonly inputs?: (names: readonly string[], io: Io) => readonly InputPath[] | Promise<readonly InputPath[]>;
  /** The words that could stand at the place that is typed; without this, role ids where the argument is a role. */
  readonly complete?: (catalog: Catalog, given: readonly string[], typed: string) => readonly string[];
  readonly run: (session: Session, invocation: Invocation) => Promise<Outcome>;
}

/** Reads a number between two bounds from an option. */
export function numberOption(flag: string, low: number, high: number, whole = false): (text: string) => number {
  return (text) => {
    const value = Number(text);
    const right = /^\d+(\.\d+)?$/.test(text) && value >= low && value <= high && (!whole || Number.isInteger(value));
    if (!right)
      throw usageFailure(
        `${flag}: "${text}" is not a${whole ? ' whole' : ''} number from ${low} to ${high}`,
        `write ${flag} with such a number`,
      );
    return value;
  };
}

/** An option that takes one of a few words. */
export function choiceOption(flag: string, what: string, values: readonly string[]): Pick<OptionSpec, 'values' | 'parse'> {
  const parse = (text: string): string => {
    if (values.includes(text)) return text;
    throw usageFailure(`${flag}: "${text}" is no ${what}`, `use one of: ${values.join(', ')}`);
  };
  return { values, parse };
}
