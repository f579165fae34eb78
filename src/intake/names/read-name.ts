import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { lookUpSkill } from '../../core/catalog/label-lookup.ts';
import type { DeclaredSkill } from '../../core/model/model.ts';
import type { Level } from '../../core/model/scale.ts';
import { levelOfForm } from '../level-words.ts';
import { cutName, isSpaced, strongCut, weakCut } from './cut-name.ts';
import { denial, isProduct } from './name-words.ts';
import { isAside, makeTermReader, type Term } from './read-term.ts';

/** What a name was read as. */
export interface NameReading {
  /** In the order named, each skill once, at the highest level that stands in the name with it. */
  readonly skills: readonly NamedSkill[];
  /** The parts that match nothing; the whole name where no part does. */
  readonly unknown: readonly string[];
  /** The name is a skill's own: nothing was taken apart. */
  readonly exact: boolean;
}

export interface NamedSkill extends Term {
  /** The part of the name that it was read from. */
  readonly from: string;
}

export type NameReader = (input: string) => NameReading;

/** Longer names are looked up and not taken apart: nobody writes them, and reading stays quick whatever is sent. */
export const maxNameLength = 200;
const maxDepth = 3;
/** Parts shorter than this are as likely letters of one word: "PL/SQL", "Go/No-go". */
const shortestPart = 3;
const maxWords = 8;

type Parts = Pick<NameReading, 'skills' | 'unknown'>;

/**
 * THE reading rule for names that people write. Exactly first; a name that matches nothing is taken apart: at commas, slashes,
 * "and" and brackets, and each part is read without versions, makers and words of level. What is left is told, never dropped.
 */
