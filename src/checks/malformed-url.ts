import type { Diagnostic } from '../core/model/diagnostic.ts';
import { atPlace } from './at-place.ts';
import type { Check } from './check.ts';
import { eachUrl } from './texts.ts';

/** An address is one that a browser can open. */
export const malformedUrl: Check = {
  code: 'malformed-url',
  why: 'A reader who follows the link lands nowhere.',
  failing: {
    'skills/core.yaml':
      '- id: java\n  name: Java\n  learn:\n    1:\n      do: Write a small program.\n      resources:\n        - title: Learn Java\n          url: "dev.java learn"\n',
  },
  passing: {
    'skills/core.yaml':
      '- id: java\n  name: Java\n  learn:\n    1:\n      do: Write a small program.\n      resources:\n        - title: Learn Java\n          url: https://dev.java/learn/\n',
  },
  run(draft) {
    const found: Diagnostic[] = [];
    eachUrl(draft, (entry, path, url) => {
      if (!/^https?:/i.test(url) || !URL.canParse(url))
        found.push({ code: 'malformed-url', facts: { url }, ...atPlace(draft, entry, path()) });
    });
    return found;
  },
};
