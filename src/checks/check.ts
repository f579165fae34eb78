import type { Diagnostic, DiagnosticCode } from '../core/model/diagnostic.ts';
import type { CatalogDraft } from '../core/model/model.ts';

/** Files of a small pack by their path in it; `pack.yaml` is left away where it has nothing to say. */
export type ExampleFiles = Readonly<Record<string, string>>;

/** What `careerpath rules` tells about one code. Its severity and its words are in the table of `core/model/diagnostic.ts`. */
export interface Rule {
  readonly code: DiagnosticCode;
  /** Why it is a fault: what goes wrong for a person when nobody fixes it. */
  readonly why: string;
  /** Files in which the rule finds something, and the same files fixed. */
  readonly failing: ExampleFiles;
  readonly passing: ExampleFiles;
}

/** One rule over a whole catalog. It sees what the files say, with every fault still in it, and takes linear time. */
export interface Check extends Rule {
  readonly run: (draft: CatalogDraft) => Diagnostic[];
}
