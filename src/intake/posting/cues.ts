import type { Level } from '../../core/model/scale.ts';

export type Grade = 'essential' | 'important' | 'helpful';

interface Cue<T> {
  readonly says: RegExp;
  readonly means: T;
}

/** Read in this order: "not required" before "required". */
const gradeCues: readonly Cue<Grade>[] = [
  {
    says: /\bnot (?:strictly |absolutely )?(?:required?|essential|mandatory|necessary|a must|need(?:ed)?)\b|\b(?:don['’]?t|doesn['’]?t|no|without) need\b|\bneed(?: not|n['’]?t)\b|\bnice[- ]to[- ]haves?\b|\b(?:is|are|as|be|a|big|huge|great|definite|real) (?:plus|bonus)\b|\bplus(?:es)?\s*[:.!)]|\bbonus(?: points)?\b|\b(?:an? |significant |strong |clear )?advantage(?:ous)?\b|\bdesir(?:able|ed)\b|\bprefer(?:red|ably)\b|\boptional(?:ly)?\b|\bideally\b|\bbeneficial\b|\bhelpful\b|\bgood to have\b|\bwelcome\b|\bappreciated\b/giu,
    means: 'helpful',
  },
  {
    says: /\b(?:increasingly|also) important\b|\b(?:highly |particularly )?valued\b|\bvaluable\b|\bexpected\b|\bimportant\b/giu,
    means: 'important',
  },
  {
    says: /\bmust(?:[- ]haves?)?\b|\brequire[sd]?\b|\brequirements?\b|\bessential(?:ly)?\b|\bmandatory\b|\bnon-negotiable\b|\bcritical(?= (?:to|for|skill|requirement)|[.,;)]|$)|\bcrucial\b|\bfundamental(?=[.,;)]|$)|\bvital\b|\bindispensable\b|\bneed(?:s|ed)?(?: to)?\b|\bnecessary\b|\bminimum\b|\bat least\b|\bkey skills?\b|\bdemands?\b/giu,
    means: 'essential',
  },
];

