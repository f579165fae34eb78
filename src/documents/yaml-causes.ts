import type { Diagnostic, FactsByCode } from '../core/model/diagnostic.ts';
import { missingColonProblem } from '../core/model/missing-colon.ts';
import type { Place } from '../core/model/model.ts';
import { readPlainScalar } from './plain-scalar.ts';
import { plainProblem } from './yaml-problems.ts';

/** A finding in a text: characters from its beginning. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

export interface SyntaxFault extends TextSpan {
  readonly problem: string;
}

/** Kinds of lexemes that stand for no character of the text. */
export const widthless = new Set<string | null>(['doc-mode', 'scalar', 'flow-error-end']);

/** What the parser says of one fault: where it stumbled, which is seldom where the fault is. */
export interface ParserError {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

export interface CutText extends TextSpan {
  readonly facts: FactsByCode['comment-cuts-text'];
}

const conflictMark = /^(?:<{7}|>{7}|={7}|\|{7})(?:[ \t].*)?\r?$/gm;

/** The marks that a merge left behind, as one fault; none where a line of equals signs stands alone. */
export function findConflict(text: string, place: (start: number, end: number) => Place): Diagnostic | undefined {
  if (!text.includes('<<<<<<<') && !text.includes('>>>>>>>')) return undefined;
  const found = [...text.matchAll(conflictMark)];
  if (!found.some(([mark]) => mark.startsWith('<') || mark.startsWith('>'))) return undefined;
  const [first, ...others] = found.map(({ 0: mark, index }) => place(index, index + mark.trimEnd().length));
  if (first === undefined) return undefined;
  const related = others.slice(0, mostMarks).map((one) => ({ message: 'another mark', place: one }));
  return { code: 'merge-conflict', facts: {}, place: first, related };
}

/** Nobody reads more of them. */
const mostMarks = 20;

/**
 * Texts that end at a `#` that was meant as part of them: the sign stands at the end of its line, or a character follows it at
 * once. A comment that somebody wrote has a space behind its sign.
 *
 * @param typeOf the lexer's own name for the kind of a lexeme
 */
export function findCutTexts(lexemes: readonly string[], typeOf: (lexeme: string) => string | null): CutText[] {
  const found: CutText[] = [];
  let offset = 0;
  lexemes.forEach((lexeme, i) => {
    const type = typeOf(lexeme);
    const text = lexemes[i - 2] ?? '';
    const isBehindText = type === 'comment' && typeOf(lexemes[i - 1] ?? '') === 'space' && lexemes[i - 3] === plainMark;
    if (isBehindText && /^#(?!#*[ \t]+\S)/.test(lexeme) && !isNumber(text)) {
      const start = offset - (lexemes[i - 1] ?? '').length - text.length;
      found.push({ start, end: offset + lexeme.length, facts: { text, comment: lexeme } });
    }
    if (!widthless.has(type)) offset += lexeme.length;
  });
  return found;
}

/** The lexer puts this before each plain scalar. */
const plainMark = '\x1f';

function isNumber(text: string): boolean {
  const value = readPlainScalar(text);
  return typeof value === 'number' || typeof value === 'boolean' || value === null;
}

/**
 * The faults behind the parser's errors. The parser tells where it could not go on: at the end of the file for a quote that
 * is not closed, once for each line that a tab indents. What follows from a fault before it is left out.
 */
export function explainErrors(
  text: string,
  lexemes: readonly string[],
  typeOf: (lexeme: string) => string | null,
  errors: readonly ParserError[],
  cuts: readonly CutText[],
): SyntaxFault[] {
  const found: SyntaxFault[] = [];
  for (const error of [...errors].sort((a, b) => a.pos[0] - b.pos[0])) {
    const at = error.pos[0];
    const open = innermostOpen(lexemes, typeOf, at);
    // Without the text that a comment cut off, a list stays open or a key has no colon.
    const isCut = cuts.some((cut) => cut.start >= lineStartOf(text, open?.start ?? at) && cut.start <= at);
    if (isCut || found.some((before) => follows(text, before, at))) continue;
    found.push(open !== undefined && mayBeOpen(error) ? open : explain(text, error));
  }
  return found;
}

function explain(text: string, { code, message, pos }: ParserError): SyntaxFault {
  const [start, end] = pos;
  const from = lineStartOf(text, start);
  const line = text.slice(from, lineEndOf(text, start));
  const tab = /^ *(?:- *)?(\t)/.exec(line);
  if (tab !== null) return { problem: tabProblem, start: from + tab[0].length - 1, end: from + tab[0].length };
  const isOneKey = code === 'BLOCK_AS_IMPLICIT_KEY' && [...line.matchAll(/:(?:\s|$)/g)].length < 2;
  if (isOneKey || message.startsWith('Sequence item without')) {
    // A key that stands too deep goes on with the text above it; one that stands too far left ends the list.
    const at = isOneKey && text.slice(from, start).includes(':') ? nextLineOf(text, start) : from;
    const own = text.slice(at, lineEndOf(text, at));
    return { problem: indentProblem, start: at + indentOf(own), end: at + own.trimEnd().length };
  }
  if (message.endsWith('at node end')) return { problem: endedProblem, start, end };
  const colon = colonFault(line, from);
  if (colon !== undefined && colonCodes.has(code)) return colon;
  return { problem: plainProblem(code, message), start, end };
}

export const tabProblem = 'a tab cannot indent YAML; use spaces';

const indentProblem = 'the indentation does not match what stands around it';
const endedProblem = 'the value has ended before this: quote all of the text, and write a quote inside of it twice';

const colonCodes = new Set(['MULTILINE_IMPLICIT_KEY', 'MISSING_CHAR', 'BAD_INDENT']);

/** What a line without a colon that counts lacks, if it looks like a key and its value. */
function colonFault(line: string, from: number): SyntaxFault | undefined {
  const parts = /^([\s-]*)(([A-Za-z][\w-]*)(:?)(?:\s+.*|\S.*)?)$/.exec(line.trimEnd());
  if (parts === null || /:(?:\s|$)/.test(parts[2] ?? '')) return undefined;
  const [, before = '', , key = '', colon = ''] = parts;
  const start = from + before.length;
  return { problem: missingColonProblem({ key, hasColon: colon !== '' }), start, end: start + key.length };
}

/** Whether the parser may have stumbled because a bracket or a quote before it is not closed. */
function mayBeOpen({ message }: ParserError): boolean {
  return message.startsWith('Flow ') || message.startsWith('Missing closing') || message.includes('must end with a');
}

/** The last bracket or quote before an offset that is not closed there. */
function innermostOpen(
  lexemes: readonly string[],
  typeOf: (lexeme: string) => string | null,
  at: number,
): SyntaxFault | undefined {
  const open: SyntaxFault[] = [];
  let offset = 0;
  for (const lexeme of lexemes) {
    if (offset > at) break;
    const type = typeOf(lexeme);
    if (type === 'flow-map-start' || type === 'flow-seq-start') {
      const [kind, close] = type === 'flow-map-start' ? ['map', '}'] : ['list', ']'];
      open.push({ problem: `this ${kind} is not closed: a ${close} is missing`, start: offset, end: offset + 1 });
    } else if ((type === 'flow-map-end' || type === 'flow-seq-end') && offset < at) open.pop();
    else if (type === 'double-quoted-scalar' || type === 'single-quoted-scalar') {
      const isOpen = lexeme.length < 2 || lexeme.at(-1) !== lexeme[0];
      if (isOpen) return { problem: openQuote, start: offset, end: offset + 1 };
    }
    if (!widthless.has(type)) offset += lexeme.length;
  }
  return open.at(-1);
}

const openQuote = 'this quote is not closed';

/** Whether nothing but lines that belong to a fault's own line lies between it and where the parser stumbled later. */
function follows(text: string, before: SyntaxFault, at: number): boolean {
  if (before.problem === openQuote) return true;
  const lines = text.slice(lineStartOf(text, before.start), lineEndOf(text, at)).split('\n');
  const depth = indentOf(lines[0] ?? '');
  const isInside = (line: string): boolean => line.trim() === '' || indentOf(line) > depth;
  const isTab = before.problem === tabProblem;
  // After a tab the parser does not know how deep the lines that follow stand.
  return lines.slice(1).every((line) => isInside(line) || (isTab && /^\s/.test(line)));
}

function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)?.[0].length ?? 0;
}

function lineStartOf(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** Where the next line begins that is not empty. */
function nextLineOf(text: string, at: number): number {
  let next = lineEndOf(text, at) + 1;
  while (next < text.length && text.slice(next, lineEndOf(text, next)).trim() === '') next = lineEndOf(text, next) + 1;
  return Math.min(next, text.length);
}

function lineEndOf(text: string, at: number): number {
  const found = text.indexOf('\n', at);
  return found < 0 ? text.length : found;
}
