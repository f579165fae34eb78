import {
  choicesOf,
  type PackMeta,
  type Prerequisite,
  type Role,
  type Skill,
  type SkillEdge,
  type SkillKind,
} from '../model/model.ts';
import { type Scale, weightOf } from '../model/scale.ts';
import { compareText } from '../model/text-order.ts';
import { decodeSections, encodeSections, type Section, type SectionReader } from './byte-sections.ts';
import { type Catalog, effortOrder, noSeniority, notGeneral, type RoleBackground } from './catalog-index.ts';
import { type LabelTable, labelsOfRole, labelsOfSkill, makeLabelTable } from './label-table.ts';
import { relatedBothWays } from './related-both-ways.ts';
import { packTexts, type TextTable, textAt, textCount } from './text-table.ts';

/** What a catalog is made from: the entries of a draft without errors. */
export interface CatalogEntries {
  /** The packs, lowest layer first; the last one gives the catalog its name. */
  readonly packs: readonly PackMeta[];
  readonly scale: Scale;
  readonly skills: readonly Skill[];
  readonly roles: readonly Role[];
  /** The pack that an entry comes from, by its id, as an index into `packs`: labels of later packs win. */
  readonly layerOf?: { readonly skills: ReadonlyMap<string, number>; readonly roles: ReadonlyMap<string, number> } | undefined;
}

const technologyKinds: ReadonlySet<SkillKind> = new Set(['language', 'framework', 'database', 'platform', 'tool']);

interface CatalogInfo {
  readonly packs: readonly PackMeta[];
  readonly scale: Scale;
}

