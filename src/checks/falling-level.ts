import type { Diagnostic } from '../core/model/diagnostic.ts';
import type { Role } from '../core/model/model.ts';
import { seniorities } from '../schema/role-schema.ts';
import { atPlace, relatedTo } from './at-place.ts';
import type { Check } from './check.ts';

/** A role asks no less of a skill than a lower role that leads to it. */
export const fallingLevel: Check = {
  code: 'falling-level',
  why: 'The career would ask people to forget something: one of the two levels is wrong.',
  failing: {
    'skills/core.yaml': '- id: java\n  name: Java\n',
    'roles/junior.yaml':
      'id: junior\ntitle: Junior\nseniority: entry\nrequirements:\n  - skill: java\n    level: 3\n    importance: essential\nleadsTo: [{ role: senior }]\n',
    'roles/senior.yaml':
      'id: senior\ntitle: Senior\nseniority: senior\nrequirements:\n  - skill: java\n    level: 2\n    importance: essential\n',
  },
  passing: {
    'skills/core.yaml': '- id: java\n  name: Java\n',
    'roles/junior.yaml':
      'id: junior\ntitle: Junior\nseniority: entry\nrequirements:\n  - skill: java\n    level: 3\n    importance: essential\nleadsTo: [{ role: senior }]\n',
    'roles/senior.yaml':
      'id: senior\ntitle: Senior\nseniority: senior\nrequirements:\n  - skill: java\n    level: 4\n    importance: essential\n',
  },
  run(draft) {
    const found: Diagnostic[] = [];
    const roles = new Map(draft.roles.map((entry) => [entry.value.id, entry]));
    for (const junior of draft.roles) {
      for (const move of junior.value.leadsTo) {
        const senior = roles.get(move.role);
        if (senior === undefined || grade(junior.value) >= grade(senior.value)) continue;
        const asked = directRequirements(junior.value);
        for (const [skill, { level, at }] of directRequirements(senior.value)) {
          const before = asked.get(skill);
          if (before === undefined || before.level <= level) continue;
          const facts = { role: senior.value.id, skill, level, junior: junior.value.id, juniorLevel: before.level };
          const related = relatedTo(draft, `${junior.value.id} asks it here`, junior, [
            'requirements',
            before.at,
            'anyOf',
            0,
            'level',
          ]);
          const place = atPlace(draft, senior, ['requirements', at, 'anyOf', 0, 'level']);
          found.push({ code: 'falling-level', facts, ...place, related });
        }
      }
    }
    return found;
  },
};

function grade({ seniority }: Role): number {
  const grades: readonly (string | undefined)[] = seniorities;
  return grades.indexOf(seniority);
}

/** What a role asks of single skills, with the requirement's position. */
function directRequirements(role: Role): Map<string, { level: number; at: number }> {
  const direct = new Map<string, { level: number; at: number }>();
  role.requirements.forEach(({ anyOf, name }, at) => {
    const [only] = anyOf;
    if (name === undefined && only !== undefined) direct.set(only.skill, { level: only.level, at });
  });
  return direct;
}
