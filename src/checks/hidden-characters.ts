import type { Diagnostic } from '../core/model/diagnostic.ts';
import { hasHiddenCharacters, makeVisible } from '../core/model/visible-text.ts';
import { atPlace } from './at-place.ts';
import type { Check } from './check.ts';
import { eachText } from './texts.ts';

/** No text of an entry or of a `pack.yaml` carries control, bidi or invisible characters. */
export const hiddenCharacters: Check = {
  code: 'hidden-characters',
  why: 'They can make a text read as something else than what the program sees, and labels that hold them never match.',
  failing: {
    'skills/core.yaml': '- id: java\n  name: Java\n  summary: "safe \\u202Eelbisivni"\n',
  },
  passing: {
    'skills/core.yaml': '- id: java\n  name: Java\n  summary: safe and visible\n',
  },
  run(draft) {
    const found: Diagnostic[] = [];
    eachText(draft, (entry, path, text) => {
      if (hides(text)) found.push({ code: 'hidden-characters', facts: factsOf(text), ...atPlace(draft, entry, path()) });
    });
    draft.packs.forEach((pack, layer) => {
      for (const key of ['name', 'version', 'licence', 'attribution'] as const) {
        const text = pack[key] ?? '';
        const place = draft.placeInPack(layer, [key]);
        if (hides(text) && place !== undefined) found.push({ code: 'hidden-characters', facts: factsOf(text), place });
      }
    });
    return found;
  },
};

function hides(text: string): boolean {
  return !isPlain(text) && hasHiddenCharacters(text.replaceAll('\n', ' '));
}

function factsOf(text: string): { readonly shown: string } {
  return { shown: clip(makeVisible(text)) };
}

/** A folded text has line breaks, and they are meant. */
function isPlain(text: string): boolean {
  return /^[ -~\n]*$/.test(text);
}

function clip(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