/** The compiled form of a catalog. The same entries give the same bytes, in whatever order they come. */
export function encodeCatalog(entries: CatalogEntries): Uint8Array {
  const skills = [...entries.skills].sort((a, b) => compareText(a.id, b.id));
  const roles = inOrder(entries.roles, entries.packs);
  const skillNumber = new Map(skills.map((skill, i) => [skill.id, i]));
  const numberOf = (id: string): number => {
    const found = skillNumber.get(id);
    if (found === undefined) throw new Error(`unknown skill ${id} in a catalog that was checked`);
    return found;
  };
  const sections = new Map<string, Section>();
  const texts = (name: string, values: readonly string[]): void => {
    const table = packTexts(values);
    sections.set(`${name}.start`, table.start).set(`${name}.bytes`, table.bytes);
  };
  const lists = <T>(
    name: string,
    owners: readonly (readonly T[])[],
    columns: Record<string, (items: readonly T[]) => Section>,
  ): void => {
    const start = new Uint32Array(owners.length + 1);
    owners.forEach((items, i) => {
      start[i + 1] = (start[i] ?? 0) + items.length;
    });
    sections.set(`${name}Start`, start);
    const all = owners.flat();
    for (const [column, make] of Object.entries(columns)) sections.set(column, make(all));
  };
  const bySkill = <T extends { skill: string }>(items: readonly T[]): T[] =>
    [...items].sort((a, b) => compareText(a.skill, b.skill));

  texts(
    'skillIds',
    skills.map((s) => s.id),
  );
  texts(
    'skillNames',
    skills.map((s) => s.name),
  );
  texts(
    'skillEntries',
    skills.map((s) => JSON.stringify(s)),
  );
  texts(
    'roleIds',
    roles.map((r) => r.id),
  );
  texts(
    'roleTitles',
    roles.map((r) => r.title),
  );
  texts(
    'roleEntries',
    roles.map((r) => JSON.stringify(r)),
  );
  texts(
    'roleBackgrounds',
    roles.map(({ experience, education }) => (experience || education ? JSON.stringify({ experience, education }) : '')),
  );
  for (const [name, table] of [
    ['skillLabels', makeLabelTable(skills.map(labelsOfSkill), layersOf(skills, entries.layerOf?.skills))],
    ['roleLabels', makeLabelTable(roles.map(labelsOfRole), layersOf(roles, entries.layerOf?.roles))],
  ] as const) {
    sections.set(`${name}.start`, table.labels.start).set(`${name}.bytes`, table.labels.bytes);
    sections.set(`${name}.owner`, table.owner).set(`${name}.kind`, table.kind);
  }
  sections.set(
    'skillEffort',
    Uint8Array.from(skills, (s) => effortOrder.indexOf(s.effort)),
  );
  sections.set(
    'skillStack',
    Uint8Array.from(skills, (s) => (s.kind === 'language' || s.kind === 'framework' ? 1 : 0)),
  );
  sections.set(
    'skillTechnology',
    Uint8Array.from(skills, (s) => (s.kind !== undefined && technologyKinds.has(s.kind) ? 1 : 0)),
  );
  sections.set(
    'skillGeneral',
    Int8Array.from(skills, (s) => s.general?.offset ?? notGeneral),
  );
  sections.set(
    'skillLearnedByWork',
    Uint8Array.from(skills, (s) => (s.learnedBy === 'work' ? 1 : 0)),
  );
  const edges = (name: string, listOf: (skill: Skill) => readonly SkillEdge[]): void =>
    lists(
      name,
      skills.map((s) => bySkill(listOf(s))),
      {
        [`${name}Skill`]: (items) => Uint32Array.from(items, (item) => numberOf(item.skill)),
        [`${name}Offset`]: (items) => Int8Array.from(items, (item) => item.offset),
      },
    );
  edges('implies', (s) => s.implies);
  edges('usually', (s) => s.usually);
  const firstChoice = (one: Prerequisite): string => choicesOf(one)[0] ?? '';
  const prerequisites = skills.map((s) => [...s.requires].sort((a, b) => compareText(firstChoice(a), firstChoice(b))));
  lists('requires', prerequisites, { requiresLevel: (items) => Uint8Array.from(items, (item) => item.level) });
  lists(
    'requiresChoice',
    prerequisites.flat().map((one) => choicesOf(one)),
    { requiresSkill: (items) => Uint32Array.from(items, numberOf) },
  );
  lists('related', relatedBothWays(skills), {
    relatedSkill: (items) => Uint32Array.from(items, (item) => numberOf(item.skill)),
    relatedTransfer: (items) => Float64Array.from(items, (item) => item.transfer),
    relatedOutward: (items) => Float64Array.from(items, (item) => item.outward),
  });
  const seniorityOf = (role: Role): number => {
    const found = entries.scale.seniorities.indexOf(role.seniority ?? '');
    return found < 0 ? noSeniority : found;
  };
  const byId = roles.map((_, i) => i).sort((a, b) => compareText(roles[a]?.id ?? '', roles[b]?.id ?? ''));
  sections.set('rolesById', Uint32Array.from(byId));
  sections.set('roleSeniority', Uint8Array.from(roles, seniorityOf));
  const weight = (importance: Role['requirements'][number]['importance']): number => weightOf(importance, entries.scale);
  lists(
    'requirement',
    roles.map((r) => r.requirements),
    {
      requirementWeight: (items) => Float64Array.from(items, (item) => weight(item.importance)),
      requirementEssential: (items) =>
        Uint8Array.from(items, (item) => (weight(item.importance) >= entries.scale.essentialFrom ? 1 : 0)),
      requirementAtLeast: (items) => Uint32Array.from(items, (item) => item.atLeast),
      requirementNamed: (items) => Uint8Array.from(items, (item) => (item.name === undefined ? 0 : 1)),
    },
  );
  lists(
    'alternative',
    roles.flatMap((r) => r.requirements.map((q) => q.anyOf)),
    {
      alternativeSkill: (items) => Uint32Array.from(items, (item) => numberOf(item.skill)),
      alternativeLevel: (items) => Uint8Array.from(items, (item) => item.level),
    },
  );
  return encodeSections({ packs: entries.packs, scale: entries.scale } satisfies CatalogInfo, sections);
}

