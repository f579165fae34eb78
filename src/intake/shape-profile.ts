import type { Diagnostic } from '../core/model/diagnostic.ts';
import type { DeclaredSkill, NodePath, SkillProfile, SkillRating } from '../core/model/model.ts';
import type { Scale } from '../core/model/scale.ts';
import { AmbiguousScalar } from '../documents/plain-scalar.ts';
import { readSimpleYaml } from '../documents/simple-yaml.ts';
import { startOfLine } from '../documents/text-place.ts';
import type { SourceDocument } from '../documents/yaml.ts';
import { checkShape } from '../schema/check-shape.ts';
import { profileSchema } from '../schema/profile-schema.ts';
import { suggestWords } from '../search/suggest.ts';
import { levelChoices, levelOfWord, levelWords } from './level-words.ts';
import { pickCounting } from './ratings.ts';

export interface ReadProfile {
  /** `undefined` when the text is no profile at all; otherwise whatever of it is right. */
  readonly profile: SkillProfile | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Where the value at a path of the profile stands; `undefined` when the text was no YAML. */
  readonly placeOf?: SourceDocument['placeOf'];
}

/**
 * Reads a profile in the plain kind of YAML that most are written in, without bringing in the YAML parser.
 *
 * @returns `undefined` for other texts and for whatever has a fault: `readProfile` reads those and knows where things stand.
 *   The places in what comes back are not known and all say the file's start; nothing may be reported at them
 */
export function readFaultlessProfile(text: string, file: string, scale: Scale): SkillProfile | undefined {
  const value = readSimpleYaml(text);
  if (value === undefined) return undefined;
  const document = {
    file,
    text,
    value,
    diagnostics: [],
    placeOf: () => startOfLine(file, 1),
    has: () => false,
    sourceOf: () => undefined,
  };
  const { profile, diagnostics } = shapeProfile(document, value, [], scale);
  return diagnostics.length === 0 ? profile : undefined;
}

/** People write remarks as they like, `proficient #since May`: that is said to them, and their profile is read all the same. */
function asToPeople(one: Diagnostic): Diagnostic {
  return one.code === 'comment-cuts-text' ? { ...one, severity: 'warning' } : one;
}

/** Reads the profile that stands at `path` of a document. */
export function shapeProfile(document: SourceDocument, input: unknown, path: NodePath, scale: Scale): ReadProfile {
  const diagnostics: Diagnostic[] = document.diagnostics.map(asToPeople);
  const value = input === null ? new Map<string, unknown>() : allowLevelWords(input, scale);
  const shaped = checkShape(profileSchema, value, path, document, suggestWords);
  diagnostics.push(...shaped.diagnostics);
  if (shaped.value === undefined) return { profile: undefined, diagnostics, placeOf: document.placeOf };
  const written = shaped.value;
  const rawSkills = value instanceof Map ? value.get('skills') : undefined;
  const skills = declaredSkills(rawSkills, document, [...path, 'skills'], scale, diagnostics);
  return {
    profile: {
      ...(written.name === undefined ? {} : { name: written.name }),
      ...(written.role === undefined ? {} : { role: written.role }),
      ...(written.experience === undefined
        ? {}
        : {
            experience: {
              ...(written.experience.years === undefined ? {} : { years: written.experience.years }),
              of: written.experience.of ?? [],
            },
          }),
      ...(written.education === undefined
        ? {}
        : {
            education: {
              ...(written.education.level === undefined ? {} : { level: written.education.level }),
              ...(written.education.field === undefined ? {} : { field: written.education.field }),
            },
          }),
      ...(written.hoursPerWeek === undefined ? {} : { hoursPerWeek: written.hoursPerWeek }),
      ...(written.prefer === undefined ? {} : { prefer: written.prefer }),
      skills,
      targets: written.targets ?? [],
    },
    diagnostics,
    placeOf: document.placeOf,
  };
}

/** `kafka: no` says none, and is meant so: here an old-style boolean that is a level word counts as that word. */
function allowLevelWords(value: unknown, scale: Scale): unknown {
  if (!(value instanceof Map)) return value;
  const skills = value.get('skills');
  if (!(skills instanceof Map)) return value;
  const read = new Map<unknown, unknown>();
  for (const [name, held] of skills) {
    const isWord = held instanceof AmbiguousScalar && levelOfWord(scale, held.text) !== undefined;
    read.set(name, isWord ? held.text : held);
  }
  return new Map(value).set('skills', read);
}

