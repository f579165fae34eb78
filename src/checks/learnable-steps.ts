import { type CatalogDraft, choicesOf, type Skill } from '../core/model/model.ts';
import { type CycleStep, highestLevel, impliedSteps, skillsById } from './find-cycles.ts';

/** One thing that a step waits for, met by any of these steps. */
type Need = readonly Pick<CycleStep, 'skill' | 'level'>[];

/**
 * Which steps can be learned at all, by chaining forward from those that need nothing: every need of a step must be met, one
 * of its choices each. Skills that no file has hold nobody up; they are the matter of `unknown-skill`. Linear.
 */
export function makeIsLearnable(draft: CatalogDraft): (step: Pick<CycleStep, 'skill' | 'level'>) => boolean {
  const skills = skillsById(draft);
  const open = new Map<string, number>();
  const waiting = new Map<string, { readonly key: string; met: boolean }[]>();
  const learned = new Set<string>();
  const ready: string[] = [];
  for (const skill of skills.values()) {
    for (let level = 1; level <= highestLevel; level++) {
      const key = `${skill.id}:${level}`;
      const needs = needsOf(skill, level).filter((choices) => choices.every((one) => skills.has(one.skill)));
      open.set(key, needs.length);
      if (needs.length === 0) ready.push(key);
      for (const choices of needs) {
        const need = { key, met: false };
        for (const one of choices) {
          const at = `${one.skill}:${one.level}`;
          const list = waiting.get(at);
          if (list === undefined) waiting.set(at, [need]);
          else list.push(need);
        }
      }
    }
  }
  for (let key = ready.pop(); key !== undefined; key = ready.pop()) {
    learned.add(key);
    for (const need of waiting.get(key) ?? []) {
      if (need.met) continue;
      need.met = true;
      const left = (open.get(need.key) ?? 0) - 1;
      open.set(need.key, left);
      if (left === 0) ready.push(need.key);
    }
  }
  return ({ skill, level }) => !skills.has(skill) || learned.has(`${skill}:${level}`);
}

function needsOf(skill: Skill, level: number): Need[] {
  return [
    ...skill.requires.map((one) => choicesOf(one).map((choice) => ({ skill: choice, level: one.level }))),
    ...impliedSteps(skill, level).map((step) => [step]),
    ...(level > 1 ? [[{ skill: skill.id, level: level - 1 }]] : []),
  ];
}
