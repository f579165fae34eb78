import type { Diagnostic } from '../../core/model/diagnostic.ts';
import type { WorkSpan } from '../../core/model/work-years.ts';

/** The formats that `import` reads. */
export const importFormats = ['json-resume', 'linkedin', 'europass', 'csv', 'text', 'markdown', 'pdf', 'docx'] as const;
export type ImportFormat = (typeof importFormats)[number];

/** A document as it came, before anybody knows what it is. */
export interface ImportSource {
  /** As shown in messages and in evidence. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** A skill that a document lists as such. */
export interface SkillClaim {
  readonly input: string;
  /** What the document says about the level, in its own words; nothing where it only lists the skill. */
  readonly levelText?: string | undefined;
  readonly years?: number | undefined;
  /** Where in the document it stands: `skills[2], Backend`. */
  readonly origin: string;
  /** It may be no more than a heading over skills: it counts where it is a skill, and is not missed where it is none. */
  readonly isHeading?: boolean;
}

/** Running text in which skills may be named. */
export interface TextPassage {
  readonly text: string;
  readonly origin: string;
  /** What its part of the document says of all that it names: they are being learned, or only wished for. */
  readonly standing?: 'learning' | 'wished' | undefined;
}

/** A span of work and where in the document it stands: `Positions.csv:3`. */
export interface ImportedSpan extends WorkSpan {
  readonly origin: string;
}

/** What a reader finds in a document; names are not looked up yet. */
export interface ImportedDocument {
  readonly name?: string | undefined;
  /** Where it says how many years the person has worked; else its spans are counted. */
  readonly years?: number | undefined;
  readonly work: readonly ImportedSpan[];
  /** The highest degree, as written. */
  readonly degrees: readonly { readonly text: string; readonly field?: string | undefined }[];
  readonly claims: readonly SkillClaim[];
  readonly passages: readonly TextPassage[];
  /** Letters that stand in the file and that nobody sees in the document: they were left out. */
  readonly hiddenLetters?: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** A table with more wrong cells and rows than this is none of skills: reading stops there, and says so. */
export const maxFaults = 5000;

/** Said at the row below which a table is not read. */
export const tooManyFaults = `more than ${maxFaults} rows or cells are wrong; the rest of the file is not read`;
