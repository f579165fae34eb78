import type { Diagnostic } from '../core/model/diagnostic.ts';
import type { Skill } from '../core/model/model.ts';
import { atPlace } from './at-place.ts';
import type { Check } from './check.ts';

/** What is usual says more than what is implied anyway. */
export const usuallyImplied: Check = {
  code: 'usually-implied',
  why: 'The edge changes nothing: whoever holds the skill is credited with that level already.',
  failing: {
    'skills/core.yaml':
      '- id: java\n  name: Java\n- id: spring\n  name: Spring\n  implies: [{ skill: java, offset: -1 }]\n  usually: [{ skill: java, offset: -2 }]\n',
  },
  passing: {
    'skills/core.yaml':
      '- id: java\n  name: Java\n- id: spring\n  name: Spring\n  implies: [{ skill: java, offset: -1 }]\n  usually: [{ skill: java, offset: 0 }]\n',
  },
  run(draft) {
    const found: Diagnostic[] = [];
    const skills = new Map(draft.skills.map(({ value }) => [value.id, value]));
    for (const entry of draft.skills) {
      const { id, usually } = entry.value;
      if (usually.length === 0) continue;
      const implied = impliedOffsets(entry.value, skills);
      usually.forEach((edge, i) => {
        const offset = implied.get(edge.skill);
        if (offset === undefined || edge.skill === id || edge.offset > offset) return;
        const facts = { skill: id, implied: edge.skill, offset };
        found.push({ code: 'usually-implied', facts, ...atPlace(draft, entry, ['usually', i, 'skill']) });
      });
    }
    return found;
  },
};

/** Below the lowest level that an offset can leave, an implication says nothing. */
const lowestOffset = -4;

/** The highest offset at which a skill implies others, through other skills too. */
function impliedOffsets(skill: Skill, skills: ReadonlyMap<string, Skill>): Map<string, number> {
  const best = new Map([[skill.id, 0]]);
  const open = [skill.id];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const edge of skills.get(id)?.implies ?? []) {
      // A rising offset is the matter of `implication-raises`; followed in a circle it would never end.
      const offset = (best.get(id) ?? 0) + Math.min(edge.offset, 0);
      if (offset < lowestOffset || offset <= (best.get(edge.skill) ?? Number.NEGATIVE_INFINITY)) continue;
      best.set(edge.skill, offset);
      open.push(edge.skill);
    }
  }
  return best;
}
