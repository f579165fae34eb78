import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { slugOf } from '../core/model/label.ts';
import { compareText } from '../core/model/text-order.ts';
import { textFileLimit } from '../documents/read-file.ts';
import { writeWhole } from '../documents/save-file.ts';
import { Inline, Noted, writeYaml, writeYamlItem, type YamlMap, type YamlValue } from '../documents/write-yaml.ts';
import type { Carrier } from './measure-transfers.ts';
import type { AdjustmentLog, Taxonomy, TaxonomyRequirement, TaxonomyRole, TaxonomySkill } from './taxonomy.ts';
import { makeNamesUnique, type NamedEntry, type UniqueName } from './unique-names.ts';

export interface WrittenPack {
  readonly skills: number;
  readonly roles: number;
  readonly requirements: number;
  readonly related: number;
  readonly files: number;
  readonly bytes: number;
}

/** Rules about what a written catalog should have and a standard does not offer. */
const whyNotMeant =
  'A standard says what is asked, not how to learn it nor who moves where; and it may well call nothing essential.';
const rulesNotMeant = ['no-essential', 'no-resource', 'unreachable-role', 'unused-skill'];

/**
 * Writes a pack into an empty folder: `pack.yaml`, `skills/<letter>.yaml`, `roles/<group>.yaml`, each at most 1 MiB.
 * The same taxonomy gives the same bytes. Throws the system's error when the disk does.
 *
 * @param related by skill, as `measureTransfers` gives it
 */
export function writePack(
  folder: string,
  taxonomy: Taxonomy,
  related: readonly (readonly Carrier[])[],
  log: AdjustmentLog,
): WrittenPack {
  const demand = new Map<string, number>();
  for (const role of taxonomy.roles) {
    for (const key of role.requirements.flatMap((one) => one.skills)) demand.set(key, (demand.get(key) ?? 0) + 1);
  }
  const skillNames = makeNamesUnique(
    taxonomy.skills.map((skill): NamedEntry => ({ ...skill, asked: demand.get(skill.key) ?? 0 })),
    'skills',
    log,
  );
  const roleNames = makeNamesUnique(
    taxonomy.roles.map((role): NamedEntry => {
      const { key, title: name, altTitles: altLabels, group } = role;
      return { key, name, altLabels, qualifier: group, asked: role.requirements.length };
    }),
    'occupations',
    log,
  );
  const idOf = (key: string): string => skillNames.get(key)?.id ?? key;
  const roleIdOf = (key: string): string => roleNames.get(key)?.id ?? key;

  const pages = new Pages(folder);
  const severity = new Inline(Object.fromEntries(rulesNotMeant.map((rule) => [rule, 'off'])));
  const { name, version, licence, attribution } = taxonomy;
  const head = { name, version, base: 'none', licence, attribution, severity: new Noted(whyNotMeant, severity) };
  pages.add('', 'pack', [...writeYaml({ comments: [], value: head }, 'ids')].join(''));
  const skills = taxonomy.skills.map((skill, i) => {
    const carriers = (related[i] ?? []).map(({ skill: other, transfer }) => {
      const key = (taxonomy.skills[other] as TaxonomySkill).key;
      return { skill: idOf(key), transfer };
    });
    const named = skillNames.get(skill.key) ?? { id: skill.key, name: skill.name, altLabels: [] };
    return { id: named.id, text: skillYaml(skill, named, carriers) };
  });
  for (const { id, text } of skills.sort((a, b) => compareText(a.id, b.id))) pages.add('skills', id[0] ?? '0', text);
  const roles = taxonomy.roles.map((role) => {
    const named = roleNames.get(role.key) ?? { id: role.key, name: role.title, altLabels: [] };
    return { id: named.id, group: `${taxonomy.groupPrefix}-${role.group}`, text: roleYaml(role, named, idOf, roleIdOf) };
  });
  const byGroup = roles.sort((a, b) => compareText(a.group, b.group) || compareText(a.id, b.id));
  for (const { group, text } of byGroup) pages.add('roles', group, text);
  pages.finish();
  return {
    skills: taxonomy.skills.length,
    roles: taxonomy.roles.length,
    requirements: taxonomy.roles.reduce((sum, role) => sum + role.requirements.length, 0),
    related: related.reduce((sum, carriers) => sum + carriers.length, 0),
    files: pages.files,
    bytes: pages.bytes,
  };
}

