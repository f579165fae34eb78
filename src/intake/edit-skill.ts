import type { Catalog } from '../core/catalog/catalog-index.ts';
import type { NodePath } from '../core/model/model.ts';
import type { Level } from '../core/model/scale.ts';
import { addToList, removeEntry, setListItem, setScalar } from '../documents/edit-yaml.ts';
import { AmbiguousScalar } from '../documents/plain-scalar.ts';
import type { FlowMap, ScalarValue } from '../documents/yaml-source.ts';
import { levelOfWord } from './level-words.ts';
import { nameToWrite } from './name-to-write.ts';
import { makeNameReader, readOneSkill } from './names/read-name.ts';
import { isSelf } from './ratings.ts';

/** A skill to say at a level; without a level it is taken out. */
export interface SkillChange {
  /** Its number in the catalog. */
  readonly skill: number;
  readonly level: Level | undefined;
  /** Found elsewhere, and not said by the person: who says how well a skill is held stays as it is. */
  readonly isFound?: boolean;
  /** What shows the level, in one line. */
  readonly evidence?: string;
}

/** What stands at a path of a document's data. */
export function valueAt(data: unknown, path: NodePath): unknown {
  return path.reduce<unknown>((at, step) => (at instanceof Map ? at.get(String(step)) : undefined), data);
}

interface DeclaredAt {
  /** Where the level stands, or should. */
  readonly path: NodePath;
  /** Where the whole declaration stands, its name among it. */
  readonly entry: NodePath;
  readonly value: unknown;
  /** A plain name in a list: it has no place for a level yet. */
  readonly bare: boolean;
  /** The whole declaration where it is a map. */
  readonly kept?: ReadonlyMap<unknown, unknown>;
}

/**
 * Says a skill at a level. On a known day the level carries it, and what the level was stands in `ratings` from then on, with a
 * day where one was written. The same level said again on a later day is confirmed: both days are kept.
 *
 * @param day `undefined`: not known; a dated level then loses its day, which is not the new level's
 */
export function setSkill(text: string, data: unknown, catalog: Catalog, change: SkillChange, day: string | undefined): string {
  const { skill, level } = change;
  const said = declarationsOf(data, catalog, skill);
  if (level === undefined) return said.toReversed().reduce((now, one) => removeEntry(now, one.entry), text);
  if (said.length === 0) {
    const value = newLevel(level === 0 ? wordOf(catalog, 0) : level, change, day);
    const isList = Array.isArray(valueAt(data, ['skills']));
    const name = nameToWrite(catalog, skill);
    return isList ? addToList(text, ['skills'], [name, value], 'end') : setScalar(text, ['skills', name], value);
  }
  // A skill that is declared under two names counts at the higher level: both must say the new one.
  return said.reduce((now, one) => changeLevel(now, catalog, one, { ...change, level }, day), text);
}

function newLevel(
  level: ScalarValue,
  { evidence }: Pick<SkillChange, 'evidence'>,
  day: string | undefined,
  former?: ScalarValue,
): ScalarValue | FlowMap {
  if (day === undefined) return level;
  return new Map<string, ScalarValue | readonly FlowMap[]>([
    ['level', level],
    ['on', day],
    ...(evidence === undefined ? [] : [['evidence', evidence] as const]),
    ...(former === undefined ? [] : [['ratings', [new Map([['level', former]])]] as const]),
  ]);
}

