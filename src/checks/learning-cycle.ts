import type { Diagnostic } from '../core/model/diagnostic.ts';
import { choicesOf, type Skill } from '../core/model/model.ts';
import { atPlace } from './at-place.ts';
import type { Check } from './check.ts';
import { type CycleStep, cycleStart, findCycles, impliedSteps } from './find-cycles.ts';
import { makeIsLearnable } from './learnable-steps.ts';

/**
 * A step of a skill needs what the skill requires and what it implies. If that leads back to the same step, or to a later one
 * of the same skill, nobody could ever begin. A choice holds nobody up while one of its skills can be learned.
 */
export const learningCycle: Check = {
  code: 'learning-cycle',
  why: 'Each skill of the circle waits for another one of it, so nobody could ever begin, and no plan could contain them.',
  failing: {
    'skills/core.yaml':
      '- id: docker\n  name: Docker\n  requires: [{ skill: kubernetes, level: 1 }]\n- id: kubernetes\n  name: Kubernetes\n  requires: [{ skill: docker, level: 2 }]\n',
  },
  passing: {
    'skills/core.yaml':
      '- id: docker\n  name: Docker\n- id: kubernetes\n  name: Kubernetes\n  requires: [{ skill: docker, level: 2 }]\n',
  },
  run(draft) {
    const found: Diagnostic[] = [];
    const isLearnable = makeIsLearnable(draft);
    // Of a choice that can be met in another way, nothing needs to be followed.
    const follow = (skill: Skill, level: number): CycleStep[] => neededSteps(skill, level).filter((step) => !isLearnable(step));
    for (const cycle of findCycles(draft, follow)) {
      // Implications alone are the matter of `implication-cycle`.
      if (cycle.slice(1).every((step) => step.because === 'implies')) continue;
      const start = cycleStart(draft, cycle);
      if (start === undefined) continue;
      const facts = { cycle: cycle.map((step) => `${step.skill} ${step.level}`) };
      found.push({ code: 'learning-cycle', facts, ...atPlace(draft, start.entry, start.path) });
    }
    return found;
  },
};

function neededSteps(skill: Skill, level: number): CycleStep[] {
  const needed = skill.requires.flatMap((one) =>
    choicesOf(one).map((skill) => ({ skill, level: one.level, because: 'requires' as const })),
  );
  const below: CycleStep[] = level > 1 ? [{ skill: skill.id, level: level - 1, because: 'below' }] : [];
  return [...needed, ...impliedSteps(skill, level), ...below];
}
