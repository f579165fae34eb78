import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { slugOf } from '../core/model/label.ts';
import { compareText } from '../core/model/text-order.ts';
import { textFileLimit } from '../documents/read-file.ts';
import { writeWhole } from '../documents/save-file.ts';
import type { Carrier } from './measure-transfers.ts';
import { yamlList, yamlText, yamlTexts } from './pack-yaml.ts';
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

  const pages = new Pages(folder);
  const head = [
    `name: ${yamlText(taxonomy.name)}`,
    `version: ${JSON.stringify(taxonomy.version)}`,
    'base: none',
    `licence: ${yamlText(taxonomy.licence)}`,
    `attribution: ${yamlText(taxonomy.attribution)}`,
    '# A standard says what is asked, not how to learn it nor who moves where; and it may well call nothing essential.',
    `severity: { ${rulesNotMeant.map((rule) => `${rule}: off`).join(', ')} }`,
  ];
  pages.add('', 'pack', `${head.join('\n')}\n`);
  const skills = taxonomy.skills.map((skill, i) => {
    const carriers = (related[i] ?? []).map(({ skill: other, transfer }) => {
      const key = (taxonomy.skills[other] as TaxonomySkill).key;
      return `{ skill: ${yamlText(idOf(key))}, transfer: ${transfer} }`;
    });
    const named = skillNames.get(skill.key) ?? { id: skill.key, name: skill.name, altLabels: [] };
    return { id: named.id, text: skillYaml(skill, named, carriers) };
  });
  for (const { id, text } of skills.sort((a, b) => compareText(a.id, b.id))) pages.add('skills', id[0] ?? '0', text);
  const roles = taxonomy.roles.map((role) => {
    const named = roleNames.get(role.key) ?? { id: role.key, name: role.title, altLabels: [] };
    return { id: named.id, group: `${taxonomy.groupPrefix}-${role.group}`, text: roleYaml(role, named, idOf) };
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

function skillYaml(skill: TaxonomySkill, { id, name, altLabels }: UniqueName, carriers: readonly string[]): string {
  const lines = [`- id: ${yamlText(id)}`, `  name: ${yamlText(name)}`];
  if (altLabels.length > 0) lines.push(`  altLabels: ${yamlList(altLabels)}`);
  lines.push(`  kind: ${skill.kind}`);
  if (skill.summary !== undefined) lines.push(`  summary: ${yamlText(skill.summary)}`);
  if (carriers.length > 0) lines.push(`  related: [${carriers.join(', ')}]`);
  if (Object.keys(skill.identifiers).length > 0) lines.push(`  identifiers: ${yamlTexts(skill.identifiers)}`);
  return `${lines.join('\n')}\n`;
}

function roleYaml(role: TaxonomyRole, { id, name, altLabels }: UniqueName, idOf: (key: string) => string): string {
  const lines = [`- id: ${yamlText(id)}`, `  title: ${yamlText(name)}`];
  if (altLabels.length > 0) lines.push(`  altTitles: ${yamlList(altLabels)}`);
  if (role.summary !== undefined) lines.push(`  summary: ${yamlText(role.summary)}`);
  if (role.seniority !== undefined) lines.push(`  seniority: ${role.seniority}`);
  lines.push(`  identifiers: ${yamlTexts(role.identifiers)}`, '  requirements:');
  const skillIds = new Set(role.requirements.filter(isOfOne).map((one) => idOf(one.skills[0] as string)));
  for (const requirement of role.requirements) lines.push(`    - ${requirementYaml(requirement, idOf, skillIds)}`);
  return `${lines.join('\n')}\n`;
}

function isOfOne(requirement: TaxonomyRequirement): boolean {
  return requirement.skills.length === 1;
}

function requirementYaml(requirement: TaxonomyRequirement, idOf: (key: string) => string, skillIds: ReadonlySet<string>): string {
  const { skills, level, importance } = requirement;
  const asks = `level: ${level}, importance: ${importance}`;
  if (isOfOne(requirement)) return `{ skill: ${yamlText(idOf(skills[0] as string))}, ${asks} }`;
  // A group goes by the slug of its name, which must not be a single skill's id as well.
  const { name = 'one of several' } = requirement;
  const told = skillIds.has(slugOf(name)) ? `${name} (one of several)` : name;
  return `{ name: ${yamlText(told)}, anyOf: ${yamlList(skills.map(idOf))}, ${asks} }`;
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
