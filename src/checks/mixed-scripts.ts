import type { Diagnostic } from '../core/model/diagnostic.ts';
import { atPlace } from './at-place.ts';
import type { Check } from './check.ts';
import { labelsOf } from './labels.ts';

interface Script {
  readonly name: string;
  readonly letters: RegExp;
}

/** Scripts whose letters look like each other's. Japanese and Korean mix scripts by nature and are not among them. */
const confusable: readonly Script[] = [
  { name: 'Latin', letters: /\p{Script=Latin}/u },
  { name: 'Greek', letters: /\p{Script=Greek}/u },
  { name: 'Cyrillic', letters: /\p{Script=Cyrillic}/u },
  { name: 'Armenian', letters: /\p{Script=Armenian}/u },
  { name: 'Cherokee', letters: /\p{Script=Cherokee}/u },
];

/** A word of a name is written in one script. */
export const mixedScripts: Check = {
  code: 'mixed-scripts',
  why: 'A Cyrillic letter in a Latin word looks right and never matches what people type.',
  failing: {
    'skills/core.yaml': '- id: python\n  name: Рython\n',
  },
  passing: {
    'skills/core.yaml': '- id: python\n  name: Python\n',
  },
  run(draft) {
    const found: Diagnostic[] = [];
    const { skills, roles } = labelsOf(draft);
    for (const label of [...skills, ...roles]) {
      if (/^[ -~]*$/.test(label.text)) continue;
      for (const word of label.text.match(/[\p{L}\p{M}]+/gu) ?? []) {
        const scripts = confusable.filter(({ letters }) => letters.test(word));
        if (scripts.length < 2) continue;
        const strange = (scripts.at(-1) as Script).letters.exec(word)?.[0] ?? '';
        const code = `U+${(strange.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
        const facts = { word, scripts: scripts.map((script) => script.name), letters: `"${strange}" is ${code}` };
        found.push({ code: 'mixed-scripts', facts, ...atPlace(draft, label.entry, label.path) });
      }
    }
    return found;
  },
};
