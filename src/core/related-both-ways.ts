import type { Skill } from './model.ts';
import { compareText } from './text-order.ts';

/** For each skill what carries over to it. A relation holds both ways unless the other side states its own transfer. */
export function relatedBothWays(skills: readonly Skill[]): { skill: string; transfer: number }[][] {
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
      .map(([other, transfer]) => ({ skill: other, transfer }))
      .sort((a, b) => compareText(a.skill, b.skill)),
  );
}
