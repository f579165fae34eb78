import type { PackMeta, Role, Skill } from '../model/model.ts';
import { type Effort, efforts, type Scale } from '../model/scale.ts';
import type { LabelTable } from './label-table.ts';
import { findText, type TextTable } from './text-table.ts';

/**
 * A catalog as integers and arrays. Skills are numbered in the code-point order of their ids, and so are roles, behind those that
 * the packs put first.
 * `xStart` arrays have one element more than there are owners: the items of owner i stand from
 * `xStart[i]` up to, not including, `xStart[i + 1]`.
 */
export interface CatalogIndex {
  readonly skillCount: number;
  readonly roleCount: number;
  /** Index into `effortOrder`. */
  readonly skillEffort: Uint8Array;
  readonly impliesStart: Uint32Array;
  readonly impliesSkill: Uint32Array;
  /** 0 or negative */
  readonly impliesOffset: Int8Array;
  /** 1 for languages and frameworks: the stack of a role. */
  readonly skillStack: Uint8Array;
  /** 1 for technologies: languages, frameworks, databases, platforms and tools. */
  readonly skillTechnology: Uint8Array;
  /** Who holds the skill usually holds the other at this offset: estimates read it, scores and plans never do. */
  readonly usuallyStart: Uint32Array;
  readonly usuallySkill: Uint32Array;
  /** 0 or negative */
  readonly usuallyOffset: Int8Array;
  /** What a general skill is below the level of the years of work, 0 or negative; `notGeneral` for the others. */
  readonly skillGeneral: Int8Array;
  /** 1 where levels are reached on the job rather than by study. */
  readonly skillLearnedByWork: Uint8Array;
  /** The prerequisites of a skill; `prerequisitesOfSkill` reads these four. */
  readonly requiresStart: Uint32Array;
  readonly requiresLevel: Uint8Array;
  /** For each prerequisite its choices, of which one is enough, in the order of the file. */
  readonly requiresChoiceStart: Uint32Array;
  readonly requiresSkill: Uint32Array;
  /** For a skill, the skills that carry over to it, and how much: both directions are written out. */
  readonly relatedStart: Uint32Array;
  readonly relatedSkill: Uint32Array;
  readonly relatedTransfer: Float64Array;
  /** For the same pairs, how much the skill carries over to the other. */
  readonly relatedOutward: Float64Array;
  /** Index into the scale's seniorities, or `noSeniority`. */
  /** The numbers of the roles in the code-point order of their ids. */
  readonly rolesById: Uint32Array;
  readonly roleSeniority: Uint8Array;
  readonly requirementStart: Uint32Array;
  readonly requirementWeight: Float64Array;
  readonly requirementEssential: Uint8Array;
  readonly requirementAtLeast: Uint32Array;
  /** 1 for a group, which has an id of its own; a requirement of one skill has the skill's. */
  readonly requirementNamed: Uint8Array;
  readonly alternativeStart: Uint32Array;
  readonly alternativeSkill: Uint32Array;
  readonly alternativeLevel: Uint8Array;
}

/** A catalog ready for use. Built only from entries without errors, and trusted. */
export interface Catalog {
  readonly packs: readonly PackMeta[];
  readonly scale: Scale;
  readonly index: CatalogIndex;
  readonly skillIds: TextTable;
  readonly skillNames: TextTable;
  readonly roleIds: TextTable;
  readonly roleTitles: TextTable;
  /** Every normalised label, sorted, with the number of its skill or role. */
  readonly skillLabels: LabelTable;
  readonly roleLabels: LabelTable;
  /** The whole entry, decoded when asked for. */
  readonly skill: (skill: number) => Skill;
  readonly role: (role: number) => Role;
  /** What a role asks beside skills: quick for the many roles that ask nothing. */
  readonly background: (role: number) => RoleBackground;
}

export type RoleBackground = Pick<Role, 'experience' | 'education'>;

export const effortOrder: readonly Effort[] = efforts;
export const notGeneral = 1;
export const noSeniority = 255;

/** The number of the skill with exactly this id, or -1. */
export function skillNumberOf(catalog: Catalog, id: string): number {
  return findText(catalog.skillIds, id);
}

/** The number of the role with exactly this id, or -1. */
export function roleNumberOf(catalog: Catalog, id: string): number {
  return findText(catalog.roleIds, id, catalog.index.rolesById);
}
