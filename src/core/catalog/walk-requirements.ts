import type { CatalogIndex } from './catalog-index.ts';

/** The numbers of a role's requirements, in file order. Loops that run for every person of a batch count by themselves: it is faster. */
export function* requirementsOf(index: CatalogIndex, role: number): Generator<number> {
  const end = index.requirementStart[role + 1] as number;
  for (let requirement = index.requirementStart[role] as number; requirement < end; requirement++) yield requirement;
}

/** The numbers of a requirement's alternatives, in file order. */
export function* alternativesOf(index: CatalogIndex, requirement: number): Generator<number> {
  const end = index.alternativeStart[requirement + 1] as number;
  for (let alternative = index.alternativeStart[requirement] as number; alternative < end; alternative++) yield alternative;
}
