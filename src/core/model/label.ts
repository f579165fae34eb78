import { compareText } from './text-order.ts';

/** Runs of white space, hyphens, dashes and underscores count as one space. */
const separators = /[\s\p{Pd}_\u00ad]+/gu;
const isAscii = /^[\x00-\x7f]*$/;
const asciiSeparators = /[\s_-]+/g;

/**
 * The form in which names are compared: Unicode NFKC, lower case, spaces, hyphens and underscores folded.
 * Other characters stay, so `C`, `C++`, `C#`, `.NET` and `Node.js` differ. Idempotent.
 */
export function normaliseLabel(text: string): string {
  // ASCII is in that form already.
  if (isAscii.test(text)) return text.toLowerCase().replace(asciiSeparators, ' ').trim();
  // Lower-casing can denormalise (İ → i + dot) and NFKC can bring capitals (℡ → TEL), hence both twice.
  const once = text.normalize('NFKC').toLowerCase().normalize('NFKC').toLowerCase();
  return once.replace(separators, ' ').trim();
}

/** `One cloud platform` → `one-cloud-platform`; letters and digits of any script stay. Empty when there are none. */
export function slugOf(text: string): string {
  return normaliseLabel(text)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

/** The order of a list of labels: by code point after lower-casing, then as written. */
export function labelOrder(a: string, b: string): number {
  return compareText(a.toLowerCase(), b.toLowerCase()) || compareText(a, b);
}
