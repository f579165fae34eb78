import type { TextPassage } from './imported.ts';

/** A link names where a page is, not what its writer can do; an address neither. */
const addresses = /\b(?:https?:\/\/|www\.)\S+|[^\s@<>()]{1,64}@[^\s@<>()]{1,255}\.[a-z]{2,}/giu;
/** A line that ends so goes on in the next: "not using", "no experience with", "Java,". */
const goesOn = /(?:,|\b(?:and|or|with|in|of|using|for|to|the|an?|not|no|without|never|any))$/iu;
/** What begins so is a line of its own. */
const startsAnew = /^\s*(?:[-*+\u2022\u25cf\u25aa\u2013]\s|#|\||\d+[.)]\s|$)/u;
const longestJoined = 2000;

/**
 * The lines of a CV as passages to look for skills in. Lines that a page's width broke are joined where their end says so, a word
 * that was divided at its hyphen too: what is denied at the end of a line is denied on the next. Links and mail addresses are
 * left out; of Markdown also comments and what is struck through, and the cells of a table read as "Java – expert".
 */
export function cvPassages(text: string, isMarkdown: boolean): TextPassage[] {
  const shown = isMarkdown ? hideUnshown(text) : text;
  const passages: { text: string; origin: string }[] = [];
  let canGrow = false;
  shown.split('\n').forEach((written, i) => {
    const line = tidy(written, isMarkdown);
    const last = passages.at(-1);
    if (line === '') canGrow = false;
    else if (last !== undefined && canGrow && !startsAnew.test(line) && last.text.length + line.length < longestJoined) {
      const divided = /\p{L}-$/u.test(last.text) && /^\p{Ll}/u.test(line);
      last.text = divided ? last.text.slice(0, -1) + line : `${last.text} ${line}`;
      canGrow = isUnfinished(line);
    } else {
      passages.push({ text: line, origin: `line ${i + 1}` });
      canGrow = isUnfinished(line);
    }
  });
  return passages;
}

function isUnfinished(line: string): boolean {
  return goesOn.test(line) || /\p{L}-$/u.test(line);
}

function tidy(line: string, isMarkdown: boolean): string {
  const plain = line.replaceAll('\u00ad', '').replace(addresses, ' ').trimEnd();
  if (!isMarkdown || !/^\s*\|/.test(plain)) return plain.trim() === '' ? '' : plain;
  return plain
    .split('|')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '' && !/^:?-+:?$/.test(cell))
    .join(' – ');
}

/** Without comments and struck text; line breaks stay, so that lines keep their numbers. */
function hideUnshown(text: string): string {
  let shown = '';
  let from = 0;
  for (let start = text.indexOf('<!--'); start >= 0; start = text.indexOf('<!--', from)) {
    const end = text.indexOf('-->', start + 4);
    shown += text.slice(from, start);
    const hidden = text.slice(start, end < 0 ? text.length : end);
    shown += hidden.replace(/[^\n]+/g, '');
    from = end < 0 ? text.length : end + 3;
  }
  return (shown + text.slice(from)).replace(/~~[^~\n]{1,300}~~/g, ' ');
}