function changeLevel(
  text: string,
  catalog: Catalog,
  { path, value, bare, kept }: DeclaredAt,
  change: SkillChange & { readonly level: Level },
  day: string | undefined,
): string {
  const { level } = change;
  const old = value instanceof AmbiguousScalar ? value.text : value;
  const former = typeof old === 'string' || typeof old === 'number' ? old : undefined;
  if (!bare && former !== undefined && levelOfWord(catalog.scale, String(former)) === level && !isConfirmed(kept, change, day))
    return text;
  const none = wordOf(catalog, 0);
  const inWords = typeof old === 'string' && old !== none && !/^\d+$/.test(old);
  const written = inWords || level === 0 ? wordOf(catalog, level) : level;
  if (bare) return setListItem(text, path, newLevel(written, change, day));
  if (kept === undefined) return setScalar(text, path, newLevel(written, change, day, former));
  const entry = path.slice(0, -1);
  const levelled = setScalar(keepRating(text, entry, former, kept, change, day), path, written);
  const dated = day === undefined ? levelled : setScalar(levelled, [...entry, 'on'], day);
  const by = kept.get('assessedBy');
  const owned =
    change.isFound === true || typeof by !== 'string' || isSelf(by) ? dated : setScalar(dated, [...entry, 'assessedBy'], 'self');
  const shown = kept.get('evidence');
  if (change.evidence === undefined || (typeof shown === 'string' && shown.includes('\n'))) return owned;
  return setScalar(owned, [...entry, 'evidence'], change.evidence);
}

/** Whether a dated level is said again on a later day, by the person. */
function isConfirmed(kept: DeclaredAt['kept'], { isFound }: SkillChange, day: string | undefined): boolean {
  const on = kept?.get('on');
  return isFound !== true && day !== undefined && typeof on === 'string' && on < day;
}

/**
 * What a level was stands in `ratings` from then on, with what showed it. Without a day for the new level, one without a day or
 * ratings is changed in its place, and a former day goes with its level.
 */
function keepRating(
  text: string,
  entry: NodePath,
  former: ScalarValue | undefined,
  kept: ReadonlyMap<unknown, unknown>,
  { evidence }: SkillChange,
  day: string | undefined,
): string {
  if (former === undefined || (day === undefined && !kept.has('on') && !kept.has('ratings'))) return text;
  const rating = new Map<string, string | number>([['level', former]]);
  for (const key of ['on', 'assessedBy']) {
    const said = kept.get(key);
    if (typeof said === 'string') rating.set(key, said);
  }
  const shown = kept.get('evidence');
  if (evidence !== undefined && typeof shown === 'string') rating.set('note', shown);
  const listed = addToList(text, [...entry, 'ratings'], rating, 'end');
  return day === undefined && kept.has('on') ? removeEntry(listed, [...entry, 'on']) : listed;
}

/** The scale's own word for a level. */
export function wordOf(catalog: Catalog, level: Level): string {
  return catalog.scale.levels[level]?.word ?? String(level);
}

/** Everywhere that a profile declares a skill, under whatever name. */
function declarationsOf(data: unknown, catalog: Catalog, skill: number): DeclaredAt[] {
  const skills = valueAt(data, ['skills']);
  const readName = makeNameReader(catalog);
  const isIt = (name: unknown): boolean => readOneSkill(readName, String(name)) === skill;
  if (skills instanceof Map) {
    return [...skills].filter(([name]) => isIt(name)).map(([name, held]) => declaredAt(['skills', name as string], held));
  }
  if (!Array.isArray(skills)) return [];
  return skills.flatMap((item: unknown, i): DeclaredAt[] => {
    const entry: NodePath = ['skills', i];
    if (!(item instanceof Map)) return isIt(item) ? [{ path: entry, entry, value: null, bare: true }] : [];
    const named: unknown = item.get('skill') ?? item.get('name');
    if (named !== undefined) {
      return isIt(named) ? [{ path: [...entry, 'level'], entry, value: item.get('level') ?? null, bare: false, kept: item }] : [];
    }
    return [...item]
      .filter(([name]) => isIt(name))
      .map(([name, held]) => ({ ...declaredAt([...entry, name as string], held), entry }));
  });
}

function declaredAt(path: NodePath, held: unknown): DeclaredAt {
  if (held instanceof Map)
    return { path: [...path, 'level'], entry: path, value: held.get('level') ?? null, bare: false, kept: held };
  return { path, entry: path, value: held, bare: false };
}
