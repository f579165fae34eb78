import { normaliseLabel } from './label.ts';
import type { Role, Skill } from './model.ts';
import { compareText } from './text-order.ts';
import { packTexts, type TextTable } from './text-table.ts';

/** Every normalised label of skills or of roles, sorted by code point, with the number of its owner. */
export interface LabelTable {
  readonly labels: TextTable;
  readonly owner: Uint32Array;
  /** What the label is to its owner: a value of `labelKinds`. */
  readonly kind: Uint8Array;
}

export const labelKinds = { id: 0, name: 1, alternative: 2, identifier: 3 } as const;

interface Label {
  readonly text: string;
  readonly kind: number;
}

export function labelsOfSkill({ id, name, altLabels, identifiers }: Skill): Label[] {
  return labelsOf(id, name, altLabels, identifiers);
}

export function labelsOfRole({ id, title, altTitles, identifiers }: Role): Label[] {
  return labelsOf(id, title, altTitles, identifiers);
}

/** All names that an entry answers to. */
function labelsOf(id: string, name: string, others: readonly string[], identifiers: Role['identifiers']): Label[] {
  return [
    { text: id, kind: labelKinds.id },
    { text: name, kind: labelKinds.name },
    ...others.map((text) => ({ text, kind: labelKinds.alternative })),
    ...Object.values(identifiers ?? {}).map((text) => ({ text, kind: labelKinds.identifier })),
  ];
}

/** The table of some owners' labels; where two owners share one, the first keeps it. */
export function makeLabelTable(labelsByOwner: readonly (readonly Label[])[]): LabelTable {
  const known = new Map<string, { owner: number; kind: number }>();
  const enter = (owner: number, { text, kind }: Label): void => {
    const key = normaliseLabel(text);
    if (key === '') return;
    const first = known.get(key);
    // An owner's name says more than an id of the same letters.
    if (first === undefined || (first.owner === owner && kind === labelKinds.name)) known.set(key, { owner, kind });
  };
  // The ids of all come before any other label of any.
  for (const ids of [true, false]) {
    labelsByOwner.forEach((labels, i) => {
      for (const label of labels) if ((label.kind === labelKinds.id) === ids) enter(i, label);
    });
  }
  const sorted = [...known].sort((a, b) => compareText(a[0], b[0]));
  return {
    labels: packTexts(sorted.map(([label]) => label)),
    owner: Uint32Array.from(sorted, ([, { owner }]) => owner),
    kind: Uint8Array.from(sorted, ([, { kind }]) => kind),
  };
}
