import type { Diagnostic } from '../core/model/diagnostic.ts';
import type { YamlDocument } from '../documents/write-yaml.ts';
import { drawBar, type Shares } from './draw-bar.ts';
import type { Findings } from './findings.ts';
import type { Paint } from './paint.ts';

/** How a text is meant; the terminal turns it into colour, other formats leave it away. */
export type Tone = 'plain' | 'strong' | 'dim' | 'good' | 'fair' | 'poor' | 'link';

export type Cell =
  | string
  | number
  | { readonly text: string; readonly tone: Tone }
  | { readonly shares: Shares; readonly tone: Tone };

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** May be broken over several lines when space is short. */
  readonly wrap?: boolean;
  /** Of a column that may be broken: its words are not. It holds ids to copy, and other columns give way before one breaks. */
  readonly whole?: boolean;
  /** May be cut short, before any other column gives way. */
  readonly cut?: boolean;
  /** Holds bars: drawn as long as there is room, and the first to go. */
  readonly bars?: boolean;
  /** Columns with the highest number go first when there is no room; 0 always stays. */
  readonly drop?: number;
}

export type Rows = readonly (readonly Cell[])[] | AsyncIterable<readonly Cell[]>;

export interface Step {
  readonly title: string;
  /** Short figures beside the title: hours, points. */
  readonly facts: readonly string[];
  /** What it is good for, in one sentence. */
  readonly why?: string;
  readonly body: string;
  readonly links: readonly { readonly title: string; readonly url: string }[];
}

/** A line with lines that hang below it. */
export interface Branch {
  readonly title: string;
  readonly facts: readonly string[];
  readonly children: readonly Branch[];
}

/** Days are written as `2026-11-23`. */
export interface CalendarEvent {
  /** The same for the same thing in every export, so that a calendar updates it. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly url?: string;
  readonly firstDay: string;
  /** The day after the last one. */
  readonly endDay: string;
  /** What goes on side by side stands in sections of its own where a format has them. */
  readonly section?: string;
  /** Something that is reached on the first day rather than done over days. */
  readonly isMilestone?: boolean;
}

/** What a diagram shows, whatever draws it. */
export type Diagram =
  | { readonly kind: 'schedule'; readonly title: string; readonly events: readonly CalendarEvent[] }
  | { readonly kind: 'tree'; readonly root: Branch };

export interface TableBlock {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  readonly rows: Rows;
  /** Says what stands in it, on a line of its own above it. */
  readonly caption?: string;
  /** Explains it, in one line below it. */
  readonly legend?: string;
  /** Follows the block before it without an empty line where a screen has few lines. */
  readonly tight?: boolean;
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string; readonly below?: readonly string[] }
  | { readonly kind: 'text'; readonly text: string; readonly tone?: Tone }
  | TableBlock
  /** Lines as they are: a file, or a part of one. */
  | { readonly kind: 'code'; readonly title: string; readonly text: string }
  /** A checklist is written with boxes to tick where a format has them. */
  | { readonly kind: 'steps'; readonly steps: readonly Step[]; readonly checklist?: boolean }
  | { readonly kind: 'tree'; readonly root: Branch }
  | { readonly kind: 'diagnostics'; readonly diagnostics: readonly Diagnostic[] };

/** One row for machines: plain values under column names. Nested values appear only where the format has them. */
export type RecordRow = Readonly<Record<string, unknown>>;

export interface Records {
  readonly columns: readonly string[];
  readonly rows: readonly RecordRow[] | AsyncIterable<RecordRow>;
  /**
   * In place of `rows`, what is written already, in pieces that end with a line: CSV lines for csv, NDJSON lines for ndjson
   * and json. Batches write their rows on many cores.
   */
  readonly lines?: AsyncIterable<string>;
  /** How a line of NDJSON among `lines` becomes a row, for formats that are no lines of text. */
  readonly readLine?: (line: string) => RecordRow;
  /** How a value is meant, for formats with colours. */
  readonly toneOf?: (column: string, value: unknown) => Tone | undefined;
}

/**
 * A command's answer before any format: blocks for people, records for tables of data, `data` for programs.
 * It has the faces that the command's formats print; each is made when a format asks for it: one run prints one format.
 */
export interface Report {
  /** Shown with the blocks; `data` and findings carry them themselves, the other formats leave them to standard error. */
  readonly notes: readonly Diagnostic[];
  /** What is said on standard error whatever the format: what was read and what was not. */
  readonly told?: readonly Diagnostic[];
  readonly blocks?: () => readonly Block[];
  readonly records?: () => Records;
  /** What `json` prints. With streamed records, its `results` are written one by one as they come. */
  readonly data?: () => Readonly<Record<string, unknown>>;
  /** What the formats for findings print: frames, sarif, github, gitlab, junit. */
  readonly findings?: Findings;
  /** For the formats that are calendars. */
  readonly calendar?: () => { readonly name: string; readonly events: readonly CalendarEvent[] };
  /** For the formats that are diagrams. */
  readonly diagram?: () => Diagram;
  /** What `yaml` prints: a file of ours, such as a profile. */
  readonly document?: () => YamlDocument;
}

export interface RenderOptions {
  /** Columns of the screen. */
  readonly width: number;
  readonly paint: Paint;
  /** A screen reader reads it: no bars. */
  readonly readAloud?: boolean;
}

/** Text in pieces, as they become ready; bytes where a format is no text. */
export type Rendered = Iterable<string> | AsyncIterable<string | Uint8Array>;
/** What a format prints of a report. */
export type Face = Exclude<keyof Report, 'notes' | 'told'>;
export type With<F extends Face> = Report & Required<Pick<Report, F>>;
export type Renderer<F extends Face> = (report: With<F>, options: RenderOptions) => Rendered;

export function hasFace<F extends Face>(report: Report, face: F): report is With<F> {
  return report[face] !== undefined;
}

/** Items as records, each column with what it takes of an item. */
export function recordsOf<T>(
  columns: readonly (readonly [name: string, pick: (item: T) => unknown])[],
  items: readonly T[],
): { columns: string[]; rows: RecordRow[] } {
  return {
    columns: columns.map(([name]) => name),
    rows: items.map((item) => Object.fromEntries(columns.map(([name, pick]) => [name, pick(item)]))),
  };
}

export function isAsync<T>(rows: readonly T[] | AsyncIterable<T>): rows is AsyncIterable<T> {
  return Symbol.asyncIterator in rows;
}

/** The length of a bar where nothing says how much room there is. */
const plainBarCells = 10;

/** The text of a cell without its tone. */
export function textOf(cell: Cell): string {
  if (typeof cell !== 'object') return String(cell);
  return 'shares' in cell ? drawBar(cell.shares, plainBarCells) : cell.text;
}

/** The blocks with the notes after them. */
export function blocksOf(report: With<'blocks'>): readonly Block[] {
  return [...report.blocks(), { kind: 'diagnostics', diagnostics: report.notes }];
}
