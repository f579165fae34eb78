import type { Diagnostic } from '../core/model/diagnostic.ts';
import { seniorities } from '../schema/role-schema.ts';
import { atPlace } from './at-place.ts';
import type { Check } from './check.ts';

/** Some role leads to every role above entry. */
export const unreachableRole: Check = {
  code: 'unreachable-role',
  why: 'Routes follow leadsTo first. A role that nothing leads to appears in no usual career.',
  failing: {
    'roles/junior.yaml': 'id: junior\ntitle: Junior\nseniority: entry\n',
    'roles/senior.yaml': 'id: senior\ntitle: Senior\nseniority: senior\n',
  },
  passing: {
    'roles/junior.yaml': 'id: junior\ntitle: Junior\nseniority: entry\nleadsTo: [{ role: senior }]\n',
    'roles/senior.yaml': 'id: senior\ntitle: Senior\nseniority: senior\n',
  },
  run(draft) {
    const found: Diagnostic[] = [];
    const reached = new Set(
      draft.roles.flatMap(({ value }) => value.leadsTo.map((move) => move.role).filter((id) => id !== value.id)),
    );
    for (const entry of draft.roles) {
      const { id, seniority } = entry.value;
      if (seniority === undefined || seniority === seniorities[0] || reached.has(id)) continue;
      found.push({ code: 'unreachable-role', facts: { role: id, seniority }, ...atPlace(draft, entry, ['seniority']) });
    }
    return found;
  },
};
