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
