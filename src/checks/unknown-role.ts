import type { Diagnostic } from '../core/model/diagnostic.ts';
import { suggestWords } from '../search/suggest.ts';
import { atPlace } from './at-place.ts';
import type { Check } from './check.ts';

/** Every role id in `leadsTo`, and in `first` of a pack, must exist. */
export const unknownRole: Check = {
  code: 'unknown-role',
  why: 'A move to a role that does not exist leads nowhere: routes would leave it out in silence.',
  failing: {
    'roles/junior.yaml': 'id: junior\ntitle: Junior\nleadsTo:\n  - role: senoir\n',
    'roles/senior.yaml': 'id: senior\ntitle: Senior\n',
  },
  passing: {
    'roles/junior.yaml': 'id: junior\ntitle: Junior\nleadsTo:\n  - role: senior\n',
    'roles/senior.yaml': 'id: senior\ntitle: Senior\n',
  },
  run(draft) {
    const known = new Set(draft.roles.map((entry) => entry.value.id));
    const found: Diagnostic[] = [];
    for (const entry of draft.roles) {
      entry.value.leadsTo.forEach(({ role: name }, i) => {
        if (known.has(name)) return;
        const suggestions = found.length < 100 ? suggestWords(name, [...known]) : [];
        found.push({ code: 'unknown-role', facts: { name }, ...atPlace(draft, entry, ['leadsTo', i, 'role']), suggestions });
      });
    }
    draft.packs.forEach(({ first }, layer) => {
      first?.forEach((name, i) => {
        if (known.has(name)) return;
        const place = draft.placeInPack(layer, ['first', i]);
        const where = place === undefined ? {} : { place };
        found.push({ code: 'unknown-role', facts: { name }, ...where, suggestions: suggestWords(name, [...known]) });
      });
    });
    return found;
  },
};
