import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { textAt } from '../../core/catalog/text-table.ts';
import { choicesOf } from '../../core/model/model.ts';
import type { TextReader } from '../../core/text/text-reader.ts';
import { isProduct } from '../names/name-words.ts';
import { type FamilyMention, findFamilies } from './skill-families.ts';

/** Something that a sentence names: a skill, or a family of skills. */
export interface NamedItem {
  readonly skills: readonly number[];
  /** What it is called when it stands for a choice. */
  readonly family?: string;
  readonly start: number;
  readonly end: number;
}

/** What belongs to one demand: all of its items, or any of them. */
export interface MentionGroup {
  readonly items: readonly NamedItem[];
  readonly isChoice: boolean;
  /** Where it begins and ends in the sentence. */
  readonly start: number;
  readonly end: number;
}

const joins =
  /^[\s"'“”*_`()]*(?:(?:,|\/|&|\||;|\band\/or\b|\bor\b|\band\b|\bnor\b)[\s"'“”*_`()]*)*(?:(?:other|similar|both|the|a|an|one)\s+)*$/iu;
const examples =
  /(?:\bsuch as|\blike|\be\.g\.,?|\bfor example,?|\bfor instance,?|\bone of|\bone or more of|\beither|\bat least one(?: [\p{L}-]+){0,6}|\bany of|\bone(?: [\p{L}-]+){1,5})[\s:,(]*$/iu;
const anyWord = /\bor\b|\/|\band\/or\b|\|/iu;

/** Whether a skill rests on another: it implies it, or requires it. */
export type RestsOn = (skill: number, base: number) => boolean;

/** Which skills rest on which, as the catalog says. */
export function restsOnIn(catalog: Catalog): RestsOn {
  return (skill, base) => {
    const id = textAt(catalog.skillIds, base);
    const { implies, requires } = catalog.skill(skill);
    return implies.some((edge) => edge.skill === id) || requires.some((needed) => choicesOf(needed).includes(id));
  };
}

/** "Python, Django or FastAPI": the choice begins after what all others rest on, if a comma stands there. */
function isBase([first, ...others]: readonly NamedItem[], gap: string, restsOn: RestsOn): boolean {
  const [base] = first?.skills ?? [];
  if (base === undefined || others.length < 2 || first?.family !== undefined || !/^[\s"'“”*_`]*,[\s"'“”*_`]*$/u.test(gap))
    return false;
  return others.every(({ skills, family }) => family === undefined && skills.every((skill) => restsOn(skill, base)));
}

/** Joins what stands in one list. "or", slashes, examples ("such as") and lists in parentheses are choices. */
export function groupMentions(sentence: string, named: readonly NamedItem[], restsOn: RestsOn): MentionGroup[] {
  const lists: NamedItem[][] = [];
  for (const one of named) {
    const list = lists.at(-1);
    const last = list?.at(-1);
    if (
      list !== undefined &&
      last !== undefined &&
      joins.test(sentence.slice(last.end, one.start)) &&
      !leavesParenthesis(sentence, last, one)
    )
      list.push(one);
    else lists.push([one]);
  }
  const groups: MentionGroup[] = [];
  for (const list of lists) {
    const [first] = list;
    const last = list.at(-1);
    if (first === undefined || last === undefined) continue;
    const between = list.slice(1).map((one, i) => sentence.slice(list[i]?.end, one.start));
    const before = sentence.slice(0, first.start);
    const inParenthesis =
      /\($|\((?:e\.g\.,?|like|such as|for example,?)?\s*$/iu.test(before) && !between.some((text) => /\band\b/i.test(text));
    const isChoice = list.length > 1 && (examples.test(before) || inParenthesis || between.some((text) => anyWord.test(text)));
    const previous = groups.at(-1);
    // "relational databases (PostgreSQL, MySQL)", "cloud platforms such as AWS": the examples say what the family means.
    const family = previous?.items.at(-1);
    if (previous !== undefined && family?.family !== undefined && introduces(sentence.slice(family.end, first.start))) {
      const rest = previous.items.slice(0, -1);
      groups.pop();
      if (rest.length > 0) groups.push({ ...previous, items: rest, isChoice: previous.isChoice && rest.length > 1 });
      groups.push({ items: list, isChoice: list.length > 1, start: family.start, end: last.end });
      continue;
    }
    if (isChoice && isBase(list, between[0] ?? '', restsOn)) {
      const [, second] = list;
      groups.push({ items: [first], isChoice: false, start: first.start, end: first.end });
      groups.push({ items: list.slice(1), isChoice: true, start: second?.start ?? first.start, end: last.end });
    } else if (isChoice || list.length === 1) groups.push({ items: list, isChoice, start: first.start, end: last.end });
    else for (const one of list) groups.push({ items: [one], isChoice: false, start: one.start, end: one.end });
  }
  return groups;
}

function introduces(text: string): boolean {
  return /^[\s*]*(?:\(|,?\s*(?:such as|like|including|e\.g\.|for example|preferably|ideally)|:)[\s(]*(?:such as|like|e\.g\.,?)?[\s*]*$/iu.test(
    text,
  );
}

/** "SQL (PostgreSQL, MySQL) and Kafka": what follows a parenthesis is another list. */
function leavesParenthesis(sentence: string, last: NamedItem, next: NamedItem): boolean {
  const text = sentence.slice(last.end, next.start);
  // "AWS (or GCP/Azure)" goes on with the list.
  if (/^\s*\(\s*(?:or|and\/or|alternatively|oder|ou|o)\s+(?:\p{Ll}+\s+)?$/iu.test(text)) return false;
  return text.includes(')') || (text.includes('(') && !text.includes(')'));
}

/** "MySQL and/or NoSQL databases": the databases that both share are the family's; the name ends before the words that join them. */
function beforeFamily(sentence: string, one: NamedItem, found: readonly FamilyMention[]): NamedItem {
  const family = found.find(({ start, end }) => one.start < start && start < one.end && one.end <= end);
  if (family === undefined) return one;
  const joint = /(?:\s*(?:,|\/|&|\band\/or\b|\bor\b|\band\b))+\s*(?:an? )?$/iu.exec(sentence.slice(one.start, family.start));
  return joint === null || joint.index === 0 ? one : { ...one, end: one.start + joint.index };
}

/**
 * The skills and families that a sentence names, and those that it names to say that they are not asked.
 *
 * @param asks the sentence asks for something, so that cues count
 */
export function namedIn(
  sentence: string,
  catalog: Catalog,
  reader: TextReader,
  asks: boolean,
): { named: readonly NamedItem[]; absent: readonly NamedItem[] } {
  const mentions = reader.readAll(sentence).filter((one) => asks || !one.isCue);
  const asNamed = (negated: boolean): NamedItem[] =>
    mentions.filter((one) => one.negated === negated).map(({ skill, start, end }) => ({ skills: [skill], start, end }));
  const found = findFamilies(sentence, catalog);
  // "NoSQL databases" asks for one of them, though it is the name of a subject as well.
  const isSubject = ({ skills: [skill = 0], start, end }: NamedItem): boolean =>
    !isProduct(catalog.skill(skill).kind) && found.some((family) => family.start <= start && end <= family.end);
  const skills = asNamed(false)
    .map((one) => beforeFamily(sentence, one, found))
    .filter((one) => !isSubject(one));
  const families: NamedItem[] = found
    .filter(
      (family) =>
        !skills.some(
          (one) => one.start < family.end && family.start < one.end && one.end - one.start > family.end - family.start,
        ),
    )
    .map(({ name, members, start, end }) => ({ skills: members, family: name, start, end }));
  return { named: [...skills, ...families].sort((a, b) => a.start - b.start || a.end - b.end), absent: asNamed(true) };
}
