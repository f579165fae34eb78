import type { Catalog } from '../../core/catalog-index.ts';
import type { SuggestedStep } from '../../core/first-steps.ts';
import { textAt } from '../../core/text-table.ts';
import type { Block } from '../../report/report.ts';
import { points } from './requirement-answer.ts';

/** A learning step as JSON carries it. */
export function stepData(catalog: Catalog, suggested: SuggestedStep, order: number): Record<string, unknown> {
  const { step, hours, gain, closes } = suggested;
  const learn = catalog.skill(step.skill).learn[step.level];
  return {
    order,
    skill: textAt(catalog.skillIds, step.skill),
    name: textAt(catalog.skillNames, step.skill),
    from: step.level - 1,
    to: step.level,
    hours,
    gain,
    closes,
    do: learn?.do ?? null,
    resources: learn?.resources ?? [],
  };
}

/** Learning steps for people: what, how long, what it brings, what to do and where to read. */
export function stepsBlock(catalog: Catalog, steps: readonly SuggestedStep[]): Block {
  return {
    kind: 'steps',
    steps: steps.map(({ step, hours, gain }) => {
      const learn = catalog.skill(step.skill).learn[step.level];
      const word = catalog.scale.levels[step.level]?.word ?? '';
      return {
        title: `${textAt(catalog.skillNames, step.skill)} ${step.level - 1} → ${step.level} (${word})`,
        facts: [`${hours.low}–${hours.high} h`, gain > 1e-9 ? `+${points(gain)} points` : 'opens the way'],
        body: learn?.do ?? 'No activity is written down for this step yet.',
        links: learn?.resources ?? [],
      };
    }),
  };
}
