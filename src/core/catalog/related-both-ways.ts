import type { Skill } from '../model/model.ts';
import { compareText } from '../model/text-order.ts';

export interface RelatedSkill {
  readonly skill: string;
  /** How much of it carries over. */
  readonly transfer: number;
  /** How much carries over to it. */
  readonly outward: number;
}

/** For each skill those that are related to it. A relation holds both ways unless the other side states its own transfer. */
export function relatedBothWays(skills: readonly Skill[]): RelatedSkill[][] {
  const carriers = new Map(skills.map((skill) => [skill.id, new Map<string, number>()]));
  for (const skill of skills) {
    for (const { skill: other, transfer } of skill.related) carriers.get(skill.id)?.set(other, transfer);
  }
  for (const skill of skills) {
    for (const { skill: other, transfer } of skill.related) {
      const back = carriers.get(other);
      if (back !== undefined && !back.has(skill.id)) back.set(skill.id, transfer);
    }
  }
  return skills.map((skill) =>
    [...(carriers.get(skill.id) ?? [])]
      .map(([other, transfer]) => ({ skill: other, transfer, outward: carriers.get(other)?.get(skill.id) ?? 0 }))
      .sort((a, b) => compareText(a.skill, b.skill)),
  );
}
