import type { Diagnostic } from '../core/diagnostic.ts';
import type { CatalogDraft } from '../core/model.ts';
import type { Check } from './check.ts';
import { duplicateId } from './duplicate-id.ts';
import { labelCollision } from './label-collision.ts';
import { learningCycle } from './learning-cycle.ts';
import { relationRanges } from './relation-ranges.ts';
import { requirementCounts } from './requirement-counts.ts';
import { unknownReferences } from './unknown-references.ts';

/** Every rule over a catalog. Adding one is one file and one line here. */
const checks: readonly Check[] = [
  unknownReferences,
  duplicateId,
  labelCollision,
  learningCycle,
  relationRanges,
  requirementCounts,
];

/** All findings of all rules over a draft. */
export function runChecks(draft: CatalogDraft): Diagnostic[] {
  return checks.flatMap((check) => check.run(draft));
}
