import { packKeys } from '../schema/pack-schema.ts';
import { profileKeys } from '../schema/profile-schema.ts';
import { roleKeys } from '../schema/role-schema.ts';
import { scaleKeys } from '../schema/scale-schema.ts';
import { skillKeys } from '../schema/skill-schema.ts';

/** What a document is, wherever it lies: a role or a list of them, skills, `pack.yaml`, `scale.yaml`, a profile, or profiles in a list. */
export type DocumentKind = 'roles' | 'skills' | 'pack.yaml' | 'scale.yaml' | 'profile' | 'people';

/** Where a document has as many keys of one kind as of another, the earlier one is meant. */
const mapKinds: readonly (readonly [DocumentKind, readonly string[]])[] = [
  ['profile', profileKeys],
  ['roles', roleKeys],
  ['skills', skillKeys],
  ['pack.yaml', packKeys],
  ['scale.yaml', scaleKeys],
];
const listKinds: typeof mapKinds = [
  ['skills', skillKeys],
  ['roles', roleKeys],
  ['people', profileKeys],
];

/** All keys that say what a document is. */
export const kindKeys: readonly string[] = [...new Set(mapKinds.flatMap(([, keys]) => keys))];

/** Says by its keys what a parsed document is; nothing where it has none of the keys of any kind. */
export function kindOf(value: unknown): DocumentKind | undefined {
  const maps = Array.isArray(value) ? value : [value];
  const keys = maps.flatMap((one: unknown) => (one instanceof Map ? [...one.keys()].map(String) : []));
  let best: DocumentKind | undefined;
  let most = 0;
  for (const [kind, known] of Array.isArray(value) ? listKinds : mapKinds) {
    const count = keys.filter((key) => known.includes(key)).length;
    if (count <= most) continue;
    [best, most] = [kind, count];
  }
  return best;
}
