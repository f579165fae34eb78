import type { Level } from '../../core/model/scale.ts';
import { isStudied } from '../degrees.ts';
import type { TextPassage } from './imported.ts';
import type { ImportTools } from './resolve-import.ts';
import { isBeingLearned, isDenied, mentionedLevel, saidLevel } from './said-level.ts';
import { joinPartedWords } from './tidy-text.ts';

const maxQuoteLength = 80;
/** What the thousandth mention of a skill says has been said before. */
const maxMentions = 1000;
/** Characters around a mention in which words may say its level. */
const maxBefore = 200;
const maxAfter = 120;

/** What all passages of a document share. */
export interface PassageTally {
  readonly mentions: Map<number, number>;
  /** Skills whose level is said somewhere. */
  readonly said: Set<number>;
  /** Skills that are named as absent or wished for. */
  readonly denied: Set<number>;
}

/** What is being learned is known a little. */
const learningLevel: Level = 1;

/** Looks for skills in running text, with what is said of their level around them. */
export function readPassage(
  passage: TextPassage,
  { catalog, reader, file }: ImportTools,
  { mentions, said: levelled, denied }: PassageTally,
  show: (skill: number, level: Level, years: number | undefined, evidence: string) => void,
): void {
  const { origin } = passage;
  const text = joinPartedWords(passage.text, reader);
  for (const { skill, start, end } of reader.read(text)) {
    const times = (mentions.get(skill) ?? 0) + 1;
    if (times > maxMentions) continue;
    mentions.set(skill, times);
    // Cues are looked for in the sentence alone, and it is looked for nearby: a long line costs no more a mention than a short one.
    const before = text.slice(Math.max(0, start - maxBefore), start);
    const from = start - before.length + Math.max(before.lastIndexOf('\n') + 1, before.lastIndexOf('. ') + 1);
    const [after = ''] = text.slice(end, end + maxAfter).split('\n', 1);
    const sentence = text.slice(from, end + after.length);
    if (isStudied(text, start)) continue;
    if (passage.standing === 'wished' || isDenied(sentence, start - from, end - from)) {
      denied.add(skill);
      continue;
    }
    const isLearned = passage.standing === 'learning' || isBeingLearned(sentence, start - from);
    const said = isLearned ? { level: learningLevel } : saidLevel(catalog.scale, sentence, start - from, end - from);
    if (said !== undefined) levelled.add(skill);
    show(skill, said?.level ?? mentionedLevel, said?.years, `${file}, ${origin}: "${cut(sentence)}"`);
  }
}

/** A quote on one line, cut where it is long. */
export function cut(text: string): string {
  const plain = text.trim().replace(/\s+/g, ' ');
  return plain.length > maxQuoteLength ? `${plain.slice(0, maxQuoteLength - 3)}...` : plain;
}
