import type { Diagnostic } from '../core/model/diagnostic.ts';
import { suggestWords } from '../search/suggest.ts';
import { atPlace } from './at-place.ts';
import type { Check } from './check.ts';

/** A requirement names only sources that its role declares. */
export const undeclaredSource: Check = {
  code: 'undeclared-source',
  why: 'Nobody could look up where the requirement comes from.',
  failing: {
    'skills/core.yaml': '- id: java\n  name: Java\n',
    'roles/developer.yaml':
      'id: developer\ntitle: Developer\nsources: [{ id: guide, title: Hiring guide }]\nrequirements:\n  - skill: java\n    level: 3\n    importance: essential\n    source: advert\n',
  },
  passing: {
    'skills/core.yaml': '- id: java\n  name: Java\n',
    'roles/developer.yaml':
      'id: developer\ntitle: Developer\nsources: [{ id: guide, title: Hiring guide }]\nrequirements:\n  - skill: java\n    level: 3\n    importance: essential\n    source: guide\n',
  },
  run(draft) {
    const found: Diagnostic[] = [];
    for (const entry of draft.roles) {
      const declared = entry.value.sources.map((source) => source.id);
      entry.value.requirements.forEach(({ source }, i) => {
        if (source === undefined || declared.includes(source)) return;
        const suggestions = found.length < 100 ? suggestWords(source, declared, 1) : [];
        const place = atPlace(draft, entry, ['requirements', i, 'source']);
        found.push({ code: 'undeclared-source', facts: { source, declared }, ...place, suggestions });
      });
    }
    return found;
  },
};
