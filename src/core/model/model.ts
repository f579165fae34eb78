import type { Effort, Importance, Level } from './scale.ts';

/** A role's or a skill's key in standard taxonomies, such as `{ esco: 'http://data.europa.eu/esco/skill/…' }`. */
export type Identifiers = Readonly<Record<string, string>>;

export const skillKinds = ['language', 'framework', 'database', 'platform', 'tool', 'practice', 'concept', 'soft-skill'] as const;
export type SkillKind = (typeof skillKinds)[number];

/** What adverts and roles ask for when any of several skills will do: "a NoSQL database". */
export const skillFamilies = [
  'relational-database',
  'nosql-database',
  'cloud-platform',
  'programming-language',
  'backend-language',
  'server-framework',
  'frontend-framework',
  'mobile-platform',
  'message-broker',
  'ci-tool',
  'monitoring-tool',
] as const;
export type SkillFamily = (typeof skillFamilies)[number];

/** Where in a text a label counts that is an everyday word as well: as an item of a list, or beside the name of another skill. */
export const labelContexts = ['list', 'tool'] as const;
export type LabelContext = (typeof labelContexts)[number];

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
export const ecosystems = ['composer', 'docker', 'gem', 'golang', 'helm', 'maven', 'npm', 'nuget', 'pypi'] as const;
export type Ecosystem = (typeof ecosystems)[number];

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
  readonly dependencies: Readonly<{ [E in Ecosystem]?: readonly string[] | undefined }>;
  readonly content: readonly ContentSignal[];
}

/** Another skill, at a level that is `offset` above the skill's own; 0 or negative. */
export interface SkillEdge {
  readonly skill: string;
  readonly offset: number;
}

/** To be held before the first step of a skill: one skill, or one of several. */
export type Prerequisite =
  | { readonly skill: string; readonly level: Level }
  | { readonly anyOf: readonly string[]; readonly level: Level };

/** The skills of which a prerequisite asks one, in the order of the file. */
export function choicesOf(prerequisite: Prerequisite): readonly string[] {
  return 'anyOf' in prerequisite ? prerequisite.anyOf : [prerequisite.skill];
}

export interface Skill {
  readonly id: string;
  readonly name: string;
  readonly altLabels: readonly string[];
  /** Words by which a job advert asks for the skill without naming it: "scalable". Nobody's profile or CV is read by them. */
  readonly cues?: readonly string[] | undefined;
  /** Where labels that are everyday words count, by label: "Express" is a framework, "express delivery" is not. */
  readonly ambiguous?: Readonly<Record<string, readonly LabelContext[]>> | undefined;
  readonly families?: readonly SkillFamily[] | undefined;
  readonly kind?: SkillKind | undefined;
  readonly effort: Effort;
  /** Levels are reached on the job rather than by study. */
  readonly learnedBy?: 'work' | undefined;
  /** Grows with every year of technical work and goes unsaid: usual at the level of such years, plus `offset` (0 or negative). */
  readonly general?: { readonly offset: number } | undefined;
  readonly summary?: string | undefined;
  /** Who holds this skill at n holds the other at n + offset at least; offsets are 0 or negative. */
  readonly implies: readonly SkillEdge[];
  /** Nine of ten who hold this skill at n hold the other at n + offset: an estimate, never credit and no prerequisite. */
  readonly usually: readonly SkillEdge[];
  /** How much of a requirement for this skill the other one covers, between 0 and 1. */
  readonly related: readonly { readonly skill: string; readonly transfer: number }[];
  /** To be held before the first step of this skill. */
  readonly requires: readonly Prerequisite[];
  readonly identifiers?: Identifiers | undefined;
  readonly signals?: SkillSignals | undefined;
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
  readonly name?: string | undefined;
  /** Whatever skills are of this family, each at this level; `anyOf` lists them once the packs are laid over each other. */
  readonly family?: { readonly name: SkillFamily; readonly level: Level } | undefined;
  /** One or more. */
  readonly anyOf: readonly Alternative[];
  /** How many of the alternatives are asked. */
  readonly atLeast: number;
  readonly importance: Importance;
  readonly source?: string | undefined;
}

export interface RoleExperience {
  readonly years: number;
  readonly of: readonly { readonly skill: string; readonly years: number }[];
}

export interface RoleEducation {
  readonly level: string;
  readonly field?: string | undefined;
  /** What is accepted in its place, in words. */
  readonly alternatives: readonly string[];
}

export interface Role {
  readonly id: string;
  readonly title: string;
  readonly altTitles: readonly string[];
  readonly summary?: string | undefined;
  readonly seniority?: string | undefined;
  readonly experience?: RoleExperience | undefined;
  readonly education?: RoleEducation | undefined;
  readonly identifiers?: Identifiers | undefined;
  readonly sources: readonly { readonly id: string; readonly title: string; readonly url?: string | undefined }[];
  readonly responsibilities: readonly { readonly id: string; readonly text: string; readonly skills: readonly string[] }[];
  readonly requirements: readonly Requirement[];
  readonly leadsTo: readonly { readonly role: string; readonly because?: string | undefined }[];
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
  /** Who assessed the level, as written; missing or empty: the person. */
  readonly assessedBy?: string;
  /** What the level was before, and what others say of it, in the order written. */
  readonly ratings?: readonly SkillRating[];
}

/** One assessment of a skill, beside the level that counts. */
export interface SkillRating {
  readonly level: Level;
  /** The day as written; empty where none is. */
  readonly on: string;
  /** Empty: the person. */
  readonly assessedBy: string;
  readonly note?: string;
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
  /** Skills by any of their names: where a plan may choose between equals, rather these. */
  readonly prefer?: readonly string[];
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
  readonly licence?: string | undefined;
  readonly attribution?: string | undefined;
  /** The ids of roles that come before all others, in this order. */
  readonly first?: readonly string[] | undefined;
  /** What of the packs below it this one replaces. */
  readonly replaces?: readonly ReplacedEntry[] | undefined;
}

/** An entry of a pack in whose place a later pack has put its own of the same id. */
export interface ReplacedEntry {
  readonly kind: 'skill' | 'role';
  readonly id: string;
  /** The name of the pack that loses it. */
  readonly of: string;
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
  /** A place in the `pack.yaml` of a layer. */
  readonly placeInPack: (layer: number, path: NodePath) => Place | undefined;
}
