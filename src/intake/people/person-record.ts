import type { Scale } from '../../core/model/scale.ts';
import { levelChoices } from '../level-words.ts';
import { isoDay, pickCounting } from '../ratings.ts';
import type { LevelReading } from '../read-level.ts';
import { readHeaderWord } from './header-words.ts';
import { type Remark, remark } from './people-account.ts';
import { readSkillCell } from './skill-cell.ts';

/** What a record says of a person, in the form of a profile, and what had to be done for it. */
export interface TidyRecord {
  /** What identifies the person, as written; nothing when no key does. */
  readonly person: string | undefined;
  readonly value: Record<string, unknown>;
  /** Levels that are none; the others count. */
  readonly wrong: readonly string[];
  readonly told: readonly Remark[];
}

export interface RecordTools {
  readonly scale: Scale;
  readonly readLevel: (text: string) => LevelReading | undefined;
  readonly isSkill: (text: string) => boolean;
}

/** Keys of a profile that are no skills where the skills stand beside them. */
const profileKeys = new Set(['role', 'experience', 'education', 'targets', 'hoursperweek', 'prefer', 'schemaversion']);

/**
 * Takes a record as programs write it (keys in capitals, one key a skill, null for "not said", levels as words, numbers in quotes
 * or in between) and makes a profile of it. What is no level is left out and told; null and empty texts say nothing.
 */
export function tidyRecord(written: Readonly<Record<string, unknown>>, tools: RecordTools): TidyRecord {
  const keys = Object.keys(written);
  const kindOf = new Map(keys.map((key) => [key, readHeaderWord(key)?.kind]));
  const textAt = (kind: string): string | undefined =>
    keys
      .filter((key) => kindOf.get(key) === kind)
      .map((key) => textOf(written[key]))
      .find((text) => text !== undefined);
  const joined = [textAt('first-name'), textAt('last-name')].filter((part) => part !== undefined).join(' ');
  const name = textAt('person') ?? (joined === '' ? undefined : joined);
  const person = textAt('id') ?? textAt('email') ?? name;
  const wrong: string[] = [];
  const told: Remark[] = [];
  const levels = makeLevels(tools, wrong, told);
  const value: Record<string, unknown> = {};
  for (const key of ['role', 'experience', 'education', 'targets', 'hoursPerWeek', 'prefer'])
    if (written[key] !== undefined && written[key] !== null) value[key] = written[key];
  if (name !== undefined && name.length <= 300) value['name'] = name;
  const skillKey = keys.find((key) => kindOf.get(key) === 'skill');
  if (skillKey === undefined) {
    const flat = keys.filter((key) => kindOf.get(key) === undefined && !profileKeys.has(key.toLowerCase()));
    value['skills'] = flatSkills(flat, written, levels, tools, told);
    for (const key of keys) if (kindOf.get(key) === 'other') told.push(remark('column', key).told);
  } else {
    const levelKey = keys.find((key) => kindOf.get(key) === 'level');
    const held = written[skillKey];
    // One record a skill: its level stands beside it.
    value['skills'] =
      levelKey !== undefined && typeof held === 'string' ? levels.ofPairs([[held, written[levelKey]]]) : levels.ofSkills(held);
  }
  return { person, value, wrong, told };
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  return typeof value === 'number' ? String(value) : undefined;
}

/** One key a skill: keys whose values are levels, or that name skills. */
function flatSkills(
  keys: readonly string[],
  written: Readonly<Record<string, unknown>>,
  levels: ReturnType<typeof makeLevels>,
  { readLevel, isSkill }: RecordTools,
  told: Remark[],
): unknown {
  const pairs: [string, unknown][] = [];
  for (const key of keys) {
    const value = written[key];
    if (value === null || value === undefined) continue;
    const isLevel = ['string', 'number', 'boolean'].includes(typeof value) && readLevel(String(value)) !== undefined;
    if (isLevel || isSkill(key)) pairs.push([key, value]);
    else told.push(remark('column', key).told);
  }
  return levels.ofPairs(pairs);
}

