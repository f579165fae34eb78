import type { Requirement, Role, Skill } from '../model/model.ts';
import { compareText } from '../model/text-order.ts';
import type { Catalog } from './catalog-index.ts';

/** A requirement that one of two versions of a role has differently; nothing where it has not got it. */
export interface RequirementChange {
  readonly id: string;
  readonly from: Requirement | undefined;
  readonly to: Requirement | undefined;
}

/** What differs in the data: an entry, and of one that both have the fields. */
export interface DataChange {
  readonly kind: 'scale' | 'role' | 'skill';
  readonly id: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** By name, in the order of the code points; empty unless both have the entry. */
  readonly fields: readonly string[];
  /** Of a role that both have. */
  readonly requirements: readonly RequirementChange[];
}

/** What differs between two catalogs: the scale, then roles, then skills, each by id. The order of entries is no difference. */
export function compareCatalogs(before: Catalog, after: Catalog): DataChange[] {
  const scale = fieldsThatDiffer(before.scale, after.scale);
  return [
    ...(scale.length === 0
      ? []
      : [{ kind: 'scale', id: 'scale', change: 'changed', fields: scale, requirements: [] } satisfies DataChange]),
    ...compareEntries('role', rolesOf(before), rolesOf(after), (from, to) => compareRequirements(from, to)),
    ...compareEntries('skill', skillsOf(before), skillsOf(after), () => []),
  ];
}

function rolesOf(catalog: Catalog): Role[] {
  return Array.from({ length: catalog.index.roleCount }, (_, role) => catalog.role(role));
}

function skillsOf(catalog: Catalog): Skill[] {
  return Array.from({ length: catalog.index.skillCount }, (_, skill) => catalog.skill(skill));
}

function compareEntries<T extends { readonly id: string }>(
  kind: DataChange['kind'],
  before: readonly T[],
  after: readonly T[],
  requirementsOf: (from: T, to: T) => readonly RequirementChange[],
): DataChange[] {
  const was = new Map(before.map((one) => [one.id, one]));
  const is = new Map(after.map((one) => [one.id, one]));
  const ids = [...new Set([...was.keys(), ...is.keys()])].sort(compareText);
  return ids.flatMap((id): DataChange[] => {
    const [from, to] = [was.get(id), is.get(id)];
    if (from === undefined) return [{ kind, id, change: 'added', fields: [], requirements: [] }];
    if (to === undefined) return [{ kind, id, change: 'removed', fields: [], requirements: [] }];
    const fields = fieldsThatDiffer(from, to);
    return fields.length === 0 ? [] : [{ kind, id, change: 'changed', fields, requirements: requirementsOf(from, to) }];
  });
}

function compareRequirements(from: Role, to: Role): RequirementChange[] {
  const was = new Map(from.requirements.map((one) => [one.id, one]));
  const is = new Map(to.requirements.map((one) => [one.id, one]));
  return [...new Set([...was.keys(), ...is.keys()])]
    .sort(compareText)
    .map((id) => ({ id, from: was.get(id), to: is.get(id) }))
    .filter((one) => canonical(one.from) !== canonical(one.to));
}

function fieldsThatDiffer(from: object, to: object): string[] {
  const [was, is] = [new Map(Object.entries(from)), new Map(Object.entries(to))];
  const keys = [...new Set([...was.keys(), ...is.keys()])].sort(compareText);
  return keys.filter((key) => canonical(was.get(key)) !== canonical(is.get(key)));
}

/** The same text for the same data, in whatever order its keys stand; what is not there and what is `undefined` are one. */
function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => compareText(a, b)))
        : inner,
    ) ?? ''
  );
}