/** Opens a compiled catalog without parsing its entries. Throws a `RangeError` or `SyntaxError` on other bytes. */
export function decodeCatalog(bytes: Uint8Array): Catalog {
  const read = decodeSections(bytes);
  const info = read.info as CatalogInfo;
  const skillIds = textTable(read, 'skillIds');
  const roleIds = textTable(read, 'roleIds');
  const skillEntries = textTable(read, 'skillEntries');
  const roleEntries = textTable(read, 'roleEntries');
  const roleBackgrounds = textTable(read, 'roleBackgrounds');
  return {
    packs: info.packs,
    scale: info.scale,
    index: {
      skillCount: textCount(skillIds),
      roleCount: textCount(roleIds),
      skillEffort: read.u8('skillEffort'),
      skillStack: read.u8('skillStack'),
      skillTechnology: read.u8('skillTechnology'),
      impliesStart: read.u32('impliesStart'),
      impliesSkill: read.u32('impliesSkill'),
      impliesOffset: read.i8('impliesOffset'),
      usuallyStart: read.u32('usuallyStart'),
      usuallySkill: read.u32('usuallySkill'),
      usuallyOffset: read.i8('usuallyOffset'),
      skillGeneral: read.i8('skillGeneral'),
      skillLearnedByWork: read.u8('skillLearnedByWork'),
      requiresStart: read.u32('requiresStart'),
      requiresLevel: read.u8('requiresLevel'),
      requiresChoiceStart: read.u32('requiresChoiceStart'),
      requiresSkill: read.u32('requiresSkill'),
      relatedStart: read.u32('relatedStart'),
      relatedSkill: read.u32('relatedSkill'),
      relatedTransfer: read.f64('relatedTransfer'),
      relatedOutward: read.f64('relatedOutward'),
      rolesById: read.u32('rolesById'),
      roleSeniority: read.u8('roleSeniority'),
      requirementStart: read.u32('requirementStart'),
      requirementWeight: read.f64('requirementWeight'),
      requirementEssential: read.u8('requirementEssential'),
      requirementAtLeast: read.u32('requirementAtLeast'),
      requirementNamed: read.u8('requirementNamed'),
      alternativeStart: read.u32('alternativeStart'),
      alternativeSkill: read.u32('alternativeSkill'),
      alternativeLevel: read.u8('alternativeLevel'),
    },
    skillIds,
    skillNames: textTable(read, 'skillNames'),
    roleIds,
    roleTitles: textTable(read, 'roleTitles'),
    skillLabels: labelTable(read, 'skillLabels'),
    roleLabels: labelTable(read, 'roleLabels'),
    skill: remembered((i) => JSON.parse(textAt(skillEntries, i)) as Skill),
    role: remembered((i) => JSON.parse(textAt(roleEntries, i)) as Role),
    background: (i) => {
      const text = textAt(roleBackgrounds, i);
      return text === '' ? {} : (JSON.parse(text) as RoleBackground);
    },
  };
}

/** The roles that the packs put first, those of the last pack before all; then the others by id. */
function inOrder(roles: readonly Role[], packs: readonly PackMeta[]): Role[] {
  const named = [...packs].reverse().flatMap((pack) => pack.first ?? []);
  const rank = new Map([...new Set(named)].map((id, i) => [id, i]));
  const rankOf = (role: Role): number => rank.get(role.id) ?? rank.size;
  return [...roles].sort((a, b) => rankOf(a) - rankOf(b) || compareText(a.id, b.id));
}

function layersOf(owners: readonly { readonly id: string }[], layers: ReadonlyMap<string, number> | undefined): number[] {
  return owners.map(({ id }) => layers?.get(id) ?? 0);
}

function textTable(read: SectionReader, name: string): TextTable {
  return { start: read.u32(`${name}.start`), bytes: read.u8(`${name}.bytes`) };
}

function labelTable(read: SectionReader, name: string): LabelTable {
  return { labels: textTable(read, name), owner: read.u32(`${name}.owner`), kind: read.u8(`${name}.kind`) };
}

function remembered<T>(make: (i: number) => T): (i: number) => T {
  const known = new Map<number, T>();
  return (i) => {
    const found = known.get(i);
    if (found !== undefined) return found;
    const made = make(i);
    known.set(i, made);
    return made;
  };
}
