import type { Diagnostic } from '../core/diagnostic.ts';
import type { CatalogDraft } from '../core/model.ts';
import { checks } from './registry.ts';

/** All findings of all rules over a draft. */
export function runChecks(draft: CatalogDraft): Diagnostic[] {
  return checks.flatMap((check) => check.run(draft));
}
