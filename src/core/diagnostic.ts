import type { Place } from './model.ts';

export type Severity = 'error' | 'warning' | 'note';

/**
 * Every problem that the program can report, as facts alone. A code is stable: scripts and
 * `pack.yaml` name it. Its words are in `wording` below, so a code without words does not compile.
 */
export interface FactsByCode {
  // Files
  'file-missing': { what: string };
  'file-unreadable': { reason: string };
  'not-a-file': { found: string };
  'file-too-large': { bytes: number; limit: number };
  'bad-encoding': { found: string };
  'not-a-pack': { path: string };
  // YAML and JSON
  'yaml-syntax': { problem: string };
  'yaml-feature': { feature: 'anchor' | 'alias' | 'tag' | 'directive' | 'merge key' | 'second document'; text: string };
  'yaml-too-deep': { limit: number };
  'yaml-trap': { text: string; readAs: string };
  'duplicate-key': { key: string };
  'json-syntax': { problem: string };
  // Shape
  'unknown-key': { key: string; known: readonly string[] };
  'missing-key': { key: string; what: string };
  'wrong-type': { expected: string; found: string };
  'wrong-value': { found: string; allowed: string };
  'out-of-scale': { what: string; found: string; range: string };
  // Catalog
  'unknown-skill': { name: string };
  'unknown-role': { name: string };
  'duplicate-id': { kind: 'skill' | 'role'; id: string };
  'label-collision': { label: string; id: string; other: string };
  'learning-cycle': { cycle: readonly string[] };
  'implication-raises': { skill: string; implied: string; offset: number };
  'transfer-range': { skill: string; related: string; transfer: number };
  'no-requirements': { role: string };
  'at-least-range': { atLeast: number; members: number };
  'requirement-twice': { id: string };
  // Profiles and people
  'unrecognised-skill': { input: string };
  'unrecognised-role': { input: string };
  'assumed-level': { inputs: readonly string[]; level: number };
  'declared-twice': { inputs: readonly string[]; name: string; level: number };
  'declared-below-implied': { name: string; declared: number; implied: number; by: string };
  'bad-row': { problem: string };
  // The command line
  'wrong-usage': { problem: string; fix: string };
  'unknown-argument': { what: 'role' | 'skill' | 'skill or role'; input: string; list: string };
  'no-profile': { looked: readonly string[] };
  'output-failed': { path: string; reason: string };
  internal: { message: string };
}

export type DiagnosticCode = keyof FactsByCode;

interface DiagnosticOf<C extends DiagnosticCode> {
  readonly code: C;
  readonly facts: FactsByCode[C];
  readonly place?: Place;
  /** Where a problem has no place inside a file, the file alone. */
  readonly file?: string;
  /** What was probably meant: ids, keys or values, best first. */
  readonly suggestions?: readonly string[];
  readonly related?: readonly RelatedPlace[];
}

export type Diagnostic = { [C in DiagnosticCode]: DiagnosticOf<C> }[DiagnosticCode];

export interface RelatedPlace {
  readonly message: string;
  readonly place: Place;
}

interface Wording<F> {
  readonly severity: Severity;
  /** What is wrong, in one sentence without a full stop. */
  readonly message: (facts: F) => string;
  /** What to do about it; suggestions are added by the renderer. */
  readonly fix: (facts: F) => string;
}

const quoted = (text: string): string => `"${text}"`;
const listed = (texts: readonly string[]): string => texts.map(quoted).join(', ');

const featureReasons: Readonly<Record<FactsByCode['yaml-feature']['feature'], string>> = {
  anchor: 'write the value out where it is used',
  alias: 'write the value out where it is used',
  tag: 'leave the tag away: the place of a value decides its type',
  directive: 'leave the line away: these files are read as YAML 1.2',
  'merge key': 'write the keys out: `<<` means different things to different readers',
  'second document': 'put each document into a file of its own',
};

