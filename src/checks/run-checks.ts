import { type Diagnostic, defaultSeverityOf } from '../core/model/diagnostic.ts';
import type { CatalogDraft } from '../core/model/model.ts';
import { checks } from './registry.ts';

/** All findings of all rules over a draft. */
export function runChecks(draft: CatalogDraft): Diagnostic[] {
  return checks.flatMap((check) => check.run(draft));
}

/**
 * Only what makes a catalog unusable. Each finding asks for its place, which has its file parsed in full: an imported taxonomy,
 * whose every skill lacks a resource, would be parsed once more for warnings that nobody sees.
 */
export function runErrorChecks(draft: CatalogDraft): Diagnostic[] {
  return checks.filter((check) => defaultSeverityOf(check.code) === 'error').flatMap((check) => check.run(draft));
}
