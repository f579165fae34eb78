import { normaliseLabel } from '../core/model/label.ts';
import type { CatalogDraft, DraftEntry, NodePath } from '../core/model/model.ts';

/** One name of an entry, as written and as it is compared. */
export interface Label {
  readonly entry: DraftEntry<{ readonly id: string }>;
  readonly id: string;
  readonly path: NodePath;
  readonly text: string;
  readonly key: string;
}

/** The labels of all skills, each skill's cues behind its names. */
export function labelsAndCuesOf(draft: CatalogDraft): readonly Label[] {
  return collect(draft.skills, 'name', (skill) => skill.name, {
    altLabels: (skill) => skill.altLabels,
    cues: (skill) => skill.cues ?? [],
  });
}

/** The labels of all skills and of all roles: within each of the two, a label must lead to one entry. */
export function labelsOf(draft: CatalogDraft): { readonly skills: readonly Label[]; readonly roles: readonly Label[] } {
  const known = byDraft.get(draft);
  if (known !== undefined) return known;
  const labels = {
    skills: collect(draft.skills, 'name', (skill) => skill.name, { altLabels: (skill) => skill.altLabels }),
    roles: collect(draft.roles, 'title', (role) => role.title, { altTitles: (role) => role.altTitles }),
  };
  byDraft.set(draft, labels);
  return labels;
}

// Several rules read the labels; normalising them is what costs.
const byDraft = new WeakMap<CatalogDraft, { readonly skills: readonly Label[]; readonly roles: readonly Label[] }>();

function collect<T extends { readonly id: string }>(
  entries: readonly DraftEntry<T>[],
  main: string,
  mainOf: (value: T) => string,
  lists: Readonly<Record<string, (value: T) => readonly string[]>>,
): Label[] {
  const labels: Label[] = [];
  for (const entry of entries) {
    const { id } = entry.value;
    const add = (path: NodePath, text: string): void => {
      labels.push({ entry, id, path, text, key: normaliseLabel(text) });
    };
    add(['id'], id);
    add([main], mainOf(entry.value));
    for (const [list, listOf] of Object.entries(lists)) {
      listOf(entry.value).forEach((text, i) => {
        add([list, i], text);
      });
    }
  }
  return labels;
}

/** Two entries that answer to one label. */
export interface LabelCollision {
  readonly label: Label;
  /** The one that owns it. */
  readonly owner: Label;
}

/** Labels that name two entries of one pack. The first entry owns a label, an id before a name. */
export function collisionsWithinPacks(labels: readonly Label[]): LabelCollision[] {
  const owners = new Map<string, Label>();
  const keyOf = (label: Label): string => `${label.entry.layer} ${label.key}`;
  // An id owns its label first, whatever the order of the entries.
  for (const label of labels) if (label.path[0] === 'id' && !owners.has(keyOf(label))) owners.set(keyOf(label), label);
  const found: LabelCollision[] = [];
  for (const label of labels) {
    const owner = owners.get(keyOf(label));
    if (owner === undefined) owners.set(keyOf(label), label);
    else if (owner.id !== label.id) found.push({ label, owner });
  }
  return found;
}

/** Labels that name another entry of a later pack, which owns them. */
export function collisionsAcrossPacks(labels: readonly Label[]): LabelCollision[] {
  const owners = new Map<string, Label>();
  for (const label of labels) {
    const owner = owners.get(label.key);
    if (owner === undefined || label.entry.layer > owner.entry.layer) owners.set(label.key, label);
  }
  return labels.flatMap((label) => {
    const owner = owners.get(label.key);
    return owner === undefined || owner.id === label.id || owner.entry.layer === label.entry.layer ? [] : [{ label, owner }];
  });
}
