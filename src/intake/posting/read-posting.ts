import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { lookUpRole } from '../../core/catalog/label-lookup.ts';
import { textAt } from '../../core/catalog/text-table.ts';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import { slugOf } from '../../core/model/label.ts';
import type { Place, Requirement, Role } from '../../core/model/model.ts';
import type { Level } from '../../core/model/scale.ts';
import type { TextReader } from '../../core/text/text-reader.ts';
import { isStudied } from '../degrees.ts';
import { readYears } from '../read-years.ts';
import { asksForYears, isBoilerplate } from './boilerplate.ts';
import { type Grade, isDemand, isNotAsked, readCues, type SentenceCues, speaksOfItself, unsaidLevel } from './cues.ts';
import { readEducation } from './education.ts';
import { groupMentions, type MentionGroup, type NamedItem, namedIn, restsOnIn } from './group-mentions.ts';
import { gradeOfSection } from './section-kinds.ts';
import { bullet, type Sentence, splitPosting } from './sentences.ts';
import { unmatchedDemands } from './unmatched-demands.ts';

/** A requirement and the words that it was read from. */
export interface ReadRequirement {
  readonly requirement: Requirement;
  readonly line: number;
  readonly quote: string;
}

export interface ReadPosting {
  readonly role: Role;
  readonly requirements: readonly ReadRequirement[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Demand {
  readonly skills: readonly number[];
  readonly name: string | undefined;
  /** It names a family, and none of its members. */
  readonly isGeneral: boolean;
  readonly grade: Grade;
  readonly level: Level;
  readonly sentence: Sentence;
  /** The sentence says importance or level itself. */
  readonly isExplicit: boolean;
}

const gradeOrder: readonly Grade[] = ['helpful', 'important', 'essential'];

/**
 * Reads a job advert in plain text as a role. Every requirement carries its place; what looked like a demand and named no
 * skill is a diagnostic. The role has no requirements when the text names no skill of the catalog.
 *
 * @param file as messages name the text
 */
export function readPosting(text: string, file: string, catalog: Catalog, reader: TextReader): ReadPosting {
  const { title, sentences } = splitPosting(text);
  const restsOn = restsOnIn(catalog);
  const demands: Demand[] = [];
  const diagnostics: Diagnostic[] = [];
  const years: { years: number; skill: number | undefined }[] = [];
  let education: Role['education'];
  for (const sentence of sentences) {
    const isListed = sentence.section === 'demands' || sentence.section === 'extras' || bullet.test(sentence.text);
    const written = readYears(sentence.text);
    const counted = written.filter(({ end }) => asksForYears(sentence.text, end, isListed));
    const isWanted = isDemand(sentence.text, counted.length > 0);
    // A heading may name the job itself; what it heads says nothing of it.
    if ((sentence.section === 'aside' && !isWanted) || isBoilerplate(sentence.text)) continue;
    // A company's age is told with what it did in these years.
    if (written.length > 0 && counted.length === 0 && !isWanted) continue;
    // "We are a security company": where people speak of themselves, a cue is a word like any other.
    const asks = isWanted || sentence.section !== 'plain' || !speaksOfItself(sentence.text);
    const { named, absent } = namedIn(sentence.text, catalog, reader, asks);
    const cues = readCues(sentence.text);
    for (const group of groupMentions(sentence.text, named, restsOn))
      if (!isNotAsked(sentence.text, group.start, group.end) && !isStudied(sentence.text, group.start))
        demands.push(demandOf(sentence, cues, group, catalog));
    years.push(...counted.map((one) => ({ years: one.years, skill: skillOfYears(sentence.text, one.end, named) })));
    const degree = readEducation(sentence.text);
    education ??= degree;
    if (!sentence.isHeading && (isWanted || sentence.section === 'demands' || sentence.section === 'extras')) {
      const rest = unmatchedDemands(sentence.text, [...named, ...absent], counted.length > 0 || degree !== undefined);
      diagnostics.push(
        ...rest.map(
          (words): Diagnostic => ({
            code: 'unmatched-demand',
            facts: { text: words.text },
            place: placeIn(file, sentence, words),
          }),
        ),
      );
    }
  }
  const requirements = mergeDemands(demands).map((demand) => requirementOf(demand, catalog));
  const experience = experienceOf(years, catalog);
  const seniority = seniorityOf(title ?? '', experience?.years);
  const named = titleFor(title, catalog);
  return {
    role: {
      ...named,
      altTitles: [],
      ...(seniority === undefined ? {} : { seniority }),
      ...(experience === undefined ? {} : { experience }),
      ...(education === undefined ? {} : { education }),
      sources: [{ id: 'posting', title: `Job posting: ${file.split(/[\\/]/).at(-1)}`.slice(0, 200) }],
      responsibilities: [],
      requirements: uniqueNames(requirements.map((one) => one.requirement)),
      leadsTo: [],
    },
    requirements: uniqueNames(requirements.map((one) => one.requirement)).map((requirement, i) => ({
      requirement,
      line: requirements[i]?.line ?? 1,
      quote: requirements[i]?.quote ?? '',
    })),
    diagnostics,
  };
}

/** A title that no role of the catalog has, so that the role can stand beside them, and its id. */
function titleFor(read: string | undefined, catalog: Catalog): { id: string; title: string } {
  const written = (read ?? 'Posting').slice(0, 200);
  for (let n = 1; ; n++) {
    const title = n === 1 ? written : n === 2 ? `${written} (posting)` : `${written} (posting ${n - 1})`;
    const id =
      slugOf(title)
        .replace(/[^a-z0-9]+/g, '-')
        .slice(0, 100)
        .replace(/^-|-$/g, '') || `posting-${n}`;
    if (lookUpRole(catalog, title) < 0 && lookUpRole(catalog, id) < 0) return { id, title };
  }
}

function demandOf(sentence: Sentence, cues: SentenceCues, group: MentionGroup, catalog: Catalog): Demand {
  const { section } = sentence;
  const said = cues.gradeAt(group.start, group.end);
  const level = cues.levelAt(group.start);
  const skills = [...new Set(group.items.flatMap((item) => item.skills))];
  const name = skills.length < 2 ? undefined : choiceName(group, catalog);
  // In a section of extras nothing is essential, whatever word it uses.
  const grade = section === 'extras' ? 'helpful' : (said ?? gradeOfSection[section]);
  const isGeneral = group.items.every(({ family }) => family !== undefined);
  return {
    skills,
    name,
    isGeneral,
    grade,
    level: level ?? unsaidLevel,
    sentence,
    isExplicit: said !== undefined || level !== undefined,
  };
}

function choiceName({ items }: MentionGroup, catalog: Catalog): string {
  const names = items.flatMap(({ family, skills }) => family ?? skills.map((skill) => textAt(catalog.skillNames, skill)));
  return [...new Set(names)].join(' or ').slice(0, 200);
}

/** Each skill, and each choice, once: at the highest importance and level that any place asks. */
function mergeDemands(demands: readonly Demand[]): Demand[] {
  const merged = new Map<string, Demand>();
  for (const demand of demands) {
    const key = [...demand.skills].sort((a, b) => a - b).join(' ');
    const before = merged.get(key);
    if (before === undefined) {
      merged.set(key, demand);
      continue;
    }
    const [first, second] = demand.isExplicit && !before.isExplicit ? [demand, before] : [before, demand];
    if (first.isExplicit && !second.isExplicit) {
      merged.set(key, first);
      continue;
    }
    const grade = gradeOrder.indexOf(first.grade) >= gradeOrder.indexOf(second.grade) ? first.grade : second.grade;
    merged.set(key, { ...first, grade, level: Math.max(first.level, second.level) as Level });
  }
  const all = [...merged.values()];
  // A member of a choice that is only mentioned elsewhere is not asked for by itself.
  // A general demand that comes later ("NoSQL databases") takes nothing from a name.
  const chosen = new Set(
    all.filter((demand) => demand.skills.length > 1 && !demand.isGeneral).flatMap((demand) => demand.skills),
  );
  const singles = all.filter(
    (demand) => demand.skills.length > 1 || demand.isExplicit || !chosen.has(demand.skills[0] as number),
  );
  // A family that is named next to a choice from it asks nothing more.
  const choices = singles.filter((demand) => demand.skills.length > 1);
  return singles.filter(
    (demand) =>
      !choices.some(
        (other) =>
          other !== demand &&
          other.skills.length < demand.skills.length &&
          other.skills.every((skill) => demand.skills.includes(skill)),
      ),
  );
}

function requirementOf(demand: Demand, catalog: Catalog): ReadRequirement {
  const ids = demand.skills.map((skill) => textAt(catalog.skillIds, skill));
  const { level, grade: importance, name, sentence } = demand;
  const common = { anyOf: ids.map((skill) => ({ skill, level })), atLeast: 1, importance, source: 'posting' };
  const requirement: Requirement =
    name === undefined ? { id: ids[0] as string, ...common } : { id: slugOf(name), name, ...common };
  const quote = sentence.text.trim().replace(/\s+/g, ' ');
  return { requirement, line: sentence.line, quote: quote.length > 100 ? `${quote.slice(0, 97)}...` : quote };
}

/** Two choices may be called alike; the second is named by its members. */
function uniqueNames(requirements: readonly Requirement[]): Requirement[] {
  const seen = new Set<string>();
  return requirements.map((requirement) => {
    let { id, name } = requirement;
    for (let n = 2; seen.has(id); n++) {
      name = `${requirement.name ?? requirement.id} ${n}`;
      id = slugOf(name);
    }
    seen.add(id);
    return name === undefined ? requirement : { ...requirement, id, name };
  });
}

/** "3 years of Java": the skill that follows the years in the same clause. */
function skillOfYears(sentence: string, end: number, named: readonly NamedItem[]): number | undefined {
  const next = named.find((one) => one.start >= end && one.family === undefined);
  if (next === undefined) return undefined;
  const between = sentence.slice(end, next.start);
  const close =
    /^[\s']*(?:of |experience |professional |commercial |hands-on |solid |practical |working |spent |directly |in |with |using |developing |programming |software )*$/iu;
  return close.test(between) ? next.skills[0] : undefined;
}

function experienceOf(all: readonly { years: number; skill: number | undefined }[], catalog: Catalog): Role['experience'] {
  if (all.length === 0) return undefined;
  const of = new Map<number, number>();
  for (const { years, skill } of all) if (skill !== undefined) of.set(skill, Math.max(of.get(skill) ?? 0, years));
  const years = Math.max(...all.map((one) => one.years));
  return { years, of: [...of].map(([skill, least]) => ({ skill: textAt(catalog.skillIds, skill), years: least })) };
}

function seniorityOf(title: string, years: number | undefined): string | undefined {
  if (/\b(?:principal|staff|distinguished|chief|head)\b/i.test(title)) return 'principal';
  if (/\b(?:senior|sr|lead)\b/i.test(title)) return 'senior';
  if (/\b(?:junior|jr|entry|graduate|trainee|intern)\b/i.test(title)) return 'entry';
  if (years === undefined) return undefined;
  return years >= 5 ? 'senior' : years >= 2 ? 'mid' : 'entry';
}

function placeIn(file: string, sentence: Sentence, { start, text }: { start: number; text: string }): Place {
  const column = sentence.start + start + 1;
  return { file, line: sentence.line, column, endLine: sentence.line, endColumn: column + text.length };
}
