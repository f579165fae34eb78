import type { Diagnostic } from '../core/model/diagnostic.ts';
import { atPlace } from './at-place.ts';
import type { Check } from './check.ts';
import { cycleStart, findCycles, impliedSteps } from './find-cycles.ts';

/** Implications that lead back to the level they came from. */
export const implicationCycle: Check = {
  code: 'implication-cycle',
  why: 'Skills that imply each other at the same level are held together or not at all: they are one skill, or an offset is wrong.',
  failing: {
    'skills/core.yaml':
      '- id: rest\n  name: REST\n  implies: [{ skill: http }]\n- id: http\n  name: HTTP\n  implies: [{ skill: rest }]\n',
  },
  passing: {
    'skills/core.yaml': '- id: rest\n  name: REST\n  implies: [{ skill: http, offset: -1 }]\n- id: http\n  name: HTTP\n',
  },
  run(draft) {
    const found: Diagnostic[] = [];
    for (const cycle of findCycles(draft, impliedSteps)) {
      const start = cycleStart(draft, cycle);
      if (start === undefined) continue;
      const facts = { cycle: cycle.map((step) => `${step.skill} ${step.level}`) };
      found.push({ code: 'implication-cycle', facts, ...atPlace(draft, start.entry, start.path) });
    }
    return found;
  },
};
