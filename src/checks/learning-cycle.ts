import type { Diagnostic } from '../core/diagnostic.ts';
import type { Skill } from '../core/model.ts';
import { atPlace } from './at-place.ts';
import type { Check } from './check.ts';

/**
 * A step of a skill needs what the skill requires and what it implies. If that leads back to the same step, or to a later one
 * of the same skill, nobody could ever begin. Judged over (skill, level): two skills may well build on each other's lower levels.
 */
export const learningCycle: Check = {
  run(draft) {
    const skills = new Map(draft.skills.map((entry) => [entry.value.id, entry]));
    const state = new Map<string, 'open' | 'done'>();
    const reported = new Set<string>();
    const found: Diagnostic[] = [];
    for (const entry of draft.skills) {
      const top = highestUsefulLevel(entry.value);
      for (let level = 1; level <= top; level++) search(entry.value.id, level);
    }
    return found;

    // An explicit stack: a chain of prerequisites may be longer than the call stack is deep.
    function search(id: string, level: number): void {
      const path: { id: string; level: number; next: { id: string; level: number }[] }[] = [];
      const enter = (stepId: string, stepLevel: number): void => {
        state.set(`${stepId}:${stepLevel}`, 'open');
        const skill = skills.get(stepId)?.value;
        path.push({ id: stepId, level: stepLevel, next: skill === undefined ? [] : needs(skill, stepLevel) });
      };
      if (!state.has(`${id}:${level}`)) enter(id, level);
      while (path.length > 0) {
        const top = path[path.length - 1] as (typeof path)[number];
        const next = top.next.pop();
        if (next === undefined) {
          state.set(`${top.id}:${top.level}`, 'done');
          path.pop();
          continue;
        }
        const seen = state.get(`${next.id}:${next.level}`);
        if (seen === undefined) enter(next.id, next.level);
        else if (seen === 'open')
          report(
            path.map((step) => `${step.id} ${step.level}`),
            `${next.id} ${next.level}`,
          );
      }
    }

    function report(path: readonly string[], back: string): void {
      const cycle = [...path.slice(path.indexOf(back)), back];
      const names = [...new Set(cycle.map((step) => step.split(' ')[0] as string))].sort();
      const key = names.join(' ');
      if (reported.has(key)) return;
      reported.add(key);
      const entry = skills.get((cycle[0] as string).split(' ')[0] as string);
      if (entry === undefined) return;
      const list = entry.value.requires.length > 0 ? 'requires' : 'implies';
      found.push({ code: 'learning-cycle', facts: { cycle }, ...atPlace(draft, entry, [list], 'key') });
    }
  },
};

const highestLevel = 5;

function highestUsefulLevel(skill: Skill): number {
  return skill.implies.length + skill.requires.length > 0 ? highestLevel : 0;
}

function needs(skill: Skill, level: number): { id: string; level: number }[] {
  const needed = skill.requires.map((one) => ({ id: one.skill, level: one.level }));
  for (const one of skill.implies) {
    const implied = Math.min(level + one.offset, highestLevel);
    if (implied >= 1) needed.push({ id: one.skill, level: implied });
  }
  if (level > 1) needed.push({ id: skill.id, level: level - 1 });
  return needed;
}
