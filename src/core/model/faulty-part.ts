/** A part of a pack's files that could not be read as it is meant: what later seems to be missing may stand in it. */
export interface FaultyPart {
  readonly file: string;
  /** Its lines, the first being 1. */
  readonly from: number;
  readonly to: number;
  /** The id of its entry, where it has one. */
  readonly id?: string;
  /** The keys of its entry under which something was refused; nothing where all of it was. */
  readonly keys?: ReadonlySet<string>;
  /** The text of its lines; nothing where not even that could be read. */
  readonly text?: string;
}
