import type { Diagnostic } from '../../core/model/diagnostic.ts';
import type { PackMeta } from '../../core/model/model.ts';

/** What packs replace of the packs below them: one note for each pair of packs, and each kind of entry. */
export function replacedNotes(packs: readonly PackMeta[]): Diagnostic[] {
  return packs.flatMap(({ name, replaces = [] }) => {
    const owners = [...new Set(replaces.map(({ of }) => of))];
    return owners.flatMap((of) =>
      (['skill', 'role'] as const).flatMap((kind): Diagnostic[] => {
        const ids = replaces.filter((one) => one.kind === kind && one.of === of).map(({ id }) => id);
        return ids.length === 0 ? [] : [{ code: 'replaced-entries', facts: { pack: name, of, kind, inputs: ids } }];
      }),
    );
  });
}
