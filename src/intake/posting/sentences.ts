import { titleIn } from './posting-title.ts';
import { type SectionKind, sectionKindOf } from './section-kinds.ts';

/** One sentence or list item of a posting. */
export interface Sentence {
  readonly text: string;
  /** Counts from 1. */
  readonly line: number;
  /** Where it begins in its line; counts from 0. */
  readonly start: number;
  readonly section: SectionKind;
  readonly isHeading: boolean;
}

export interface PostingText {
  readonly title: string | undefined;
  readonly sentences: readonly Sentence[];
}

/** What begins an item of a list. */
export const bullet = /^\s*(?:[-*+•·–‣▪○]|\d{1,2}[.)])\s+/u;

/** Splits a posting into its title, sections and sentences. A line is a heading when it is marked as one, or short and not a sentence. */
export function splitPosting(text: string): PostingText {
  const sentences: Sentence[] = [];
  let title: string | undefined;
  let section: SectionKind = 'plain';
  text.split('\n').forEach((written, i) => {
    const line = withoutAddresses(written.replace(/\r$/, ''));
    if (line.trim() === '') return;
    const heading = headingOf(line);
    if (heading !== undefined) {
      title ??= titleIn(heading);
      const kind = sectionKindOf(heading);
      // A short line without a mark may be an item as well: only what is known as a heading ends a section.
      if (kind !== 'plain' || /^\s*#|:\s*$|^\s*(?:\*\*|__)/.test(line)) section = kind;
      // A heading such as "Java developer" names skills itself.
      sentences.push({ text: line, line: i + 1, start: 0, section, isHeading: true });
      return;
    }
    title ??= titleIn(firstWords(line));
    for (const part of sentencesOf(line)) sentences.push({ ...part, line: i + 1, section, isHeading: false });
  });
  return { title, sentences };
}

/** A link's target names nothing that is asked; places in the line stay where they are. */
function withoutAddresses(line: string): string {
  const blank = (text: string): string => ' '.repeat(text.length);
  return line.replace(/(?<=\])\([^()\s]{1,2000}\)/g, blank).replace(/(?<![^\s(<["'])(?:https?:\/\/|www\.)\S{1,2000}/g, blank);
}

function headingOf(line: string): string | undefined {
  const marked = /^\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$/.exec(line) ?? /^\s*(?:\*\*|__)([^*_]+)(?:\*\*|__)\s*:?\s*$/.exec(line);
  if (marked !== null) return (marked[1] ?? '').replace(/[*_:]+/g, '').trim();
  if (bullet.test(line)) return undefined;
  const plain = line.trim();
  const words = plain.split(/\s+/);
  const ends = /[.!?;,]$/.test(plain);
  if (words.length > 5 || ends || (plain.includes(':') && !plain.endsWith(':'))) return undefined;
  return plain.replace(/:$/, '');
}

/** A text without headings is called after its first sentence's subject; long ones are cut at a word. */
function firstWords(line: string): string {
  const plain = line.replace(bullet, '').trim();
  return plain.length <= 60 ? plain : plain.slice(0, 60).replace(/\s+\S*$/, '');
}

function sentencesOf(line: string): { text: string; start: number }[] {
  const parts: { text: string; start: number }[] = [];
  let from = 0;
  // A run of dots is looked at from its beginning alone: from each of its dots it would take hours.
  for (const match of line.matchAll(/(?<!\b(?:e\.g|i\.e|etc|incl|approx|vs|resp)|[.!?])[.!?]+(?=\s+[\p{Lu}\d"“(*])/gu)) {
    const end = match.index + match[0].length;
    parts.push({ text: line.slice(from, end), start: from });
    from = end;
  }
  parts.push({ text: line.slice(from), start: from });
  return parts.flatMap(cutLong).filter((part) => part.text.trim() !== '');
}

/** Cues are looked for around each skill of a sentence; a "sentence" of a megabyte would take hours. */
const maxSentenceLength = 1500;

function cutLong({ text, start }: { text: string; start: number }): { text: string; start: number }[] {
  const parts: { text: string; start: number }[] = [];
  for (let from = 0; from < text.length; ) {
    const space = text.length - from > maxSentenceLength ? text.lastIndexOf(' ', from + maxSentenceLength) : -1;
    const to = text.length - from <= maxSentenceLength ? text.length : space > from ? space : from + maxSentenceLength;
    parts.push({ text: text.slice(from, to), start: start + from });
    from = to;
  }
  return parts;
}
