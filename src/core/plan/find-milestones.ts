import type { Catalog } from '../catalog/catalog-index.ts';
import type { Verdict } from '../model/scale.ts';
import { assessRole } from '../score/fit.ts';
import type { HeldLevels } from '../score/held-levels.ts';
import type { LearningStep } from './learning-step.ts';
import { openTrial } from './trial.ts';

/** A step after which the verdict of a role is a better one. */
export interface Milestone {
  /** Counted from 1. */
  readonly afterStep: number;
  readonly role: number;
  readonly verdict: Verdict;
}

/** Where in a row of steps a verdict changes, in the order of the steps and of the roles. */
export function findMilestones(
  catalog: Catalog,
  roles: readonly number[],
  held: HeldLevels,
  ordered: readonly LearningStep[],
): Milestone[] {
  const trial = openTrial(catalog, roles, held);
  const verdictOf = (role: number): Verdict => assessRole(catalog, role, trial.now).verdict;
  const verdicts = new Map(roles.map((role) => [role, verdictOf(role)]));
  return ordered.flatMap((step, i) => {
    trial.take([step]);
    return roles.flatMap((role): Milestone[] => {
      const verdict = verdictOf(role);
      if (verdicts.get(role) === verdict) return [];
      verdicts.set(role, verdict);
      return [{ afterStep: i + 1, role, verdict }];
    });
  });
}
