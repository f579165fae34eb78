import type { Catalog } from '../../core/catalog/catalog-index.ts';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import { normaliseLabel } from '../../core/model/label.ts';
import type { Level } from '../../core/model/scale.ts';
import { countWorkYears } from '../../core/model/work-years.ts';
import type { Mention, TextReader } from '../../core/text/text-reader.ts';
import { degreeLevels, degreesIn } from '../degrees.ts';
import { levelOfForm } from '../level-words.ts';
import { isProduct } from '../names/name-words.ts';
import { makeNameReader, maxNameLength, type NameReader } from '../names/read-name.ts';
import type { SuggestIds } from '../suggest-ids.ts';
import { accountOf } from './account.ts';
import { checkSpans } from './check-spans.ts';
import type { ImportedDocument, ImportedSpan, SkillClaim } from './imported.ts';
import { cut, readPassage } from './read-passage.ts';
import { mentionedLevel, type SaidLevel, saidLevel } from './said-level.ts';

/** One skill that a document shows. */
export interface ImportedSkill {
  readonly skill: number;
  readonly level: Level;
  readonly years?: number;
  /** Nobody said the level: the document only names the skill. */
  readonly isAssumed: boolean;
  /** Where the document says so, in the order found. */
  readonly evidence: readonly string[];
}

/** A document with its names looked up. */
export interface ImportedProfile {
  readonly name?: string;
  readonly years?: number;
  /** The spans of work that make the years, as the document has them. */
  readonly workEvidence: readonly string[];
  readonly education?: { readonly level: string; readonly field?: string };
  /** By the skill's number. */
  readonly skills: readonly ImportedSkill[];
  readonly unrecognised: readonly { readonly input: string; readonly origin: string; readonly suggestions: readonly string[] }[];
  /** The account of the reading is the last one. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface ImportTools {
  readonly catalog: Catalog;
  readonly reader: TextReader;
  readonly suggest: SuggestIds;
  /** The present day, such as `2026-10-01`. */
  readonly today: string;
  /** As evidence names the document. */
  readonly file: string;
}

const maxSuggestions = 20;
const maxEvidence = 3;
const maxSpans = 50;
/** A part of so many words may be running text: "worked on REST services in Java". */
const fewestWordsOfText = 4;

interface FoundSkill {
  readonly skill: number;
  readonly said: SaidLevel | undefined;
}

interface Shown {
  level: Level;
  years: number | undefined;
  evidence: string[];
}

