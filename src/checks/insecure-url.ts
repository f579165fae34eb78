import type { Diagnostic } from '../core/model/diagnostic.ts';
import { atPlace } from './at-place.ts';
import type { Check } from './check.ts';
import { eachUrl } from './texts.ts';

/** An address is https. */
export const insecureUrl: Check = {
  code: 'insecure-url',
  why: 'What comes over plain http can be changed on its way to the reader.',
  failing: {
    'skills/core.yaml':
      '- id: java\n  name: Java\n  learn:\n    1:\n      do: Write a small program.\n      resources:\n        - title: Learn Java\n          url: http://dev.java/learn/\n',
  },
  passing: {
    'skills/core.yaml':
      '- id: java\n  name: Java\n  learn:\n    1:\n      do: Write a small program.\n      resources:\n        - title: Learn Java\n          url: https://dev.java/learn/\n',
  },
  run(draft) {
    const found: Diagnostic[] = [];
    eachUrl(draft, (entry, path, url) => {
      if (/^http:/i.test(url) && URL.canParse(url))
        found.push({ code: 'insecure-url', facts: { url }, ...atPlace(draft, entry, path()) });
    });
    return found;
  },
};
