import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { type TextTable, textAt, textCount } from '../../core/catalog/text-table.ts';
import { settingNames } from '../../intake/profile-settings.ts';
import type { CommandSpec, OptionSpec } from '../shell/command.ts';

/** Options that every command has, and those of commands that read a profile. */
const sharedFlags = ['--format', '--pack', '--output', '--no-color', '--width', '--no-input', '--quiet', '--help'];
const profileFlags = ['--profile', '--skills'];

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
  const last = before.at(-1) ?? '';
  if (last === '--format' || last === '-f') return [...spec.formats];
  if (last === '--skills') return skillLevels(catalog, typed);
  if (takesValue(spec, last)) return [];
  if (typed.startsWith('-')) {
    const own = spec.options.map((option) => flagOf(option));
    return [...own, ...(spec.usesProfile ? profileFlags : []), ...sharedFlags];
  }
  return argumentWords(catalog, spec, before.slice(1), typed);
}

function argumentWords(catalog: Catalog, spec: CommandSpec, given: readonly string[], typed: string): string[] {
  switch (spec.name) {
    case 'completion':
      return given.length === 0 ? ['bash', 'zsh', 'fish'] : [];
    case 'profile':
      if (given.length === 0) return ['path', 'show', 'set'];
      return given[0] === 'set' ? settings(catalog, typed) : [];
    case 'show':
      return [...allTexts(catalog.roleIds), ...allTexts(catalog.skillIds)];
    case 'skills':
      return allTexts(catalog.skillIds);
    default:
      return spec.argument.includes('role') || spec.name === 'roles' ? allTexts(catalog.roleIds) : [];
  }
}

function settings(catalog: Catalog, typed: string): string[] {
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

function takesValue(spec: CommandSpec, word: string): boolean {
  if (['-p', '--profile', '-o', '--output', '--pack', '--width'].includes(word)) return true;
  const option = spec.options.find((one) => flagOf(one) === word);
  return option?.flags.includes('<') === true;
}

function flagOf({ flags }: OptionSpec): string {
  return /--[\w-]+/.exec(flags)?.[0] ?? flags;
}

function allTexts(table: TextTable): string[] {
  return Array.from({ length: textCount(table) }, (_, i) => textAt(table, i));
}
