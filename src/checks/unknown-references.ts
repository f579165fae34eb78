import type { Diagnostic } from '../core/diagnostic.ts';
import type { CatalogDraft, DraftEntry, NodePath } from '../core/model.ts';
import { suggestWords } from '../search/suggest.ts';
import { atPlace } from './at-place.ts';
import type { Check } from './check.ts';

/** Every id that an entry refers to must exist. */
export const unknownReferences: Check = {
  run(draft) {
    const skillIds = new Set(draft.skills.map((entry) => entry.value.id));
    const roleIds = new Set(draft.roles.map((entry) => entry.value.id));
    const found: Diagnostic[] = [];
    const refer = (code: 'unknown-skill' | 'unknown-role', entry: DraftEntry<unknown>, path: NodePath, name: string): void => {
      const known = code === 'unknown-skill' ? skillIds : roleIds;
      if (known.has(name)) return;
      // Suggesting is dear; a pack with a hundred unknown ids has another problem than spelling.
      const suggestions = found.length < 100 ? suggestWords(name, [...known]) : [];
      found.push({ code, facts: { name }, ...atPlace(draft, entry, path), suggestions });
    };
    eachReference(draft, refer);
    return found;
  },
};

function eachReference(
  draft: CatalogDraft,
  visit: (code: 'unknown-skill' | 'unknown-role', entry: DraftEntry<unknown>, path: NodePath, name: string) => void,
): void {
  for (const entry of draft.skills) {
    for (const list of ['implies', 'related', 'requires'] as const) {
      entry.value[list].forEach((item, i) => {
        visit('unknown-skill', entry, [list, i, 'skill'], item.skill);
      });
    }
  }
  for (const entry of draft.roles) {
    const role = entry.value;
    role.requirements.forEach((requirement, i) => {
      requirement.anyOf.forEach((one, j) => {
        visit('unknown-skill', entry, ['requirements', i, 'anyOf', j, 'skill'], one.skill);
      });
    });
    role.responsibilities.forEach((responsibility, i) => {
      responsibility.skills.forEach((skill, j) => {
        visit('unknown-skill', entry, ['responsibilities', i, 'skills', j], skill);
      });
    });
    role.experience?.of.forEach((one, i) => {
      visit('unknown-skill', entry, ['experience', 'of', i, 'skill'], one.skill);
    });
    role.leadsTo.forEach((move, i) => {
      visit('unknown-role', entry, ['leadsTo', i, 'role'], move.role);
    });
  }
}