/** Looks up what a document lists and names. What it lists and nobody knows is kept apart with suggestions, never dropped. */
export function resolveImport(document: ImportedDocument, tools: ImportTools): ImportedProfile {
  const { catalog, suggest, today } = tools;
  const readName = makeNameReader(catalog);
  const shown = new Map<number, Shown>();
  const unrecognised: { input: string; origin: string; suggestions: string[] }[] = [];
  const listed = new Set<string>();
  const mentions = new Map<number, number>();
  const diagnostics: Diagnostic[] = [...document.diagnostics, ...checkSpans(document.work, tools.file)];
  /** What the person rates: no word of a sentence weighs more. */
  const rated = new Set<number>();
  const said = new Set<number>();
  const denied = new Set<number>();
  const show = (skill: number, level: Level, years: number | undefined, evidence: string): void => {
    const known = shown.get(skill) ?? { level, years: undefined, evidence: [] };
    known.level = Math.max(known.level, level) as Level;
    if (years !== undefined) known.years = Math.max(known.years ?? 0, years);
    if (known.evidence.length < maxEvidence && !known.evidence.includes(evidence)) known.evidence.push(evidence);
    shown.set(skill, known);
  };
  for (const claim of document.claims) {
    const { isHeading = false } = claim;
    if (claim.input.length > maxNameLength) {
      readPassage({ text: claim.input, origin: claim.origin }, tools, { mentions, said, denied }, show);
      continue;
    }
    const { found, unknown } = readClaim(claim, readName);
    // "PHP" and "Microservices" are skills that head others, "Backend" is a word for many.
    if (isHeading && (unknown.length > 0 || found.length !== 1 || !namesItself(claim.input, found[0]?.skill ?? -1))) continue;
    // As in a profile, the level beside a name outweighs the words in it.
    const stated = claim.levelText === undefined ? undefined : levelOfForm(catalog.scale, claim.levelText);
    const level = claimLevel(claim, tools, found.length > 0 ? diagnostics : []);
    for (const { skill, said: words } of found) {
      if (stated !== undefined || words !== undefined) rated.add(skill);
      show(
        skill,
        stated ?? words?.level ?? level,
        claim.years ?? words?.years,
        `${tools.file}, ${claim.origin}: listed as "${cut(claim.input)}"`,
      );
    }
    for (const input of unknown) {
      if (listed.has(input)) continue;
      listed.add(input);
      const suggestions = unrecognised.length < maxSuggestions ? suggest('skill', input.slice(0, 64)) : [];
      unrecognised.push({ input, origin: claim.origin, suggestions });
      diagnostics.push({ code: 'unrecognised-skill', facts: { input }, suggestions, file: `${tools.file}, ${claim.origin}` });
    }
  }
  const mention: typeof show = (skill, level, spent, evidence) =>
    show(skill, rated.has(skill) ? (shown.get(skill)?.level ?? level) : level, spent, evidence);
  for (const passage of document.passages) readPassage(passage, tools, { mentions, said, denied }, mention);
  for (const skill of rated) said.add(skill);
  const years = document.years ?? countWorkYears(document.work, today);
  const education = educationOf(document);
  const withTime = document.work.filter((span) => countWorkYears([span], today) > 0).length;
  const counts = {
    skills: shown.size,
    assumed: [...shown.keys()].filter((skill) => !said.has(skill)).length,
    assumedLevel: mentionedLevel,
    unknownNames: unrecognised.length,
    jobs: withTime,
    jobsWithoutTime: document.work.length - withTime,
    hasEducation: education !== undefined,
    hiddenLetters: document.hiddenLetters ?? 0,
    notHeld: [...denied].filter((skill) => !shown.has(skill)).length,
  };
  diagnostics.push(accountOf(counts, tools.file));
  return {
    ...(document.name === undefined ? {} : { name: document.name }),
    ...(years > 0 ? { years } : {}),
    workEvidence:
      document.years === undefined && years > 0
        ? document.work
            .filter((span) => countWorkYears([span], today) > 0)
            .slice(0, maxSpans)
            .map(sayOfSpan)
        : [],
    ...(education === undefined ? {} : { education }),
    skills: [...shown]
      .sort(([a], [b]) => a - b)
      .map(([skill, { level, years: spent, evidence }]) => ({
        skill,
        level,
        ...(spent === undefined ? {} : { years: spent }),
        isAssumed: !said.has(skill),
        evidence,
      })),
    unrecognised,
    diagnostics,
  };

  /** Whether a heading is a skill's own name, or any name of a product. */
  function namesItself(input: string, skill: number): boolean {
    if (skill < 0) return false;
    const { name, kind } = catalog.skill(skill);
    return isProduct(kind) || normaliseLabel(name) === normaliseLabel(input);
  }

  /** Running text is read as such; of fewer words what ends them with one word before it: "Automated CI/CD Pipelines". */
  function readPart(part: string): readonly Mention[] {
    const words = part.split(/\s+/);
    if (words.length >= fewestWordsOfText) return tools.reader.read(part);
    const rest = words[0]?.length ?? 0;
    return words.length < fewestWordsOfText - 1
      ? []
      : tools.reader.read(part).filter(({ start, end }) => start <= rest + 1 && end === part.length);
  }

  /** What a list's entry names: by the rule for names, and what that leaves, where it may be running text, as such. */
  function readClaim({ input }: SkillClaim, readName: NameReader): { found: FoundSkill[]; unknown: string[] } {
    const { skills, unknown, exact } = readName(input);
    const found: FoundSkill[] = skills.map(({ skill, from, level }) => {
      if (exact) return { skill, said: undefined };
      const at = Math.max(0, input.indexOf(from));
      return { skill, said: level === undefined ? saidLevel(catalog.scale, input, at, at + from.length) : { level } };
    });
    const left: string[] = [];
    for (const part of unknown) {
      const named = readPart(part);
      const at = Math.max(0, input.indexOf(part));
      for (const { skill, start, end } of named)
        found.push({ skill, said: saidLevel(catalog.scale, input, at + start, at + end) });
      if (named.length === 0) left.push(part);
    }
    return { found, unknown: left };
  }
}

function claimLevel(claim: SkillClaim, { catalog, file }: ImportTools, diagnostics: Diagnostic[]): Level {
  if (claim.levelText === undefined) return mentionedLevel;
  const level = levelOfForm(catalog.scale, claim.levelText);
  if (level !== undefined) return level;
  const facts = { input: claim.input.slice(0, 100), found: claim.levelText.slice(0, 100), level: mentionedLevel };
  diagnostics.push({ code: 'unread-level', facts, file: `${file}, ${claim.origin}` });
  return mentionedLevel;
}

function sayOfSpan({ start, end, origin }: ImportedSpan): string {
  return `${origin}: ${start} to ${end ?? 'now'}`;
}

/** The highest degree that a document names. */
function educationOf({ degrees }: ImportedDocument): ImportedProfile['education'] {
  const named = degrees.map(({ text, field }) => ({ field, levels: degreesIn(text) }));
  for (const level of degreeLevels) {
    const found = named.find(({ levels }) => levels.includes(level));
    if (found !== undefined) return { level, ...(found.field === undefined ? {} : { field: found.field }) };
  }
  return undefined;
}
