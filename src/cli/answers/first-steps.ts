import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { planFirstSteps } from '../../core/plan/first-steps.ts';
import { describeSteps } from '../../core/plan/order-steps.ts';
import type { Person } from '../../intake/resolve-profile.ts';
import type { Block } from '../../report/report.ts';
import { requirementLabels, shownStep, type TimedStep } from './step-answer.ts';

/** At most `max` first steps towards a role, in order. */
export function firstSteps(catalog: Catalog, role: number, { held }: Person, max: number): TimedStep[] {
  const ordered = planFirstSteps(catalog, [role], held, max);
  return describeSteps(catalog, [role], held, ordered).map((step, i) => ({ ...step, order: i + 1 }));
}

export function firstStepBlocks(catalog: Catalog, role: number, steps: readonly TimedStep[]): Block[] {
  if (steps.length === 0) return [];
  const labelOf = requirementLabels(catalog, [role]);
  return [
    { kind: 'heading', text: 'First steps (one requirement after the other, each in the fewest hours)' },
    { kind: 'steps', steps: steps.map((step) => shownStep(catalog, step, labelOf)) },
  ];
}