export function makeNameReader(catalog: Catalog): NameReader {
  const readTerm = makeTermReader(catalog);

  return (input) => {
    const whole = lookUpSkill(catalog, input);
    if (whole >= 0) return { skills: [{ skill: whole, from: input }], unknown: [], exact: true };
    const text = input.length > maxNameLength ? '' : tidy(input);
    if (text === '' || text.length > maxNameLength) return { skills: [], unknown: [input], exact: false };
    const { skills, unknown } = readList(text, 0);
    return { skills: highestOfEach(skills), unknown: skills.length === 0 ? [input] : [...new Set(unknown)], exact: false };
  };

  /** "Git, GitHub; Jira": each stands for itself. */
  function readList(text: string, depth: number): Parts {
    return readOne(text) ?? join(cutName(text, strongCut).map((part) => readItem(part, depth)));
  }

  function readItem(text: string, depth: number): Parts {
    const known = readOne(text);
    if (known !== undefined || depth > maxDepth) return known ?? { skills: [], unknown: [text] };
    return (
      readBrackets(text, depth) ??
      readHeading(text, depth) ??
      readChoice(text, depth) ??
      readRow(text) ?? { skills: [], unknown: [text] }
    );
  }

  function readOne(text: string): Parts | undefined {
    const term = readTerm(text);
    return term && { skills: [{ ...term, from: text }], unknown: [] };
  }

  /** "AWS (EC2, S3)", "Java (8+)", "English (C1)", "Spring Boot (Security, Data)", "Go(lang)". */
  function readBrackets(text: string, depth: number): Parts | undefined {
    if (!/[([]/.test(text)) return undefined;
    const joined = readOne(text.replace(/(?<=\S)[([]|[)\]]/g, ''));
    if (joined !== undefined && /\S[([]\p{Ll}+[)\]]/u.test(text)) return joined;
    const bare = text
      .replace(/[([][^()[\]]*(?:[)\]]|$)/g, ' ')
      .replace(/[)\]]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    if (/[([]/.test(bare)) return undefined;
    // "Java (advanced) / Kotlin (basic)": brackets belong to the name before them.
    if (readTerm(bare) === undefined && isSpaced(text)) return undefined;
    const head = bare === '' ? { skills: [], unknown: [] } : readItem(bare, depth + 1);
    let level: Level | undefined;
    const members: Parts[] = [];
    for (const [, inside = ''] of text.matchAll(/[([]([^()[\]]*)/g)) {
      if (isSaying(inside)) continue;
      for (const list of cutName(inside, strongCut)) {
        const said = denial.test(list) ? 0 : levelOfForm(catalog.scale, list);
        if (said !== undefined) level = said;
        else if (!isSaying(list)) members.push(readMember(list, bare, depth));
      }
    }
    const inner = join(members);
    if (head.skills.length === 0 && inner.skills.length === 0) return { skills: [], unknown: [text] };
    return {
      skills: [
        ...head.skills.map((one) => (level === undefined || one.level !== undefined ? one : { ...one, level })),
        ...inner.skills,
      ],
      unknown: [
        ...head.unknown.filter((part) => !inner.skills.some(({ from }) => isShortFor(from, part))),
        ...inner.unknown.filter((part) => head.skills.length === 0 || !isShortFor(part, bare)),
      ],
    };
  }

  /** What stands in brackets, first as a part of what stands before them: of "Spring Boot (Security)", Spring Security. */
  function readMember(text: string, head: string, depth: number): Parts {
    const below = readBelow(text, head);
    if (below !== undefined) return below;
    const whole = readOne(text);
    if (whole !== undefined) return whole;
    const parts = cutName(text, weakCut);
    if (parts.length < 2) return readItem(text, depth + 1);
    const read = parts.filter((part) => !isSaying(part)).map((part) => readBelow(part, head) ?? readItem(part, depth + 1));
    return read.some(({ skills }) => skills.length > 0) ? join(read) : { skills: [], unknown: [text] };
  }

  function readBelow(text: string, head: string): Parts | undefined {
    const words = head.split(' ').slice(0, maxWords);
    for (let count = words.length; count > 0; count--) {
      const skill = lookUpSkill(catalog, `${words.slice(0, count).join(' ')} ${text}`);
      if (skill >= 0) return { skills: [{ skill, from: text }], unknown: [] };
    }
    return undefined;
  }

  /** "Languages: Java, Kotlin". The heading is told where it names nothing. */
  function readHeading(text: string, depth: number): Parts | undefined {
    const at = text.search(/:\s/);
    if (at <= 0) return undefined;
    const read = join([text.slice(0, at).trim(), text.slice(at + 1).trim()].map((part) => readItem(part, depth + 1)));
    return read.skills.length === 0 ? undefined : read;
  }

  /** "HTML/CSS", "Docker & Kubernetes", "Unit/Integration Testing". It is one name still where a short part would be torn off it. */
  function readChoice(text: string, depth: number): Parts | undefined {
    const parts = cutName(text, weakCut).filter((part) => !isSaying(part));
    if (parts.length < 2) return undefined;
    const ending = (parts.at(-1) ?? '').split(' ').slice(1, maxWords).join(' ');
    const beginning = (parts[0] ?? '').split(' ').slice(0, -1).join(' ');
    const read = parts.map((part, i): Parts => {
      const own = i > 0 && beginning !== '' ? readBelow(part, beginning) : undefined;
      const alone = own ?? readItem(part, depth + 1);
      if (alone.skills.length > 0 || ending === '' || i === parts.length - 1) return alone;
      const ended = lookUpSkill(catalog, `${part} ${ending}`);
      return ended < 0 ? alone : { skills: [{ skill: ended, from: part }], unknown: [] };
    });
    const isWhole = read.every(({ skills, unknown }) => skills.length > 0 && unknown.length === 0);
    if (!isWhole && parts.some((part) => [...part].length < shortestPart)) return undefined;
    return read.some(({ skills }) => skills.length > 0) ? join(read) : undefined;
  }

  /** "HTML CSS", "Spring Data JPA" where both halves are known: products alone, for "API Security" is not two things. */
  function readRow(text: string): Parts | undefined {
    const words = text.split(' ');
    if (words.length < 2 || words.length > maxWords) return undefined;
    const skills: NamedSkill[] = [];
    for (let start = 0; start < words.length; ) {
      let end = words.length;
      let skill = -1;
      for (; end > start && skill < 0; end--) skill = findProduct(words.slice(start, end).join(' '));
      if (skill < 0) return undefined;
      skills.push({ skill, from: words.slice(start, end + 1).join(' ') });
      start = end + 1;
    }
    return { skills, unknown: [] };
  }

  function findProduct(text: string): number {
    if (text.length < shortestPart) return -1;
    const skill = lookUpSkill(catalog, text);
    const kind = skill < 0 ? undefined : catalog.skill(skill).kind;
    return kind !== undefined && isProduct(kind) ? skill : -1;
  }
}

/** The one skill that a name stands for and nothing beside, as its number; -1 when it names none, or several. */
export function readOneSkill(readName: NameReader, input: string): number {
  const { skills, unknown } = readName(input);
  return skills.length === 1 && unknown.length === 0 ? (skills[0]?.skill ?? -1) : -1;
}

/** The level of a skill that was read from a declared name: the declared one, else the one that stands in the name, else the assumed one. */
export function levelOfNamed(
  { level }: Pick<NamedSkill, 'level'>,
  declared: Pick<DeclaredSkill, 'level' | 'assumed'>,
): { level: Level; assumed: boolean } {
  return level === undefined || !declared.assumed
    ? { level: declared.level, assumed: declared.assumed }
    : { level, assumed: false };
}

/** Without signs of lists around it, in Unicode's plain form. */
function tidy(input: string): string {
  return input
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s"'“”‘’`*•·–—>-]+|[\s"'“”‘’`*;:,]+$/gu, '')
    .replace(/(?<=[\p{L}\d)])\.$/u, '');
}

const isSaying = (text: string): boolean => text.trim() === '' || isAside(text.trim());

/** "GCP" for Google Cloud Platform, either way round. */
function isShortFor(a: string, b: string): boolean {
  const initials = (text: string): string =>
    text
      .split(/[\s\p{Pd}/]+/u)
      .map((word) => [...word][0] ?? '')
      .join('')
      .toLowerCase();
  return a.length > 1 && b.length > 1 && (initials(a) === b.toLowerCase() || initials(b) === a.toLowerCase());
}

function join(parts: readonly Parts[]): Parts {
  return { skills: parts.flatMap(({ skills }) => skills), unknown: parts.flatMap(({ unknown }) => unknown) };
}

function highestOfEach(skills: readonly NamedSkill[]): NamedSkill[] {
  const bySkill = new Map<number, NamedSkill>();
  for (const one of skills) {
    const known = bySkill.get(one.skill);
    if (known === undefined || (known.level ?? -1) < (one.level ?? -1)) bySkill.set(one.skill, one);
  }
  return [...bySkill.values()];
}
