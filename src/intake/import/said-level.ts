import type { Level, Scale } from '../../core/model/scale.ts';
import { levelOfForm } from '../level-words.ts';
import { readYears } from '../read-years.ts';

/** What a mention in a text says by itself: that the skill was met with. */
export const mentionedLevel: Level = 2;

/** In the order of the levels; the words of Chinese, Japanese and Korean stand without spaces. */
const before: readonly (readonly [Level, RegExp])[] = [
  [5, /精通|専門|\b(?:expert|mastery|authority|guru)\b(?: (?:in|with|at|knowledge of|level))?/giu],
  [4, /熟练|熟練|능숙|\b(?:proficien(?:t|cy)|expertise|advanced|strong|deep|extensive|excellent|fluent|in-depth)\b/giu],
  [3, /掌握|熟悉|\b(?:solid|sound|competent|intermediate|working knowledge|good)\b/giu],
  [2, /\b(?:familiar(?:ity)?|some|exposure)\b/giu],
  [1, /了解|入门|초급|\b(?:basics?|beginner|novice|learning|fundamentals)\b/giu],
];

export interface SaidLevel {
  readonly level: Level;
  readonly years?: number;
}

/** Before a skill, with or without a list between: it is wished for, or absent. */
const notHeld: readonly RegExp[] = [
  /\b(?:interested in|interest in|curious about|keen (?:on|to)|(?:want|wish|plan|hope|like|eager|looking|aim|intend|ready|willing|excited|happy|seek|strive)\w*(?: forward)? to (?:learn|study|explore|get (?:into|better)|try|use|work with|improve|deepen|grow|master|expand))\b[^.;:!?]{0,60}$/iu,
  /^\W*(?:not yet|none|(?:not|never)(?: yet)? (?:used|known|learned|tried|touched|familiar with)|next(?: up)?|never used|no (?:experience|knowledge)[^:]{0,30}|to learn|want to learn|learning (?:goals?|list)|wish ?list|interested in|interests?|on my list)\s*:[^.;!?]*$/iu,
];
/** Behind it, in brackets or after a dash: "Docker (no experience)". */
const deniedBehind =
  /^\s*(?:\(|[:–—=-]\s?)\s*(?:no |not |never|(?:none|nil|no|0|keine?|aucune?|ninguno|n\/a)\s*(?:$|[),;|.\n]))/iu;
/** Before a skill that is being learned. */
const learning =
  /(?:^\W*(?:currently |now |still )?(?:learning|studying|exploring|getting into)\b[^.;!?]{0,80}|\b(?:currently|now|am|still|started|begun|begin) (?:learning|studying|exploring)\b[^.;!?]{0,60})$/iu;

/** Whether a sentence says that what stands at `start` is being learned. */
export function isBeingLearned(sentence: string, start: number): boolean {
  return learning.test(sentence.slice(0, start));
}

/** Whether a sentence names what stands from `start` to `end` only to say that the person does not have it, or wants to. */
export function isDenied(sentence: string, start: number, end: number): boolean {
  const before = sentence.slice(0, start);
  return deniedBehind.test(sentence.slice(end)) || notHeld.some((says) => says.test(before));
}

/**
 * What the sentence around a mention says of its level: "expert in Java", "Java (advanced)", "5+ years of Java". Nothing is
 * guessed from the rest.
 */
export function saidLevel(scale: Scale, sentence: string, start: number, end: number): SaidLevel | undefined {
  const aside =
    /^\s*(?:\(|[–—:-]\s|[|\t])\s*([\p{L}\d +/%.-]{2,30}?)\s*(?:\)|,|;|\||\t|$)/u.exec(sentence.slice(end)) ??
    // "SQL advanced", "Go 80 %": behind the name and before the end of its item.
    /^ {1,3}((?:\p{L}[\p{L} -]{1,25}?|\d{1,3}(?:\.\d)? ?(?:%|\/ ?\d{1,2})))\s*(?:[.]?\s*$|[,;|\t)])/u.exec(sentence.slice(end));
  const heading = /(?:^|[;.])\s*(?:[-*+•]\s+)?([\p{L} -]{3,30})\s*:[^:;]*$/u.exec(sentence.slice(0, start));
  const named =
    levelOfStars(sentence.slice(end)) ??
    (aside === null ? undefined : levelOfForm(scale, aside[1] ?? '')) ??
    (heading === null ? undefined : levelOfForm(scale, heading[1] ?? ''));
  const counted = readYears(sentence).find((one) => isNear(sentence, one, start, end));
  const clause = Math.max(...['.', ';', ':', '\n', '(', ')'].map((mark) => sentence.lastIndexOf(mark, start - 1))) + 1;
  const hits = before.flatMap(([level, says]) =>
    [...sentence.slice(clause, start).matchAll(says)]
      .filter((match) => !endsItem(sentence.slice(clause, start), match.index, match[0].length))
      .map((match) => ({ level, at: clause + match.index })),
  );
  const nearest = hits.filter((hit) => start - hit.at <= 60).sort((a, b) => b.at - a.at)[0];
  const byYears = counted === undefined ? undefined : levelOfYears(counted.years);
  const level = named ?? nearest?.level ?? byYears;
  if (level === undefined) return undefined;
  return counted === undefined ? { level } : { level, years: counted.years };
}

/** "SQL advanced, Docker": a level word that ends an item of a list is said of that item, and of none behind it. */
function endsItem(text: string, at: number, length: number): boolean {
  return /^\s*[,;|]/.test(text.slice(at + length)) && /[^\s,;|][^,;|]*$/.test(text.slice(0, at));
}

/** Five stars or dots, the full ones first: "Java ★★★☆☆" is 3. */
function levelOfStars(after: string): Level | undefined {
  const [, full = '', empty = ''] = /^[\s:–—(-]*([★●⬤■✭]*)([☆○◯□✩]*)/u.exec(after) ?? [];
  return full.length + empty.length === 5 ? (full.length as Level) : undefined;
}

/** Years are no proof of skill: five of them say proficient, two say competent. */
function levelOfYears(years: number): Level {
  return years >= 5 ? 4 : years >= 2 ? 3 : 2;
}

/** "5+ years of experience with Java", "Java (5 years)", "Java, 5 years". */
function isNear(sentence: string, years: { start: number; end: number }, start: number, end: number): boolean {
  if (years.end <= start) {
    return /^[\s']*(?:of |professional |commercial |hands-on |experience |in |with |using |developing |programming |writing )*$/iu.test(
      sentence.slice(years.end, start),
    );
  }
  return /^\s*(?:\(|,|:|\||\t|[–—-]|(?=\d))\s*(?:over |about |more than )?$/iu.test(sentence.slice(end, years.start));
}