function makeLevels({ scale, readLevel, isSkill }: RecordTools, wrong: string[], told: Remark[]) {
  const fault = (shown: unknown, input: string): undefined => {
    const text = typeof shown === 'string' ? shown : JSON.stringify(shown);
    wrong.push(
      `"${text.length > 60 ? `${text.slice(0, 57)}...` : text}" is not a level (for ${input}); use ${levelChoices(scale)}`,
    );
  };
  /** A level, null for the assumed one, `undefined` for nothing. */
  const levelOf = (value: unknown, input: string): number | null | undefined => {
    if (value === null || value === undefined) return undefined;
    if (typeof value === 'object') return fault(value, input);
    const read = readLevel(String(value));
    if (read === undefined) return fault(value, input);
    if (read.kind === 'unsaid') return undefined;
    if (read.kind === 'held') return null;
    if (read.rounded) told.push(remark('rounded', String(value)).told);
    return read.level;
  };
  const ofPairs = (pairs: readonly (readonly [string, unknown])[]): unknown[] => {
    const skills: unknown[] = [];
    for (const [input, value] of pairs) {
      if (isMap(value)) {
        const level = Object.hasOwn(value, 'level') || Array.isArray(value['ratings']) ? levelOf(ratedLevel(value), input) : null;
        const years = typeof value['years'] === 'number' ? { years: value['years'] } : {};
        if (level !== undefined) skills.push({ skill: input, level, ...years, ...ratedBy(value, readLevel) });
      } else {
        const level = levelOf(value, input);
        if (level !== undefined) skills.push({ skill: input, level });
      }
    }
    return skills;
  };
  const ofText = (text: string): unknown[] =>
    ofPairs(readSkillCell(text, { isSkill, readLevel }).map((one) => [one.input, one.levelText === '' ? true : one.levelText]));
  const ofList = (list: readonly unknown[]): unknown[] =>
    list.flatMap((item) => {
      if (typeof item === 'string') return isSkill(item) ? [{ skill: item, level: null }] : ofText(item);
      if (!isMap(item)) return [];
      const keys = Object.keys(item);
      const nameKey = keys.find((key) => key === 'name' || readHeaderWord(key)?.kind === 'skill');
      if (nameKey === undefined) return keys.length === 1 ? ofPairs(Object.entries(item)) : [];
      const levelKey = keys.find((key) => readHeaderWord(key)?.kind === 'level');
      const input = item[nameKey];
      if (typeof input !== 'string') return [];
      return levelKey === undefined ? ofPairs([[input, item]]) : ofPairs([[input, { ...item, level: item[levelKey] }]]);
    });
  const ofSkills = (held: unknown): unknown => {
    if (typeof held === 'string') return ofText(held);
    if (Array.isArray(held)) return ofList(held);
    return isMap(held) ? ofPairs(Object.entries(held)) : [];
  };
  return { ofPairs, ofSkills };
}

/** Who gave a level and when, and what others gave; a rating whose level is none of the scale's numbers or words is left out. */
function ratedBy(value: Readonly<Record<string, unknown>>, readLevel: RecordTools['readLevel']): Record<string, unknown> {
  const texts = (from: Readonly<Record<string, unknown>>): Record<string, string> =>
    Object.fromEntries(
      ['on', 'assessedBy'].flatMap((key) => (typeof from[key] === 'string' && from[key].length <= 300 ? [[key, from[key]]] : [])),
    );
  if (!Array.isArray(value['ratings'])) return texts(value);
  const ratings = value['ratings'].filter(isMap).flatMap((one) => {
    const read = readLevel(String(one['level'] ?? ''));
    return read?.kind === 'level' ? [{ level: read.level, ...texts(one) }] : [];
  });
  return { ...texts(value), ratings };
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The level that counts: the one that stands there, else the counting one of several ratings. */
function ratedLevel(value: Readonly<Record<string, unknown>>): unknown {
  if (value['level'] !== undefined && value['level'] !== null) return value['level'];
  const ratings = value['ratings'];
  if (!Array.isArray(ratings)) return undefined;
  const assessed = ratings.filter(isMap).map((one) => ({
    level: one['level'],
    on: typeof one['on'] === 'string' ? isoDay(one['on']) : '',
    assessedBy: typeof one['assessedBy'] === 'string' ? one['assessedBy'] : '',
  }));
  return pickCounting(assessed)?.level;
}
