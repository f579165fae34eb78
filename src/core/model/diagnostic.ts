import type { Place } from './model.ts';
import { compareText } from './text-order.ts';

export type Severity = 'error' | 'warning' | 'note';

/**
 * Every problem that the program can report, as facts alone. A code is stable: scripts and
 * `pack.yaml` name it. Its words are in `wording` below, so a code without words does not compile.
 */
export interface FactsByCode {
  // Files
  'file-missing': { what: string };
  'download-incomplete': { holds: string; others: readonly string[]; languages: readonly string[] };
  'release-unknown': { standard: string };
  'file-unreadable': { reason: string };
  'not-a-file': { found: string };
  /** A stream is not read to its end to be measured: it has no `bytes`. */
  'file-too-large': { bytes?: number; limit: number };
  'bad-encoding': { found: string };
  'link-leads-out': Record<string, never>;
  'not-a-pack': { path: string };
  'not-read': { to: string };
  'built-in-checked': { looked: readonly string[] };
  'unknown-document': { keys: readonly string[]; found: string };
  // YAML and JSON
  'yaml-syntax': { problem: string };
  'yaml-feature': { feature: 'anchor' | 'alias' | 'tag' | 'directive' | 'merge key' | 'second document'; text: string };
  'yaml-too-deep': { limit: number };
  'yaml-trap': { text: string; readAs: string };
  'duplicate-key': { key: string };
  'merge-conflict': Record<string, never>;
  'comment-cuts-text': { text: string; comment: string };
  // Shape
  'unknown-key': { key: string; known: readonly string[] };
  'missing-key': { key: string; what: string };
  'wrong-type': { expected: string; found: string };
  'wrong-value': { found: string; allowed: string };
  'invalid-id': { found: string };
  'out-of-scale': { what: string; found: string; range: string };
  // Imports and postings
  'import-refused': { reason: string };
  'rounded-level': { input: string; found: string; level: number };
  'unread-level': { input: string; found: string; level: number };
  'unread-date': { found: string };
  'reversed-dates': { start: string; end: string };
  'other-language': { language: string };
  'document-read': { parts: readonly string[]; fixes: readonly string[] };
  'unmatched-demand': { text: string };
  'nothing-found': { what: string };
  'text-cut': { kept: number };
  // Catalog
  'unknown-skill': { name: string };
  'unknown-role': { name: string };
  'duplicate-id': { kind: 'skill' | 'role'; id: string };
  'label-collision': { label: string; id: string; other: string };
  'label-overridden': { label: string; id: string; other: string; pack: string };
  'replaced-entry': { kind: 'skill' | 'role'; id: string; of: string };
  'replaced-entries': { pack: string; of: string; kind: 'skill' | 'role'; inputs: readonly string[] };
  'base-none': { inputs: readonly string[] };
  'label-repeated': { label: string; as: string };
  'ambiguous-label': { label: string; skill: string };
  'look-alike-label': { label: string; id: string; other: string; otherId: string };
  'unsorted-labels': { list: string; label: string; before: string };
  'id-file-mismatch': { id: string; name: string };
  'learning-cycle': { cycle: readonly string[] };
  'implication-cycle': { cycle: readonly string[] };
  'implication-raises': { skill: string; implied: string; offset: number };
  'usually-itself': { skill: string };
  'usually-implied': { skill: string; implied: string; offset: number };
  'relation-itself': { id: string; list: string };
  'relation-twice': { id: string; list: string; to: string };
  'transfer-range': { skill: string; related: string; transfer: number };
  'no-requirements': { role: string };
  'at-least-range': { atLeast: number; members: number };
  'requirement-twice': { id: string };
  'empty-family': { family: string };
  'any-of-single': { skill: string };
  'any-of-repeated': { skill: string };
  'any-of-implied': { skill: string; level: number; implied: string; impliedLevel: number };
  'no-essential': { role: string };
  'level-beyond-learn': { skill: string; level: number; reaches: number };
  'no-resource': { skill: string };
  'learn-gap': { skill: string; missing: string };
  'unused-skill': { skill: string };
  'unreachable-role': { role: string; seniority: string };
  'falling-level': { role: string; skill: string; level: number; junior: string; juniorLevel: number };
  'undeclared-source': { source: string; declared: readonly string[] };
  'malformed-url': { url: string };
  'insecure-url': { url: string };
  'hidden-characters': { shown: string };
  'mixed-scripts': { word: string; scripts: readonly string[]; letters: string };
  fixed: { from: string; to: string } | { list: string };
  'unknown-rule': { code: string };
  'severity-refused': { code: string; setting: string };
  'severity-loosened': { code: string; setting: string; own: Severity; hidden: number };
  // Profiles and people
  'unrecognised-skill': { input: string };
  'unrecognised-role': { input: string };
  'role-in-words': { input: string; grade: string | undefined; read: boolean };
  'years-unknown': { assumed: number; job: string };
  'nothing-estimated': Record<string, never>;
  'looks-high': { skills: number; of: number; years: number };
  'read-as': { readings: readonly { readonly input: string; readonly names: readonly string[] }[] };
  'assumed-level': { inputs: readonly string[]; level: number };
  'declared-twice': { inputs: readonly string[]; name: string; level: number };
  'declared-below-implied': { name: string; declared: number; implied: number; by: string };
  'no-such-date': { found: string };
  'future-date': { found: string; today: string };
  'bad-row': { problem: string };
  'bad-cell': { problem: string };
  'no-person': { what: string };
  'batch-read': { parts: readonly string[]; fixes: readonly string[] };
  /** What `--min-fit` found: `who` are people or roles, `by` says which number was compared. */
  'below-min-fit': { who: string; mark: number; by: 'proven' | 'likely'; met: boolean };
  // Source trees
  'not-scanned': { reason: string };
  'more-not-scanned': { count: number };
  'scan-read': { parts: readonly string[]; fix: string };
  // The command line
  'wrong-usage': { problem: string; fix: string };
  'unknown-argument': { what: 'role' | 'skill' | 'skill or role'; input: string; list: string };
  'no-profile': { looked: readonly string[] };
  'output-failed': { path: string; reason: string; fix?: string };
  'save-failed': { path: string; reason: string };
  'edit-refused': { reason: string };
  'no-terminal': { command: string; why: string };
  internal: { message: string };
}

