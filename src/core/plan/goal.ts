import type { Catalog } from '../catalog/catalog-index.ts';
import type { Verdict } from '../model/scale.ts';
import { assessRole, meetsMarks } from '../score/fit.ts';
import type { HeldLevels } from '../score/held-levels.ts';

/** What a plan must reach in one role. */
export interface Goal {
  readonly role: number;
  /** 0 to 100 */
  readonly fit: number;
  /** The mean credit of the essential requirements, 0 to 1; 0 where only the fit counts. */
  readonly essentials: number;
}

/** The marks of a verdict as a goal. Throws when the scale has no such verdict. */
export function goalOfVerdict(catalog: Catalog, role: number, verdict: Verdict): Goal {
  const mark = catalog.scale.verdicts.find((one) => one.verdict === verdict);
  if (mark === undefined) throw new Error(`the scale has no verdict ${verdict}`);
  return { role, fit: mark.fit, essentials: mark.essentials };
}

/** Whether held levels reach a goal, by the same numbers that a verdict is given by. */
export function isReached(catalog: Catalog, goal: Goal, held: HeldLevels): boolean {
  return meetsMarks(assessRole(catalog, goal.role, held), goal);
}
