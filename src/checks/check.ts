import type { Diagnostic } from '../core/diagnostic.ts';
import type { CatalogDraft } from '../core/model.ts';

/** One rule over a whole catalog. It sees what the files say, with every fault still in it. */
export interface Check {
  readonly run: (draft: CatalogDraft) => Diagnostic[];
}
