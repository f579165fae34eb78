import type { Effort, Importance, Level } from './scale.ts';

/** A role's or a skill's key in standard taxonomies, such as `{ esco: 'http://data.europa.eu/esco/skill/…' }`. */
export type Identifiers = Readonly<Record<string, string>>;

export type SkillKind = 'language' | 'framework' | 'database' | 'platform' | 'tool' | 'practice' | 'concept' | 'soft-skill';

/** What adverts ask for when any of several skills will do: "a NoSQL database". */
export type SkillFamily =
  | 'relational-database'
  | 'nosql-database'
  | 'cloud-platform'
  | 'programming-language'
  | 'server-framework'
  | 'message-broker';

export interface Resource {
  readonly title: string;
  readonly url: string;
}

/** What to do to reach one level of a skill from the level below. */
export interface LearnEntry {
  readonly do: string;
  readonly resources: readonly Resource[];
}

/** Whose names a dependency is written in: the types of package URLs (purl). `docker` names images, `helm` charts. */
export type Ecosystem = 'composer' | 'docker' | 'gem' | 'golang' | 'helm' | 'maven' | 'npm' | 'nuget' | 'pypi';

/** A text that shows a skill when it stands in a file of such a name. */
export interface ContentSignal {
  /** Name patterns, as in `SkillSignals.files`. */
  readonly in: readonly string[];
  /** Any of these texts; `^` in front asks for the beginning of a line. */
  readonly has: readonly string[];
}

/** What in a source tree shows that somebody used a skill. */
export interface SkillSignals {
  /** `*` stands for anything within a name; a pattern with slashes is matched with the end of the path. */
  readonly files: readonly string[];
  /** `*` stands for anything: `org.springframework.boot:*`. */
  readonly dependencies: Readonly<Partial<Record<Ecosystem, readonly string[]>>>;
  readonly content: readonly ContentSignal[];
}

export interface Skill {
  readonly id: string;
  readonly name: string;
  readonly altLabels: readonly string[];
  /** Words by which a job advert asks for the skill without naming it: "scalable". Nobody's profile or CV is read by them. */
  readonly cues?: readonly string[];
  readonly families?: readonly SkillFamily[];
  readonly kind?: SkillKind;
  readonly effort: Effort;
  readonly summary?: string;
  /** Who holds this skill at n holds the other at n + offset at least; offsets are 0 or negative. */
  readonly implies: readonly { readonly skill: string; readonly offset: number }[];
  /** How much of a requirement for this skill the other one covers, between 0 and 1. */
  readonly related: readonly { readonly skill: string; readonly transfer: number }[];
  /** To be held before the first step of this skill. */
  readonly requires: readonly { readonly skill: string; readonly level: Level }[];
  readonly identifiers?: Identifiers;
  readonly signals?: SkillSignals;
  /** Key = the level reached. */
  readonly learn: Readonly<Record<string, LearnEntry>>;
}

/** One way to meet a requirement. */
export interface Alternative {
  readonly skill: string;
  readonly level: Level;
}

export interface Requirement {
  /** The skill's id, or the slug of the group's name. Unique within a role. */
  readonly id: string;
  /** The group's name; a requirement of one skill has none. */
  readonly name?: string;
  /** One or more. */
  readonly anyOf: readonly Alternative[];
  /** How many of the alternatives are asked. */
  readonly atLeast: number;
  readonly importance: Importance;
  readonly source?: string;
}

export interface RoleExperience {
  readonly years: number;
  readonly of: readonly { readonly skill: string; readonly years: number }[];
}

export interface RoleEducation {
  readonly level: string;
  readonly field?: string;
  /** What is accepted in its place, in words. */
  readonly alternatives: readonly string[];
}

export interface Role {
  readonly id: string;
  readonly title: string;
  readonly altTitles: readonly string[];
  readonly summary?: string;
  readonly seniority?: string;
  readonly experience?: RoleExperience;
  readonly education?: RoleEducation;
  readonly identifiers?: Identifiers;
  readonly sources: readonly { readonly id: string; readonly title: string; readonly url?: string }[];
  readonly responsibilities: readonly { readonly id: string; readonly text: string; readonly skills: readonly string[] }[];
  readonly requirements: readonly Requirement[];
  readonly leadsTo: readonly { readonly role: string; readonly because?: string }[];
}

/** One skill that a person declares, as written. */
export interface DeclaredSkill {
  readonly input: string;
  readonly level: Level;
  /** The person named the skill without a level: the scale's assumed level stands in. */
  readonly assumed: boolean;
  readonly years?: number;
  readonly place?: Place;
  /** The day of the assessment as written, and where. */
  readonly on?: { readonly text: string; readonly place: Place };
}

/** What a person declares. Everything is optional. */
export interface SkillProfile {
  readonly name?: string;
  readonly role?: string;
  readonly experience?: { readonly years?: number; readonly of: readonly { readonly skill: string; readonly years: number }[] };
  readonly education?: { readonly level?: string; readonly field?: string };
  readonly skills: readonly DeclaredSkill[];
  readonly targets: readonly string[];
  readonly hoursPerWeek?: number;
}

/** A stretch of a file. Lines and columns count from 1; the end is just past the last character. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A pack's name, version and rights. */
export interface PackMeta {
  readonly name: string;
  readonly version: string;
  readonly licence?: string;
  readonly attribution?: string;
}

export type NodePath = readonly (string | number)[];

/** One skill or role as a file says it, together with where it stands. */
export interface DraftEntry<T> {
  readonly value: T;
  /** The file as it is shown, relative to the working folder where possible. */
  readonly file: string;
  /** Where the entry stands in its file; `placeOf` takes paths below it. */
  readonly path: NodePath;
  /** Which pack it comes from: an index into `packs`. */
  readonly layer: number;
}

/**
 * What the files of some packs say, unresolved: it can hold unknown ids, duplicates and cycles.
 * Values that the schema refused are already gone from it (and reported).
 */
export interface CatalogDraft {
  readonly packs: readonly PackMeta[];
  readonly skills: readonly DraftEntry<Skill>[];
  readonly roles: readonly DraftEntry<Role>[];
  /** The place of the value below an entry, or of its key with `'key'`. */
  readonly placeOf: (entry: DraftEntry<unknown>, path: NodePath, part?: 'key' | 'value') => Place | undefined;
}
