import type { Skill } from '../core/model/model.ts';

/** Below the lowest level that an offset can leave, an implication says nothing. */
const lowestOffset = -4;

/** The highest offset at which a skill implies others, through other skills too. */
export function impliedOffsets(skill: Skill, skills: ReadonlyMap<string, Skill>): Map<string, number> {
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
