import { normaliseLabel } from './label.ts';
import type { Role, Skill } from './model.ts';
import { compareText } from './text-order.ts';

/**
 * Every normalised label with the index of the entry that it names, sorted. Where two claim one, ids win over names and
 * names over identifiers, then the first entry. An identifier that several entries carry names none of them: all
 * occupations of a group have the group's ISCO code.
 */
export function ownLabels(entries: readonly (Skill | Role)[]): [string, number][] {
  const owner = new Map<string, number>();
  const claim = (labelsOf: (entry: Skill | Role) => readonly string[]): void => {
    entries.forEach((entry, i) => {
      for (const label of labelsOf(entry)) {
        const key = normaliseLabel(label);
        if (key !== '' && !owner.has(key)) owner.set(key, i);
      }
    });
  };
  const shared = sharedIdentifiers(entries);
  claim((entry) => [entry.id]);
  claim((entry) => ('title' in entry ? [entry.title, ...entry.altTitles] : [entry.name, ...entry.altLabels]));
  claim((entry) => Object.values(entry.identifiers ?? {}).filter((identifier) => !shared.has(normaliseLabel(identifier))));
  return [...owner].sort((a, b) => compareText(a[0], b[0]));
}

function sharedIdentifiers(entries: readonly (Skill | Role)[]): Set<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const entry of entries) {
    for (const key of new Set(Object.values(entry.identifiers ?? {}).map(normaliseLabel))) {
      if (seen.has(key)) shared.add(key);
      seen.add(key);
    }
  }
  return shared;
}