export type DiagnosticCode = keyof FactsByCode;

interface DiagnosticOf<C extends DiagnosticCode> {
  readonly code: C;
  readonly facts: FactsByCode[C];
  readonly place?: Place;
  /** Where a problem has no place inside a file, the file alone. */
  readonly file?: string;
  /** Set where a pack or the command line says another severity than the code has by itself. */
  readonly severity?: Severity;
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
const clip = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
/** Some of many: the rest is a number. */
const few = (ids: readonly string[]): string =>
  ids.length <= 5 ? ids.join(', ') : `${ids.slice(0, 4).join(', ')} and ${ids.length - 4} more`;
const listed = (texts: readonly string[]): string => texts.map(quoted).join(', ');
/** `HTML, CSS and JavaScript`: names of the catalog's own need no quotes. */
const named = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

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
  'download-incomplete': {
    severity: 'error',
    message: (f) => {
      const others = f.others.length === 0 ? '' : `; other releases call it ${f.others.join(' or ')}`;
      return `this file of the download does not exist: it holds ${f.holds}${others}`;
    },
    fix: (f) =>
      f.languages.length === 0
        ? 'download all files of the release, as text or CSV'
        : `add --language ${f.languages.join(' or --language ')}, or download the files of the other language too`,
  },
  'release-unknown': {
    severity: 'warning',
    message: (f) => `the download does not say which release of ${f.standard} it is, and so the pack does not either`,
    fix: () => 'add --release and its number',
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
    message: (f) =>
      f.bytes === undefined ? `has more than ${f.limit} bytes, the limit` : `has ${f.bytes} bytes; the limit is ${f.limit}`,
    fix: () => 'split it into smaller files',
  },
  'bad-encoding': {
    severity: 'error',
    message: (f) => `is not UTF-8 text: ${f.found}`,
    fix: () => 'save the file as UTF-8; a letter with an accent, typed in Latin-1 or Windows-1252, is the usual cause',
  },
  'link-leads-out': {
    severity: 'error',
    message: () => 'is, or lies behind, a link that leads out of the folder: it was not read',
    fix: () => 'put the file itself there, or add --follow-links where you trust the link',
  },
  'not-a-pack': {
    severity: 'error',
    message: (f) => `${quoted(f.path)} is not a pack: it has no pack.yaml`,
    fix: () => 'name the folder that holds pack.yaml, skills/ and roles/',
  },
  'not-read': {
    severity: 'error',
    message: () => 'is not read: a pack is read from pack.yaml, skills/ and roles/, in files that end in .yaml',
    fix: (f) => `move it to ${f.to}`,
  },
  'built-in-checked': {
    severity: 'note',
    message: (f) => `nothing of yours is here (no ${f.looked.join(', no ')}): the built-in data was checked`,
    fix: () => 'name what to check, or fail in its place with --strict',
  },
  'unknown-document': {
    severity: 'error',
    message: (f) => `is no role, no list of roles or skills, no pack.yaml and no profile: it holds ${f.found}`,
    fix: (f) =>
      f.keys.length === 0
        ? 'name a file that is one of them'
        : 'write the keys of one of them: careerpath schema role shows them',
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
    message: (f) => `without quotes, ${f.text} reads as ${f.readAs}`,
    fix: (f) => `if it is text, quote it: '${f.text}'`,
  },
  'duplicate-key': {
    severity: 'error',
    message: (f) => `the key ${quoted(f.key)} stands here twice`,
    fix: () => 'remove one; a reader would keep only one of them',
  },
  'merge-conflict': {
    severity: 'error',
    message: () => 'a merge left its marks here: the file holds two versions at once',
    fix: () => 'keep one of the versions, and remove the lines with <<<<<<<, ======= and >>>>>>>',
  },
  'comment-cuts-text': {
    severity: 'error',
    message: (f) => `the text ends at ${quoted(f.text)}: what follows the # is a comment (${clip(f.comment)})`,
    fix: () => 'quote the text if the # is part of it, or put a space behind the # if a comment is meant',
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
  'invalid-id': {
    severity: 'error',
    message: (f) => `${quoted(f.found)} is not an id`,
    fix: () => 'use lower-case letters, digits and single hyphens',
  },
  'out-of-scale': {
    severity: 'error',
    message: (f) => `${f.what} ${f.found} is out of scale`,
    fix: (f) => `use ${f.range}`,
  },
  'import-refused': {
    severity: 'error',
    message: (f) => `is refused: ${f.reason}`,
    fix: () => 'save it again from the program that made it, or paste its text into a .txt file',
  },
  'rounded-level': {
    severity: 'note',
    message: (f) => `${quoted(f.found)} stands between two levels (for ${f.input}); the lower one, ${f.level}, counts`,
    fix: () => 'write a whole level where that is wrong',
  },
  'unread-level': {
    severity: 'warning',
    message: (f) => `${quoted(f.found)} is no level that is known (for ${f.input}); ${f.level} was written`,
    fix: () => 'set the level yourself, from 0 to 5',
  },
  'unread-date': {
    severity: 'warning',
    message: (f) => `${quoted(f.found)} is no date that is known; this time counts nothing`,
    fix: () => 'write it as 2020-03, or set the years yourself',
  },
  'reversed-dates': {
    severity: 'warning',
    message: (f) => `ends (${f.end}) before it begins (${f.start}); this time counts nothing`,
    fix: () => 'correct the dates, or set the years yourself',
  },
  'other-language': {
    severity: 'note',
    message: (f) => `the text is in ${f.language}: names of products are read, skills that are called by words of it are not`,
    fix: () => 'add those skills yourself',
  },
  'document-read': {
    severity: 'note',
    message: (f) => `read ${f.parts.join('; ')}`,
    fix: (f) => f.fixes.join('; '),
  },
  'unmatched-demand': {
    severity: 'warning',
    message: (f) => `looks like a demand, but names no skill: ${quoted(f.text)}`,
    fix: () => 'add the skill to a pack, or leave it out',
  },
  'nothing-found': {
    severity: 'error',
    message: (f) => `names no skill of the catalog${f.what}`,
    fix: () => 'check the file, or add the skills that it names with --pack',
  },
  'text-cut': {
    severity: 'warning',
    message: (f) => `only the first ${f.kept} characters were read`,
    fix: () => 'split it into smaller files',
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
  'label-overridden': {
    severity: 'note',
    message: (f) => `the label ${quoted(f.label)} of ${f.id} also names ${f.other} of ${f.pack}, and is taken from it`,
    fix: () => 'nothing, if this is meant: what people write by this name counts for the later pack',
  },
  'replaced-entry': {
    severity: 'note',
    message: (f) => `the ${f.kind} ${f.id} replaces the one of ${f.of}, all of it`,
    fix: () => 'nothing, if this is meant; else give it an id of its own',
  },
  'replaced-entries': {
    severity: 'note',
    message: (f) =>
      `the pack ${f.pack} replaces ${f.inputs.length === 1 ? `the ${f.kind}` : `${f.inputs.length} ${f.kind}s`} of ${f.of}: ${few(f.inputs)}`,
    fix: () => 'nothing, if this is meant; careerpath show ID shows what counts now',
  },
  'base-none': {
    severity: 'error',
    message: (f) => `the pack stands alone, but names ${f.inputs.length} ids of the built-in data: ${few(f.inputs)}`,
    fix: () => 'write base: built-in, or add what is named to the pack',
  },
  'label-repeated': {
    severity: 'warning',
    message: (f) => `the label ${quoted(f.label)} says the same as ${f.as}`,
    fix: () => 'remove it: case, spaces, hyphens and underscores make no difference when names are matched',
  },
  'look-alike-label': {
    severity: 'error',
    message: (f) => `${quoted(f.label)} of ${f.id} looks like ${quoted(f.other)} of ${f.otherId}, but has other letters`,
    fix: () => 'type the label again on a plain keyboard, or keep it on one of them',
  },
  'ambiguous-label': {
    severity: 'error',
    message: (f) => `${quoted(f.label)} is not a name of ${f.skill}`,
    fix: () => 'write the label as in name or altLabels, or remove it here',
  },
  'unsorted-labels': {
    severity: 'note',
    message: (f) => `${f.list} is not sorted: ${quoted(f.label)} comes after ${quoted(f.before)}`,
    fix: () => 'sort the list (--fix does), so that two people who add a label do not collide',
  },
  'id-file-mismatch': {
    severity: 'warning',
    message: (f) => `the role ${quoted(f.id)} stands in a file called ${quoted(f.name)}`,
    fix: (f) => `rename the file to ${f.id}.yaml, or correct the id`,
  },
  'learning-cycle': {
    severity: 'error',
    message: (f) => `prerequisites go round in a circle: ${f.cycle.join(' → ')}`,
    fix: () => 'remove one requires or implies of the circle',
  },
  'implication-cycle': {
    severity: 'error',
    message: (f) => `implications go round in a circle: ${f.cycle.join(' → ')}`,
    fix: () => 'remove one implies of the circle, or lower an offset: two skills that always come together are one skill',
  },
  'implication-raises': {
    severity: 'error',
    message: (f) => `${f.skill} implies ${f.implied} at a higher level than its own (offset ${f.offset})`,
    fix: () => 'use an offset of 0 or less',
  },
  'usually-itself': {
    severity: 'error',
    message: (f) => `${f.skill} usually comes with itself`,
    fix: () => 'name another skill, or remove the edge',
  },
  'usually-implied': {
    severity: 'warning',
    message: (f) => `${f.skill} implies ${f.implied} at ${f.offset === 0 ? 'the same level' : `offset ${f.offset}`} already`,
    fix: () => 'remove the edge under usually, or give it a higher offset than the implication has',
  },
  'relation-itself': {
    severity: 'error',
    message: (f) => `${f.id} stands in its own ${quoted(f.list)}`,
    fix: () => 'name another one, or remove the line',
  },
  'relation-twice': {
    severity: 'error',
    message: (f) => `${f.to} stands twice in ${quoted(f.list)} of ${f.id}`,
    fix: () => 'keep the line that is right, and remove the other',
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
  'empty-family': {
    severity: 'error',
    message: (f) => `no skill is of the family ${quoted(f.family)}`,
    fix: (f) => `add families: [${f.family}] to the skills that are meant, or list them in anyOf`,
  },
  'any-of-single': {
    severity: 'warning',
    message: (f) => `anyOf offers no choice: ${quoted(f.skill)} is its only member`,
    fix: (f) => `write skill: ${f.skill} instead, or add what else is accepted`,
  },
  'any-of-repeated': {
    severity: 'error',
    message: (f) => `${quoted(f.skill)} stands in this anyOf twice`,
    fix: () => 'remove one of them; the same skill cannot count twice',
  },
  'any-of-implied': {
    severity: 'warning',
    message: (f) =>
      `${quoted(f.skill)} at ${f.level} implies ${quoted(f.implied)} at ${f.impliedLevel}, which is all that this anyOf asks of it`,
    fix: () => 'remove one of the two: they are not alternatives, who has the first has both',
  },
  'no-essential': {
    severity: 'warning',
    message: (f) => `no requirement of ${f.role} is essential`,
    fix: () => 'mark what nobody can do the job without as essential; without it the verdict rests on the score alone',
  },
  'level-beyond-learn': {
    severity: 'warning',
    message: (f) => `${f.skill} is asked at ${f.level}, but its learn list ends at ${f.reaches}`,
    fix: (f) => `add learn steps up to ${f.level}, or ask for ${f.reaches}`,
  },
  'no-resource': {
    severity: 'warning',
    message: (f) => `${f.skill} has no learning resource`,
    fix: () => 'add learn: with at least one resource, so that a plan can say where to begin',
  },
  'learn-gap': {
    severity: 'warning',
    message: (f) => `the learn list of ${f.skill} leaves out level ${f.missing}`,
    fix: (f) => `add learn steps for ${f.missing}: whoever is below has no way on`,
  },
  'unused-skill': {
    severity: 'warning',
    message: (f) => `nothing uses the skill ${f.skill}`,
    fix: () => 'ask for it in a role, relate another skill to it, or remove it',
  },
  'unreachable-role': {
    severity: 'warning',
    message: (f) => `no role leads to ${f.role}, which is ${f.seniority}, not entry`,
    fix: (f) => `add leadsTo: [{ role: ${f.role} }] to the role that people come from`,
  },
  'falling-level': {
    severity: 'warning',
    message: (f) => `${f.role} asks ${f.skill} at ${f.level}; ${f.junior}, which leads to it, asks ${f.juniorLevel} already`,
    fix: (f) => `ask ${f.juniorLevel} or more here, or less there`,
  },
  'undeclared-source': {
    severity: 'error',
    message: (f) => `the source ${quoted(f.source)} is not declared`,
    fix: (f) => (f.declared.length === 0 ? 'add it to sources:' : `add it to sources:, or use one of: ${f.declared.join(', ')}`),
  },
  'malformed-url': {
    severity: 'error',
    message: (f) => `${quoted(f.url)} is not a web address`,
    fix: () => 'write the whole address, such as https://example.org/page',
  },
  'insecure-url': {
    severity: 'warning',
    message: (f) => `${quoted(f.url)} is not https`,
    fix: () => 'use the https address, or another source',
  },
  'hidden-characters': {
    severity: 'warning',
    message: (f) => `this text holds characters that nobody sees: ${quoted(f.shown)}`,
    fix: () => 'type the text again: control, bidi and invisible characters can make it read as something else',
  },
  'mixed-scripts': {
    severity: 'warning',
    message: (f) => `${quoted(f.word)} mixes ${f.scripts.join(' and ')} letters (${f.letters})`,
    fix: () => 'write the word in one script: look-alike letters are never matched',
  },
  'unknown-rule': {
    severity: 'warning',
    message: (f) => `no rule has the code ${quoted(f.code)}`,
    fix: () => 'list the codes with: careerpath rules',
  },
  fixed: {
    severity: 'note',
    message: (f) => ('list' in f ? `fixed: ${f.list} is sorted now` : `fixed: ${quoted(f.from)} is now ${quoted(f.to)}`),
    fix: () => 'look at the change before you keep it: git diff shows it',
  },
  'severity-refused': {
    severity: 'warning',
    message: (f) => `${f.code} stays as it is: a pack can quieten opinions, and ${quoted(f.setting)} for this is not obeyed`,
    fix: () => 'remove it, and correct what the rule finds; careerpath rules tells which rules are opinions',
  },
  'severity-loosened': {
    severity: 'note',
    message: (f) =>
      `this pack sets ${f.code} from ${f.own} to ${f.setting}${f.hidden === 0 ? '' : `: ${f.hidden} ${f.hidden === 1 ? 'finding' : 'findings'} of it`}`,
    fix: () => 'nothing, if this is meant; validate --no-pack-severity shows what it hides',
  },
  'no-such-date': {
    severity: 'error',
    message: (f) => `${quoted(f.found)} is not a day`,
    fix: () => 'write year-month-day with a day that exists, such as 2026-10-01',
  },
  'future-date': {
    severity: 'warning',
    message: (f) => `${f.found} is in the future (today is ${f.today})`,
    fix: () => 'correct the date: an assessment cannot lie ahead',
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
  'role-in-words': {
    severity: 'note',
    message: (f) =>
      `${quoted(f.input)} is no role of this catalog; its words are read as a job${f.grade === undefined ? '' : ` of the grade ${f.grade}`}${f.read ? '' : ', and none of them is known'}`,
    fix: () => 'nothing, if that is right; careerpath roles lists the roles that there are',
  },
  'years-unknown': {
    severity: 'note',
    message: (f) =>
      `your years of such work are not said; the estimate counts ${Math.round(f.assumed * 10) / 10}${f.job === '' ? '' : `, as usual for ${quoted(f.job)}`}`,
    fix: () => 'say them: careerpath profile set years=5',
  },
  'nothing-estimated': {
    severity: 'note',
    message: () => 'this catalog says nothing of what usually comes with a skill, so what is likely is what is proven',
    fix: () => 'answer what is open: careerpath assess ROLE',
  },
  'looks-high': {
    severity: 'note',
    message: (f) =>
      `${f.skills} of ${f.of} levels look high for ${f.years === 1 ? 'one year' : `${f.years} years`} of work; the estimate stays at what is usual`,
    fix: () => 'careerpath show SKILL says what each level means; what you said counts as you said it',
  },
  'read-as': {
    severity: 'note',
    message: (f) => `read ${f.readings.map(({ input, names }) => `${quoted(input)} as ${named(names)}`).join('; ')}`,
    fix: () => "write a skill's own name where something else is meant",
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
  'bad-cell': {
    severity: 'error',
    message: (f) => f.problem,
    fix: () => 'correct the cell; the rest of the row was read',
  },
  'no-person': {
    severity: 'warning',
    message: (f) => `holds no person${f.what}`,
    fix: () => 'name a file with a row or an entry a person',
  },
  'batch-read': {
    severity: 'note',
    message: (f) => `read ${f.parts.join('; ')}`,
    fix: (f) => f.fixes.join('; '),
  },
  'below-min-fit': {
    severity: 'note',
    message: (f) =>
      `--min-fit ${f.mark}: ${f.who} below it by ${f.by === 'likely' ? 'the estimate of what is likely' : 'what is proven'}`,
    fix: (f) => {
      if (f.met) return 'nothing is to do';
      const help = 'what is open: careerpath gaps ROLE';
      return f.by === 'likely' ? help : `${help}; --by likely counts the estimate instead`;
    },
  },
  'not-scanned': {
    severity: 'warning',
    message: (f) => `is left out: ${f.reason}`,
    fix: () => 'the rest was read; correct this and scan again if it matters',
  },
  'more-not-scanned': {
    severity: 'warning',
    message: (f) => `${f.count} more could not be read`,
    fix: () => 'correct those above first',
  },
  'scan-read': {
    severity: 'note',
    message: (f) => `read ${f.parts.join('; ')}`,
    fix: (f) => f.fix,
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
    fix: (f) => `${f.fix ?? 'write elsewhere'}; what was there before is untouched`,
  },
  'save-failed': {
    severity: 'error',
    message: (f) => `cannot save ${f.path}: ${f.reason}`,
    fix: () => 'what was saved before is untouched; fix that, or name another file with --profile',
  },
  'edit-refused': {
    severity: 'error',
    message: (f) => `cannot be edited in place: ${f.reason}`,
    fix: () => 'change it by hand, or write that part plainly, one entry a line; the file is untouched',
  },
  'no-terminal': {
    severity: 'error',
    message: (f) => `${f.command} asks questions, and ${f.why}`,
    fix: () => 'say it on the command line: careerpath profile set java=4 kafka=none target=ROLE, or --skills "java=4,sql=3"',
  },
  internal: {
    severity: 'error',
    message: (f) => `a bug in careerpath: ${f.message}`,
    fix: () => 'please report it, with the command that you typed',
  },
};

/** The severity of a diagnostic: the one that a setting gave it, else its code's own. */
export function severityOf(diagnostic: Diagnostic): Severity {
  return diagnostic.severity ?? defaultSeverityOf(diagnostic.code);
}

/** How serious a finding of this kind is where no pack says otherwise. */
export function defaultSeverityOf(code: DiagnosticCode): Severity {
  return wording[code].severity;
}

/** What is wrong, as one sentence without a full stop. */
export function messageOf(diagnostic: Diagnostic): string {
  return wordingOf(diagnostic).message(diagnostic.facts);
}

/** What to do about it, suggestions included. */
export function fixOf(diagnostic: Diagnostic): string {
  const near = diagnostic.suggestions ?? [];
  if (near.length > 0) return `did you mean ${near.map(quoted).join(' or ')}?`;
  return wordingOf(diagnostic).fix(diagnostic.facts);
}

// A code and its facts are tied together in `Diagnostic`; TypeScript cannot follow that through an index.
function wordingOf(diagnostic: Diagnostic): Wording<FactsByCode[DiagnosticCode]> {
  return wording[diagnostic.code] as Wording<FactsByCode[DiagnosticCode]>;
}

/** By file (code point), line and column; what stands at one place keeps its order. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  const fileA = a.place?.file ?? a.file ?? '';
  const fileB = b.place?.file ?? b.file ?? '';
  return (
    compareText(fileA, fileB) || (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0)
  );
}
