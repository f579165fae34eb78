import type { Diagnostic } from '../core/model/diagnostic.ts';
import type { CatalogDraft } from '../core/model/model.ts';
import { suggestWords } from '../search/suggest.ts';
import { atPlace } from './at-place.ts';
import type { Check } from './check.ts';
import { eachSkillReference } from './skill-references.ts';

/** Suggesting is costly; a pack with more unknown ids than this has another problem than spelling. */
const maxSuggestions = 100;

/** Every skill id that an entry refers to must exist. */
export const unknownSkill: Check = {
  code: 'unknown-skill',
  why: 'A requirement for a skill that does not exist can never be met, so every fit would be too low and nobody would see why.',
  failing: {
    'skills/core.yaml': '- id: java\n  name: Java\n',
    'roles/developer.yaml':
      'id: developer\ntitle: Developer\nrequirements:\n  - skill: jave\n    level: 3\n    importance: essential\n',
  },
  passing: {
    'skills/core.yaml': '- id: java\n  name: Java\n',
    'roles/developer.yaml':
      'id: developer\ntitle: Developer\nrequirements:\n  - skill: java\n    level: 3\n    importance: essential\n',
  },
  run(draft: CatalogDraft): Diagnostic[] {
    const known = new Set(draft.skills.map((entry) => entry.value.id));
    let words: string[] | undefined;
    const near = new Map<string, readonly string[]>();
    const found: Diagnostic[] = [];
    eachSkillReference(draft, (entry, path, name) => {
      if (known.has(name)) return;
      words ??= [...known];
      const suggestions = near.get(name) ?? (near.size < maxSuggestions ? suggestWords(name, words) : []);
      near.set(name, suggestions);
      found.push({ code: 'unknown-skill', facts: { name }, ...atPlace(draft, entry, path()), suggestions });
    });
    return found;
  },
};