function skillYaml(skill: TaxonomySkill, { id, name, altLabels }: UniqueName, carriers: readonly YamlMap[]): string {
  const { kind, summary, identifiers } = skill;
  return entryText({
    id,
    name,
    altLabels: inline(altLabels),
    kind,
    summary,
    related: inline(carriers),
    identifiers: Object.keys(identifiers).length === 0 ? undefined : new Inline(identifiers),
  });
}

function roleYaml(
  role: TaxonomyRole,
  { id, name, altLabels }: UniqueName,
  idOf: (key: string) => string,
  roleIdOf: (key: string) => string,
): string {
  const { summary, seniority, identifiers, requirements, leadsTo = [] } = role;
  const skillIds = new Set(requirements.filter(isOfOne).map((one) => idOf(one.skills[0] as string)));
  return entryText({
    id,
    title: name,
    altTitles: inline(altLabels),
    summary,
    seniority,
    identifiers: new Inline(identifiers),
    requirements: requirements.map((one) => new Inline(requirementValue(one, idOf, skillIds))),
    leadsTo: inline(leadsTo.map(({ key, because }) => ({ role: roleIdOf(key), because }))),
  });
}

function entryText(entry: YamlMap): string {
  return [...writeYamlItem(entry, 'ids')].join('');
}

/** A list on one line; nothing where it is empty. */
function inline(values: readonly YamlValue[]): Inline | undefined {
  return values.length === 0 ? undefined : new Inline(values);
}

function isOfOne(requirement: TaxonomyRequirement): boolean {
  return requirement.skills.length === 1;
}

function requirementValue(
  requirement: TaxonomyRequirement,
  idOf: (key: string) => string,
  skillIds: ReadonlySet<string>,
): YamlMap {
  const { skills, level, importance, name = 'one of several' } = requirement;
  if (isOfOne(requirement)) return { skill: idOf(skills[0] as string), level, importance };
  // A group goes by the slug of its name, which must not be a single skill's id as well.
  const told = skillIds.has(slugOf(name)) ? `${name} (one of several)` : name;
  return { name: told, anyOf: skills.map(idOf), level, importance };
}

/** Collects text into files below the limit of one file: `a.yaml`, `a-2.yaml`, … */
class Pages {
  files = 0;
  bytes = 0;
  readonly #folder: string;
  #open: { readonly room: string; readonly name: string; readonly number: number; parts: string[]; bytes: number } | undefined;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(join(folder, 'skills'));
    mkdirSync(join(folder, 'roles'));
  }

  /** Text of one name must come in one go. */
  add(room: string, name: string, text: string): void {
    const bytes = Buffer.byteLength(text);
    const open = this.#open;
    const fits = open !== undefined && open.room === room && open.name === name && open.bytes + bytes <= textFileLimit;
    if (!fits) {
      const number = open !== undefined && open.room === room && open.name === name ? open.number + 1 : 1;
      this.finish();
      this.#open = { room, name, number, parts: [text], bytes };
    } else {
      open.parts.push(text);
      open.bytes += bytes;
    }
  }

  /** Writes what is still held. */
  finish(): void {
    const open = this.#open;
    this.#open = undefined;
    if (open === undefined) return;
    const file = open.number === 1 ? `${open.name}.yaml` : `${open.name}-${open.number}.yaml`;
    writeFile(join(this.#folder, open.room, file), open.parts.join(''));
    this.files++;
    this.bytes += open.bytes;
  }
}

function writeFile(path: string, text: string): void {
  const handle = openSync(path, 'wx', 0o644);
  try {
    writeWhole(handle, Buffer.from(text));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
