import type { CatalogDraft, DraftEntry, NodePath } from '../core/model/model.ts';

/** One line of a list in which an entry names others of its kind. */
export interface Relation {
  readonly entry: DraftEntry<{ readonly id: string }>;
  /** The list's key in the file. */
  readonly list: 'implies' | 'usually' | 'related' | 'leadsTo';
  readonly path: NodePath;
  /** The id that is named. */
  readonly to: string;
}

/** Every list of every entry in which it names others of its kind, and each of them counts once. */
export function relationLists(draft: CatalogDraft): Relation[][] {
  const ofSkills = draft.skills.flatMap((entry) =>
    (['implies', 'usually', 'related'] as const).map((list) =>
      entry.value[list].map(({ skill }, i): Relation => ({ entry, list, path: [list, i, 'skill'], to: skill })),
    ),
  );
  const ofRoles = draft.roles.map((entry) =>
    entry.value.leadsTo.map(({ role }, i): Relation => ({ entry, list: 'leadsTo', path: ['leadsTo', i, 'role'], to: role })),
  );
  return [...ofSkills, ...ofRoles];
}
