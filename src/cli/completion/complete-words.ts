import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { type TextTable, textAt, textCount } from '../../core/catalog/text-table.ts';
import { settingNames } from '../../intake/profile-settings.ts';
import type { CommandSpec } from '../shell/command.ts';
import { optionsOf } from '../shell/program.ts';

/**
 * The words that could stand last on a command line, those only that begin with what is typed of it.
 *
 * @param words what is typed after the program's name; the last one is being typed, and may be empty
 * @returns nothing where a file name is wanted, so that the shell completes it
 */
export function completeWords(specs: readonly CommandSpec[], catalog: Catalog, words: readonly string[]): string[] {
  const typed = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const [name] = before;
  const spec = specs.find((one) => one.name === name);
  return candidates(specs, catalog, spec, before, typed).filter((word) => word.startsWith(typed) && word !== typed);
}

function candidates(
  specs: readonly CommandSpec[],
  catalog: Catalog,
  spec: CommandSpec | undefined,
  before: readonly string[],
  typed: string,
): string[] {
  if (before.length === 0) return [...specs.map((one) => one.name), '--help', '--version'];
  if (spec === undefined) return [];
  const options = optionsOf(spec);
  const last = before.at(-1) ?? '';
  const open = options.find(({ flags }) => flags.includes('<') && flags.split(/[ ,]+/).includes(last));
  if (open !== undefined) return last === '--skills' ? skillLevels(catalog, typed) : [...(open.values ?? [])];
  if (typed.startsWith('-')) return [...options.map(({ flags }) => /--[\w-]+/.exec(flags)?.[0] ?? flags), '--help'];
  if (spec.complete !== undefined) return [...spec.complete(catalog, before.slice(1), typed)];
  return spec.argument.includes('role') ? allTexts(catalog.roleIds) : [];
}

/** `java=3`, `target=backend-developer` and the like, as `profile set` takes them. */
export function completeSettings(catalog: Catalog, typed: string): string[] {
  const at = typed.indexOf('=');
  if (at < 0) return [...Object.keys(settingNames), ...allTexts(catalog.skillIds)].map((name) => `${name}=`);
  const key = typed.slice(0, at);
  if (key === 'role' || key === 'target') return allTexts(catalog.roleIds).map((id) => `${key}=${id}`);
  if (key === 'education') return catalog.scale.education.map(({ id }) => `${key}=${id}`);
  if (key in settingNames) return [];
  return levels(catalog).map((level) => `${key}=${level}`);
}

/** `java=3,spr` → `java=3,spring-boot=` */
function skillLevels(catalog: Catalog, typed: string): string[] {
  const at = typed.lastIndexOf(',') + 1;
  const done = typed.slice(0, at);
  const now = typed.slice(at);
  const equals = now.indexOf('=');
  if (equals >= 0) return levels(catalog).map((level) => `${done}${now.slice(0, equals)}=${level}`);
  return allTexts(catalog.skillIds).map((id) => `${done}${id}=`);
}

function levels(catalog: Catalog): string[] {
  return catalog.scale.levels.map(({ level, word }) => (level === 0 ? word : String(level)));
}

/** All ids or names of a table. */
export function allTexts(table: TextTable): string[] {
  return Array.from({ length: textCount(table) }, (_, i) => textAt(table, i));
}