// Read from the parsed map, not from the checked object: there a skill called `constructor` would be lost.
function declaredSkills(
  raw: unknown,
  document: SourceDocument,
  path: NodePath,
  scale: Scale,
  diagnostics: Diagnostic[],
): DeclaredSkill[] {
  const declared: DeclaredSkill[] = [];
  const declare = (input: string, held: unknown, at: NodePath, valueAt: NodePath): void => {
    const read = readHeld(held, document, valueAt, scale, diagnostics);
    if (read === undefined) return;
    declared.push({
      input,
      ...read,
      // Knowing places takes the full parser, and most profiles give nothing to point at.
      get place() {
        return document.placeOf(at, 'key');
      },
    });
  };
  if (raw instanceof Map) {
    for (const [name, held] of raw) declare(String(name), held, [...path, name as string], [...path, name as string]);
  } else if (Array.isArray(raw)) {
    raw.forEach((item: unknown, i) => {
      const at = [...path, i];
      if (typeof item === 'string') declare(item, null, at, at);
      else if (item instanceof Map) {
        const name: unknown = item.get('skill') ?? item.get('name');
        if (typeof name === 'string') declare(name, item, [...at, item.has('skill') ? 'skill' : 'name'], at);
        else if (item.size === 1)
          for (const [key, held] of item) declare(String(key), held, [...at, key as string], [...at, key as string]);
        else diagnostics.push({ code: 'missing-key', facts: { key: 'skill', what: 'the entry' }, place: document.placeOf(at) });
      }
    });
  }
  return declared;
}

/** A level, alone or in a map with years; nothing where the schema has complained already. */
function readHeld(
  held: unknown,
  document: SourceDocument,
  path: NodePath,
  scale: Scale,
  diagnostics: Diagnostic[],
): Omit<DeclaredSkill, 'input' | 'place'> | undefined {
  if (held instanceof Map) {
    const years: unknown = held.get('years');
    const on: unknown = held.get('on');
    const ratings = ratingsIn(held.get('ratings'), document, [...path, 'ratings'], scale, diagnostics);
    // Without a level of its own, the one of the ratings counts that the rule of `pickCounting` picks.
    const picked = held.has('level') ? undefined : pickCounting(ratings);
    const level: unknown = held.get('level') ?? picked?.level ?? null;
    const assessedBy: unknown = held.get('assessedBy') ?? picked?.assessedBy;
    const inner = readHeld(level, document, [...path, 'level'], scale, diagnostics);
    return (
      inner && {
        ...inner,
        ...(typeof years === 'number' ? { years } : {}),
        ...(typeof on === 'string' ? { on: dated(on, document, [...path, 'on']) } : {}),
        ...(picked === undefined || picked.on === '' || on !== undefined ? {} : { on: dated(picked.on, document, path) }),
        ...(typeof assessedBy === 'string' && assessedBy !== '' ? { assessedBy } : {}),
        ...(ratings.length > 0 ? { ratings } : {}),
      }
    );
  }
  if (held === null || held === undefined) return { level: scale.assumedLevel, assumed: true };
  if (typeof held === 'number')
    return Number.isInteger(held) && levelOfWord(scale, String(held)) !== undefined ? { level: held, assumed: false } : undefined;
  if (typeof held !== 'string') return undefined;
  const level = levelOfWord(scale, held);
  if (level !== undefined) return { level, assumed: false };
  diagnostics.push({
    code: 'wrong-value',
    facts: { found: `"${held.slice(0, 60)}"`, allowed: `a level: ${levelChoices(scale)}` },
    place: document.placeOf(path),
    suggestions: suggestWords(held, levelWords(scale), 2),
  });
  return undefined;
}

/** The list of ratings beside a level; one whose level cannot be read is left out, with what is wrong. */
function ratingsIn(
  held: unknown,
  document: SourceDocument,
  path: NodePath,
  scale: Scale,
  diagnostics: Diagnostic[],
): SkillRating[] {
  if (!Array.isArray(held)) return [];
  return held.flatMap((item: unknown, i): SkillRating[] => {
    if (!(item instanceof Map)) return [];
    const text = (key: string): string => {
      const value: unknown = item.get(key);
      return typeof value === 'string' ? value : '';
    };
    const read = item.has('level') ? readHeld(item.get('level'), document, [...path, i, 'level'], scale, diagnostics) : undefined;
    if (read === undefined || read.assumed) return [];
    const note = text('note');
    return [{ level: read.level, on: text('on'), assessedBy: text('assessedBy'), ...(note === '' ? {} : { note }) }];
  });
}

function dated(text: string, document: SourceDocument, path: NodePath): NonNullable<DeclaredSkill['on']> {
  return {
    text,
    get place() {
      return document.placeOf(path);
    },
  };
}