/** Adjectives say more than the nouns that they stand with: "deep knowledge" is more than knowledge. */
const levelAdjectives: readonly Cue<Level>[] = [
  { says: /\b(?:expert(?:-level)?(?! in the)|world-class|authoritative|master(?:y|ed|ing)?(?!['’]s))\b/giu, means: 5 },
  {
    says: /\b(?:deep(?:ly)?|strong|advanced|extensive|in-depth|excellent|outstanding|profound|exceptional|thorough|highly skilled)\b/giu,
    means: 4,
  },
  { says: /\b(?:solid|sound|good|proven|practical|working|hands-on|demonstrable|demonstrated|firm)\b/giu, means: 3 },
  { says: /\b(?:basics?|some|fundamental|first|initial|elementary|entry-level|limited|foundational)\b/giu, means: 2 },
];
const levelNouns: readonly Cue<Level>[] = [
  { says: /\b(?:expertise|proficien(?:t|cy)|fluen(?:t|cy)|command|specialist)\b/giu, means: 4 },
  { says: /\b(?:experienced?|competen(?:t|ce)|skill(?:ed|s)|ability|able|track record|background)\b/giu, means: 3 },
  {
    says: /\b(?:familiar(?:ity)?|knowledge|understanding|understand|exposure|awareness|aware|acquainted|appreciation)\b/giu,
    means: 2,
  },
];

/** What an advert asks for when it names a skill and says no more. */
export const unsaidLevel: Level = 3;

interface Hit<T> {
  readonly means: T;
  readonly at: number;
  readonly end: number;
}

function hitsOf<T>(cues: readonly Cue<T>[], sentence: string): Hit<T>[] {
  const hits: Hit<T>[] = [];
  for (const { says, means } of cues) {
    for (const match of sentence.matchAll(says)) {
      const hit = { means, at: match.index, end: match.index + match[0].length };
      if (!hits.some((other) => hit.at < other.end && other.at < hit.end)) hits.push(hit);
    }
  }
  return hits;
}

/** What the cues of a sentence say of its parts. */
export interface SentenceCues {
  /** The importance that the sentence gives to what stands from `start` to `end` in it; the nearest cue counts. */
  readonly gradeAt: (start: number, end: number) => Grade | undefined;
  /** The level that it asks of what stands at `start`, or nothing where it does not say. */
  readonly levelAt: (start: number) => Level | undefined;
}

/** Where a clause of its own begins, which a weakening word does not leave: "…, familiarity with Python is a plus". */
const clauseStart =
  /;|,? (?:but|while|whereas|although|though)\b|, (?:and )?(?:(?:some|any|prior|previous|basic|good|hands-on|additional) )?(?:familiarity|knowledge|experience|understanding|exposure|proficiency|fluency|expertise|certification)\b(?=[^,;]{0,200}\b(?:is|are|would be|as|preferred|desirable)\b)|(?<=\b(?:plus|preferred|bonus|advantage|desirable))(?:,|\.)/giu;

/** Looks for the cues of a sentence once, for all that it names. */
export function readCues(sentence: string): SentenceCues {
  const grades = hitsOf(gradeCues, sentence);
  const adjectives = hitsOf(levelAdjectives, sentence);
  const nouns = hitsOf(levelNouns, sentence);
  const clauseBreaks = [...sentence.matchAll(/;|,? (?:but|while|whereas|although)\b|, (?=[^,]*\b(?:is|are) )/giu)].map(
    (one) => one.index,
  );
  // "We use Docker, but you do not need to know it."
  const namedByPronoun = /\b(?:but|though|although)\b[^.;]{0,80}\b(?:it|them|this|these)\b/iu.test(sentence);
  const ownClauses = [...sentence.matchAll(clauseStart)].map((one) => one.index);
  const nearestLevel = (hits: readonly Hit<Level>[], start: number): Level | undefined => {
    const before = hits.filter((hit) => hit.at < start).sort((x, y) => y.at - x.at)[0];
    return (before ?? hits.filter((hit) => hit.at - start < 40).sort((x, y) => x.at - y.at)[0])?.means;
  };
  return {
    gradeAt(start, end) {
      const distance = (hit: Hit<Grade>): number => {
        const [from, to] = hit.end <= start ? [hit.end, start] : [end, hit.at];
        // A cue of the same clause is nearer than any of another one.
        return Math.max(0, to - from) + clauseBreaks.filter((at) => at >= from && at < to).length * 1000;
      };
      // "Go, familiarity with Python is a plus": what weakens one clause says nothing of another.
      const reaches = (hit: Hit<Grade>): boolean =>
        hit.means !== 'helpful' ||
        namedByPronoun ||
        !ownClauses.some((at) => (hit.at >= at && at >= end) || (hit.end <= at && at <= start));
      return grades.filter(reaches).sort((x, y) => distance(x) - distance(y))[0]?.means;
    },
    levelAt: (start) => nearestLevel(adjectives, start) ?? nearestLevel(nouns, start),
  };
}

/** Behind a name, before the end of its clause: it is said not to be asked. */
const waivedBehind =
  /^[^.;,]{0,60}?\b(?:(?:is|are|not) (?:not |un)(?:strictly |absolutely )?|(?:is|are)n['’]?t |not (?:strictly |absolutely )?)(?:required?|necessary|needed|essential|mandatory|a must|expected|a requirement)\b/iu;
const waivedBefore =
  /\b(?:no need (?:for|of|to know)|(?:do|does)(?:n['’]t| not) (?:need|have) to know|you (?:do not|don['’]t) need)\b[^.;,]{0,40}$/iu;

/** Whether a sentence says that what stands from `start` to `end` in it is not asked for: "Kotlin is not required". */
export function isNotAsked(sentence: string, start: number, end: number): boolean {
  return waivedBehind.test(sentence.slice(end, end + 120)) || waivedBefore.test(sentence.slice(Math.max(0, start - 80), start));
}

/** An employer's sentence about the employer, not about whom it looks for. */
export function speaksOfItself(sentence: string): boolean {
  return /\b(?:we|our|us)\b/i.test(sentence) && !/\byou(?:r|rs|['’]ll)?\b/i.test(sentence);
}

/** Whether a sentence asks for something at all: it grades, it names a level, or it asks for years. */
export function isDemand(sentence: string, hasYears: boolean): boolean {
  return hitsOf(gradeCues, sentence).length + hitsOf(levelNouns, sentence).length > 0 || hasYears;
}
