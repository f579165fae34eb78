import { normaliseLabel } from '../model/label.ts';
import type { Role, Skill } from '../model/model.ts';
import { compareText } from '../model/text-order.ts';
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

/**
 * The table of some owners' labels. Where two claim one, the later layer wins, then ids over names and alternative labels, then
 * the first owner; identifiers come behind them all. An identifier that several owners carry names none of them: all occupations of a group have the
 * group's ISCO code.
 */
export function makeLabelTable(labelsByOwner: readonly (readonly Label[])[], layers: readonly number[] = []): LabelTable {
  const known = new Map<string, { owner: number; kind: number }>();
  const shared = sharedIdentifiers(labelsByOwner);
  const enter = (owner: number, { text, kind }: Label): void => {
    const key = normaliseLabel(text);
    if (key === '' || (kind === labelKinds.identifier && shared.has(key))) return;
    const first = known.get(key);
    // An owner's name says more than an id of the same letters.
    if (first === undefined || (first.owner === owner && kind === labelKinds.name)) known.set(key, { owner, kind });
  };
  const latestFirst = [...new Set(labelsByOwner.map((_, i) => layers[i] ?? 0))].sort((a, b) => b - a);
  const enterAll = (layer: number, ...kinds: readonly number[]): void => {
    labelsByOwner.forEach((labels, i) => {
      if ((layers[i] ?? 0) === layer) for (const label of labels) if (kinds.includes(label.kind)) enter(i, label);
    });
  };
  for (const layer of latestFirst) {
    enterAll(layer, labelKinds.id);
    enterAll(layer, labelKinds.name, labelKinds.alternative);
  }
  for (const layer of latestFirst) enterAll(layer, labelKinds.identifier);
  const sorted = [...known].sort((a, b) => compareText(a[0], b[0]));
  return {
    labels: packTexts(sorted.map(([label]) => label)),
    owner: Uint32Array.from(sorted, ([, { owner }]) => owner),
    kind: Uint8Array.from(sorted, ([, { kind }]) => kind),
  };
}

function sharedIdentifiers(labelsByOwner: readonly (readonly Label[])[]): Set<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const labels of labelsByOwner) {
    const own = labels.filter((label) => label.kind === labelKinds.identifier).map((label) => normaliseLabel(label.text));
    for (const key of new Set(own)) {
      if (seen.has(key)) shared.add(key);
      seen.add(key);
    }
  }
  return shared;
}
