import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { assumeProfile } from '../../core/plan/assume-profile.ts';
import { planFirstSteps } from '../../core/plan/first-steps.ts';
import { describeSteps } from '../../core/plan/order-steps.ts';
import { backgroundOf } from '../../intake/background.ts';
import type { Person } from '../../intake/resolve-profile.ts';
import type { Block } from '../../report/report.ts';
import { requirementLabels, shownStep, type TimedStep } from './step-answer.ts';

/** At most `max` first steps towards a role, in order, from what is said and what usually comes with it. */
export function firstSteps(catalog: Catalog, role: number, person: Person, max: number): TimedStep[] {
  const { held } = assumeProfile(catalog, person.declarations, backgroundOf(person));
  const ordered = planFirstSteps(catalog, [role], held, max);
  return describeSteps(catalog, [role], held, ordered).map((step, i) => ({ ...step, order: i + 1 }));
}

export function firstStepBlocks(catalog: Catalog, role: number, steps: readonly TimedStep[]): Block[] {
  if (steps.length === 0) return [];
  const labelOf = requirementLabels(catalog, [role]);
  return [
    { kind: 'heading', text: 'First steps (no plan to ready can leave them out)' },
    { kind: 'steps', steps: steps.map((step) => shownStep(catalog, step, labelOf)) },
  ];
}
