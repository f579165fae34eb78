import type { Diagnostic, DiagnosticCode } from '../core/model/diagnostic.ts';
import type { FaultyPart } from '../core/model/faulty-part.ts';

/** Findings of something that an entry lacks, and the keys under which it would stand. */
const lacks: Partial<Record<DiagnosticCode, readonly string[]>> = {
  'no-requirements': ['requirements'],
  'no-essential': ['requirements'],
  'any-of-single': ['requirements'],
  'at-least-range': ['requirements'],
  'undeclared-source': ['sources'],
  'no-resource': ['learn'],
  'learn-gap': ['learn'],
  'id-file-mismatch': ['id'],
};

/**
 * The findings without those that most likely follow from a part that could not be read: a role whose `requirments` was
 * refused does not ask for nothing, and an id that stands in a broken file is not unknown. What is left out is found again, if
 * it is wrong after all, once its cause is mended: until then the cause is an error.
 */
export function swallowConsequences(found: readonly Diagnostic[], faulty: readonly FaultyPart[]): Diagnostic[] {
  const meant = new Set(found.flatMap((one) => (unknownIds.has(one.code) ? (one.suggestions ?? []) : [])));
  const invalid = new Set(found.flatMap((one) => (one.code === 'invalid-id' ? (one.suggestions ?? []) : [])));
  const twice = new Set(found.flatMap((one) => (one.code === 'duplicate-id' ? [placeKey(one)] : [])));
  // Another role was meant, most likely the one that nothing leads to.
  const leadsAstray = found.some((one) => one.code === 'relation-itself' && one.facts.list === 'leadsTo');
  const mentions = makeMentions(faulty);
  return found.filter((one) => {
    if (isLackIn(one, faulty)) return false;
    switch (one.code) {
      case 'unknown-skill':
      case 'unknown-role':
        return !invalid.has(one.facts.name) && !mentions(one.facts.name, true);
      case 'unused-skill':
        return !meant.has(one.facts.skill) && !mentions(one.facts.skill, false);
      case 'unreachable-role':
        return !leadsAstray && !meant.has(one.facts.role) && !mentions(one.facts.role, false);
      case 'empty-family':
        return !mentions(one.facts.family, false);
      case 'level-beyond-learn':
        return !faulty.some((part) => part.id === one.facts.skill && (part.keys?.has('learn') ?? true));
      case 'id-file-mismatch':
        // A copy whose id was forgotten: to rename the file would not help.
        return !twice.has(placeKey(one));
      default:
        return true;
    }
  });
}

const unknownIds = new Set<DiagnosticCode>(['unknown-skill', 'unknown-role']);

function placeKey({ place }: Diagnostic): string {
  return place === undefined ? '' : `${place.file}:${place.line}:${place.column}`;
}

function isLackIn({ code, place }: Diagnostic, faulty: readonly FaultyPart[]): boolean {
  const keys = lacks[code];
  if (keys === undefined || place === undefined) return false;
  return faulty.some(
    (part) =>
      part.file === place.file &&
      part.from <= place.line &&
      place.line <= part.to &&
      (part.keys === undefined || keys.some((key) => part.keys?.has(key))),
  );
}

/** Whether a part that could not be read names an id, or defines it. A part without a text may say anything. */
function makeMentions(faulty: readonly FaultyPart[]): (id: string, asDefinition: boolean) => boolean {
  const words = new Set<string>();
  const defined = new Set<string>();
  for (const { text = '' } of faulty) {
    for (const [word] of text.matchAll(/[a-z0-9]+(?:-[a-z0-9]+)*/g)) words.add(word);
    for (const [, id = ''] of text.matchAll(/\bid\s*:?\s*["']?([a-z0-9]+(?:-[a-z0-9]+)*)/g)) defined.add(id);
  }
  const isUnread = faulty.some(({ text }) => text === undefined);
  return (id, asDefinition) => isUnread || (asDefinition ? defined : words).has(id);
}
