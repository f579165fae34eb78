import type { Diagnostic } from '../core/model/diagnostic.ts';
import { choicesOf } from '../core/model/model.ts';
import { atPlace } from './at-place.ts';
import type { Check } from './check.ts';

/** A level that a role asks, or that another skill requires, can be learned from the skill's own list. */
export const levelBeyondLearn: Check = {
  code: 'level-beyond-learn',
  why: 'A person is told to reach a level, and the plan has no step that leads there.',
  failing: {
    'skills/core.yaml':
      '- id: java\n  name: Java\n  learn:\n    1:\n      do: Write a small program.\n      resources: [{ title: Learn Java, url: "https://dev.java/learn/" }]\n',
    'roles/developer.yaml':
      'id: developer\ntitle: Developer\nrequirements:\n  - skill: java\n    level: 2\n    importance: essential\n',
  },
  passing: {
    'skills/core.yaml':
      '- id: java\n  name: Java\n  learn:\n    1:\n      do: Write a small program.\n      resources: [{ title: Learn Java, url: "https://dev.java/learn/" }]\n',
    'roles/developer.yaml':
      'id: developer\ntitle: Developer\nrequirements:\n  - skill: java\n    level: 1\n    importance: essential\n',
  },
  run(draft) {
    const found: Diagnostic[] = [];
    const reaches = new Map<string, number>();
    for (const { value } of draft.skills) {
      const levels = Object.keys(value.learn).map(Number);
      // A skill without any step is the matter of `no-resource`.
      if (levels.length > 0) reaches.set(value.id, Math.max(...levels));
    }
    for (const entry of draft.skills) {
      entry.value.requires.forEach((prerequisite, i) => {
        const { level } = prerequisite;
        const choices = choicesOf(prerequisite);
        // Of a choice it is enough that one can be learned.
        if (choices.some((skill) => level <= (reaches.get(skill) ?? level))) return;
        choices.forEach((skill, j) => {
          const path = ['requires', i, ...('anyOf' in prerequisite ? ['anyOf', j] : ['skill'])];
          const facts = { skill, level, reaches: reaches.get(skill) ?? 0 };
          found.push({ code: 'level-beyond-learn', facts, ...atPlace(draft, entry, path) });
        });
      });
    }
    for (const entry of draft.roles) {
      entry.value.requirements.forEach(({ anyOf, family, atLeast }, i) => {
        // Of a family it is enough that so many can be learned as are asked.
        const learned = anyOf.filter(({ skill, level }) => level <= (reaches.get(skill) ?? level));
        if (family !== undefined && learned.length >= atLeast) return;
        anyOf.forEach(({ skill, level }, j) => {
          const top = reaches.get(skill);
          if (top === undefined || level <= top) return;
          const facts = { skill, level, reaches: top };
          found.push({ code: 'level-beyond-learn', facts, ...atPlace(draft, entry, ['requirements', i, 'anyOf', j, 'skill']) });
        });
      });
    }
    return found;
  },
};