export const wording: { readonly [C in DiagnosticCode]: Wording<FactsByCode[C]> } = {
  'file-missing': {
    severity: 'error',
    message: (f) => `${f.what} does not exist`,
    fix: () => 'check the path',
  },
  'file-unreadable': {
    severity: 'error',
    message: (f) => `cannot be read: ${f.reason}`,
    fix: () => 'check the path and its permissions',
  },
  'not-a-file': {
    severity: 'error',
    message: (f) => `is ${f.found}, not a regular file`,
    fix: () => 'name a file, or use - to read standard input',
  },
  'file-too-large': {
    severity: 'error',
    message: (f) => `has ${f.bytes} bytes; the limit is ${f.limit}`,
    fix: () => 'split it into smaller files',
  },
  'bad-encoding': {
    severity: 'error',
    message: (f) => `is not UTF-8 text: ${f.found}`,
    fix: () => 'save the file as UTF-8',
  },
  'not-a-pack': {
    severity: 'error',
    message: (f) => `${quoted(f.path)} is not a pack: it has no pack.yaml`,
    fix: () => 'name the folder that holds pack.yaml, skills/ and roles/',
  },
  'yaml-syntax': {
    severity: 'error',
    message: (f) => f.problem,
    fix: () => 'correct the YAML here',
  },
  'yaml-feature': {
    severity: 'error',
    message: (f) => `a YAML ${f.feature} (${quoted(f.text)}) is not allowed here`,
    fix: (f) => `${featureReasons[f.feature]}; quote it if it is text`,
  },
  'yaml-too-deep': {
    severity: 'error',
    message: (f) => `is nested deeper than ${f.limit} levels`,
    fix: () => 'flatten it; no role or skill needs this',
  },
  'yaml-trap': {
    severity: 'error',
    message: (f) => `YAML reads ${f.text} as ${f.readAs}, not as text`,
    fix: (f) => `quote it: '${f.text}'`,
  },
  'duplicate-key': {
    severity: 'error',
    message: (f) => `the key ${quoted(f.key)} stands here twice`,
    fix: () => 'remove one; a reader would keep only one of them',
  },
  'json-syntax': {
    severity: 'error',
    message: (f) => `is not valid JSON: ${f.problem}`,
    fix: () => 'correct the JSON',
  },
  'unknown-key': {
    severity: 'error',
    message: (f) => `unknown key ${quoted(f.key)}`,
    fix: (f) => `use one of: ${f.known.join(', ')}`,
  },
  'missing-key': {
    severity: 'error',
    message: (f) => `${f.what} has no ${quoted(f.key)}`,
    fix: (f) => `add ${f.key}`,
  },
  'wrong-type': {
    severity: 'error',
    message: (f) => `expected ${f.expected}, found ${f.found}`,
    fix: (f) => `write ${f.expected}`,
  },
  'wrong-value': {
    severity: 'error',
    message: (f) => `${f.found} is not allowed here`,
    fix: (f) => `use ${f.allowed}`,
  },
  'out-of-scale': {
    severity: 'error',
    message: (f) => `${f.what} ${f.found} is out of scale`,
    fix: (f) => `use ${f.range}`,
  },
  'unknown-skill': {
    severity: 'error',
    message: (f) => `no skill has the id ${quoted(f.name)}`,
    fix: () => 'correct the id, or add the skill to skills/',
  },
  'unknown-role': {
    severity: 'error',
    message: (f) => `no role has the id ${quoted(f.name)}`,
    fix: () => 'correct the id, or add the role to roles/',
  },
  'duplicate-id': {
    severity: 'error',
    message: (f) => `the ${f.kind} id ${quoted(f.id)} is defined twice in one pack`,
    fix: () => 'rename or remove one of them',
  },
  'label-collision': {
    severity: 'error',
    message: (f) => `the label ${quoted(f.label)} of ${f.id} also names ${f.other}`,
    fix: () => 'keep the label on one of them: a name must mean one thing',
  },
  'learning-cycle': {
    severity: 'error',
    message: (f) => `prerequisites go round in a circle: ${f.cycle.join(' → ')}`,
    fix: () => 'remove one requires or implies of the circle',
  },
  'implication-raises': {
    severity: 'error',
    message: (f) => `${f.skill} implies ${f.implied} at a higher level than its own (offset ${f.offset})`,
    fix: () => 'use an offset of 0 or less',
  },
  'transfer-range': {
    severity: 'error',
    message: (f) => `the transfer ${f.transfer} from ${f.related} to ${f.skill} is not between 0 and 1`,
    fix: () => 'use a number above 0 and below 1: a transfer of 1 would be the same skill',
  },
  'no-requirements': {
    severity: 'error',
    message: (f) => `the role ${f.role} asks for nothing`,
    fix: () => 'add requirements: nobody can be compared with an empty role',
  },
  'at-least-range': {
    severity: 'error',
    message: (f) => `atLeast ${f.atLeast} of ${f.members} alternatives can never be met`,
    fix: (f) => `use 1 to ${f.members}`,
  },
  'requirement-twice': {
    severity: 'error',
    message: (f) => `the role requires ${quoted(f.id)} twice`,
    fix: () => 'merge the two requirements, or give the groups different names',
  },
  'unrecognised-skill': {
    severity: 'warning',
    message: (f) => `no skill is called ${quoted(f.input)}; it does not count`,
    fix: () => 'look it up with: careerpath skills QUERY',
  },
  'unrecognised-role': {
    severity: 'warning',
    message: (f) => `no role is called ${quoted(f.input)}; it is left out`,
    fix: () => 'list the roles with: careerpath roles',
  },
  'assumed-level': {
    severity: 'note',
    message: (f) => `no level given for ${listed(f.inputs)}; ${f.level} was assumed`,
    fix: () => 'write a level, such as java=4',
  },
  'declared-twice': {
    severity: 'note',
    message: (f) => `${listed(f.inputs)} are one skill, ${f.name}; the higher level, ${f.level}, counts`,
    fix: () => 'keep one of them',
  },
  'declared-below-implied': {
    severity: 'note',
    message: (f) => `${f.name} is declared at ${f.declared}, but ${f.by} implies ${f.implied}; ${f.implied} counts`,
    fix: () => 'raise the one or lower the other',
  },
  'bad-row': {
    severity: 'error',
    message: (f) => f.problem,
    fix: () => 'correct the row; the others were read',
  },
  'wrong-usage': {
    severity: 'error',
    message: (f) => f.problem,
    fix: (f) => f.fix,
  },
  'unknown-argument': {
    severity: 'error',
    message: (f) => `no ${f.what} is called ${quoted(f.input)}`,
    fix: (f) => `list them with: careerpath ${f.list}`,
  },
  'no-profile': {
    severity: 'error',
    message: (f) => `no profile found (looked at ${f.looked.join(', ')})`,
    fix: () => 'name your skills with --skills "java=3,sql=2,docker", or write a skills.yaml',
  },
  'output-failed': {
    severity: 'error',
    message: (f) => `cannot write ${f.path}: ${f.reason}`,
    fix: () => 'free some space or choose another --output; what was there before is untouched',
  },
  internal: {
    severity: 'error',
    message: (f) => `a bug in careerpath: ${f.message}`,
    fix: () => 'please report it, with the command that you typed',
  },
};

/** The severity that a diagnostic has by itself, before any setting changes it. */
export function severityOf(diagnostic: Diagnostic): Severity {
  return wording[diagnostic.code].severity;
}

/** What is wrong, as one sentence without a full stop. */
export function messageOf(diagnostic: Diagnostic): string {
  return wordsOf(diagnostic).message(diagnostic.facts);
}

/** What to do about it, suggestions included. */
export function fixOf(diagnostic: Diagnostic): string {
  const near = diagnostic.suggestions ?? [];
  if (near.length > 0) return `did you mean ${near.map(quoted).join(' or ')}?`;
  return wordsOf(diagnostic).fix(diagnostic.facts);
}

// A code and its facts are tied together in `Diagnostic`; TypeScript cannot follow that through an index.
function wordsOf(diagnostic: Diagnostic): Wording<FactsByCode[DiagnosticCode]> {
  return wording[diagnostic.code] as Wording<FactsByCode[DiagnosticCode]>;
}

/** Errors first, then by file, line and column; stable, by code point. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  const fileA = a.place?.file ?? a.file ?? '';
  const fileB = b.place?.file ?? b.file ?? '';
  if (fileA !== fileB) return fileA < fileB ? -1 : 1;
  return (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0);
}
