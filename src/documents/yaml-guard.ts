import type { FactsByCode } from '../core/model/diagnostic.ts';
import { tabProblem, widthless } from './yaml-causes.ts';
import { DocumentMarks } from './yaml-documents.ts';

/** Deeper nesting is refused; the deepest built-in file uses 8. */
export const depthLimit = 32;
/** So many refused features are listed; past that the file is not parsed at all. */
const featureLimit = 50;

/** Where a finding is: characters from the beginning of the text. */
interface Span {
  readonly offset: number;
  readonly length: number;
}

type Code = 'yaml-feature' | 'yaml-too-deep' | 'yaml-syntax';

export type GuardFinding = { [C in Code]: { readonly code: C; readonly facts: FactsByCode[C] } & Span }[Code];

export interface GuardResult {
  readonly findings: readonly GuardFinding[];
  /** False when parsing on would cost time or stack out of proportion. */
  readonly parseable: boolean;
}

const features: Readonly<Record<string, FactsByCode['yaml-feature']['feature']>> = {
  anchor: 'anchor',
  alias: 'alias',
  tag: 'tag',
  'directive-line': 'directive',
};

/**
 * Looks at the lexemes of a YAML text, in linear time, before the parser sees them. The parser's cost is quadratic in
 * anchors, tags and empty flow entries, and deep nesting exhausts the stack (yaml 2.9.1: 100 KB of `{,,,` takes 17 s).
 *
 * @param typeOf the lexer's own name for the kind of a lexeme
 */
export function guardYaml(lexemes: readonly string[], typeOf: (lexeme: string) => string | null): GuardResult {
  const findings: GuardFinding[] = [];
  const structure = new Structure();
  for (const lexeme of placeLexemes(lexemes, typeOf)) {
    const feature = lexeme.type === null ? undefined : features[lexeme.type];
    if (feature !== undefined)
      findings.push({ code: 'yaml-feature', facts: { feature, text: clip(lexeme.token) }, ...spanOf(lexeme) });
    if (findings.length >= featureLimit) return { findings, parseable: false };
    const fault = structure.take(lexeme);
    if (fault !== undefined) return { findings: [...findings, fault], parseable: false };
  }
  return { findings, parseable: true };
}

interface Lexeme extends Span {
  readonly token: string;
  readonly type: string | null;
  readonly column: number;
}

function* placeLexemes(lexemes: readonly string[], typeOf: (lexeme: string) => string | null): Generator<Lexeme> {
  let offset = 0;
  let lineStart = 0;
  for (const token of lexemes) {
    const type = typeOf(token);
    const length = widthless.has(type) ? 0 : token.length;
    yield { token, type, offset, length, column: offset - lineStart };
    const lineBreak = token.lastIndexOf('\n');
    if (lineBreak >= 0) lineStart = offset + lineBreak + 1;
    offset += length;
  }
}

/** What is open at a place in the text, lexeme by lexeme. */
class Structure {
  /** Of the block levels that are open. */
  readonly #columns: number[] = [];
  #lineIsFresh = true;
  #flowDepth = 0;
  #flowColumn = 0;
  #afterComma = false;
  /** Colons of keys in this line. */
  #valueMarks = 0;
  readonly #marks = new DocumentMarks();
  /** What the last value was, and the column of its start, until something else than white space follows it. */
  #ended: { readonly kind: 'flow' | 'quoted'; readonly column: number } | undefined;
  #firstTab: Span | undefined;

  /** Takes one lexeme more; returns the fault that makes parsing on cost time or stack out of proportion. */
  take(lexeme: Lexeme): GuardFinding | undefined {
    // Thousands of values without anything between them take the parser many seconds.
    if (this.#isMisplaced(lexeme)) return syntaxFault('a value has ended already; a comma or a key is missing', lexeme);
    this.#forgetValue(lexeme.type);
    const second = this.#marks.take(lexeme);
    if (second !== undefined)
      return { code: 'yaml-feature', facts: { feature: 'second document', text: second.mark }, ...spanOf(second) };
    return this.#enter(lexeme) ?? this.#tooDeep(lexeme);
  }

  /** Whether this cannot stand after a value: another value, or a list item that does not stand left of a flow collection. */
  #isMisplaced({ type, column }: Lexeme): boolean {
    if (this.#ended === undefined) return false;
    switch (type) {
      case 'flow-map-start':
      case 'flow-seq-start':
        return true;
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
        return this.#ended.kind === 'quoted';
      case 'seq-item-ind':
        return this.#flowDepth === 0 && this.#ended.kind === 'flow' && column >= this.#ended.column;
      default:
        return false;
    }
  }

  #forgetValue(type: string | null): void {
    const isWhite = type === 'newline' || type === 'space' || type === 'comment';
    if (!isWhite || (type === 'newline' && this.#ended?.kind === 'quoted')) this.#ended = undefined;
  }

  #enter(lexeme: Lexeme): GuardFinding | undefined {
    switch (lexeme.type) {
      case 'newline':
        this.#lineIsFresh = true;
        this.#valueMarks = 0;
        return undefined;
      case 'space':
        this.#noteTab(lexeme);
        return undefined;
      case 'comment':
      case 'scalar':
      case 'doc-mode':
      case 'byte-order-mark':
      case 'directive-line':
      case 'doc-start':
      case 'doc-end':
        return undefined;
      case 'comma':
        if (this.#afterComma) return syntaxFault('nothing stands before this comma', lexeme);
        this.#afterComma = true;
        return undefined;
      case 'flow-map-start':
      case 'flow-seq-start':
        this.#openFlow(lexeme);
        return undefined;
      case 'flow-map-end':
      case 'flow-seq-end':
        return this.#closeFlow(lexeme);
      default:
        this.#enterContent(lexeme);
        return undefined;
    }
  }

  #noteTab(lexeme: Lexeme): void {
    if (this.#lineIsFresh && lexeme.column === 0 && this.#flowDepth === 0 && lexeme.token.includes('\t'))
      this.#firstTab ??= spanOf(lexeme);
  }

  #openFlow({ column }: Lexeme): void {
    if (this.#flowDepth === 0) this.#flowColumn = column;
    this.#flowDepth++;
    this.#afterComma = true;
    this.#enterColumn(column);
  }

  #closeFlow(lexeme: Lexeme): GuardFinding | undefined {
    // The parser's time grows with the square of how many of these there are.
    if (this.#flowDepth === 0) return syntaxFault('nothing is open that this could close', lexeme);
    this.#flowDepth--;
    this.#afterComma = false;
    this.#ended = { kind: 'flow', column: this.#flowDepth === 0 ? this.#flowColumn : lexeme.column };
    return undefined;
  }

  #enterContent({ type, column }: Lexeme): void {
    this.#afterComma = false;
    switch (type) {
      case 'map-value-ind':
        this.#valueMarks++;
        if (this.#flowDepth === 0 && this.#valueMarks > 1) this.#columns.push(column);
        break;
      case 'seq-item-ind':
      case 'explicit-key-ind':
        this.#lineIsFresh = true;
        this.#enterColumn(column);
        this.#lineIsFresh = true;
        break;
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
        this.#enterColumn(column);
        this.#ended = { kind: 'quoted', column };
        break;
      default:
        this.#enterColumn(column);
    }
  }

  /** The first token of a line, or of a list item, opens a level at its column and closes those to its right. */
  #enterColumn(column: number): void {
    if (this.#flowDepth > 1 || !this.#lineIsFresh) return;
    this.#lineIsFresh = false;
    while ((this.#columns.at(-1) ?? -1) > column) this.#columns.pop();
    if (this.#columns.at(-1) !== column) this.#columns.push(column);
  }

  #tooDeep(lexeme: Lexeme): GuardFinding | undefined {
    if (this.#columns.length + this.#flowDepth <= depthLimit) return undefined;
    // After a tab the lexer takes the lines that follow for one long key: the tab is the fault, not the depth.
    if (this.#firstTab !== undefined) return syntaxFault(tabProblem, this.#firstTab);
    return {
      code: 'yaml-too-deep',
      facts: { limit: depthLimit },
      offset: lexeme.offset,
      length: Math.max(1, lexeme.length),
    };
  }
}

function spanOf({ offset, length }: Span): Span {
  return { offset, length };
}

function syntaxFault(problem: string, at: Span): GuardFinding {
  return { code: 'yaml-syntax', facts: { problem }, ...spanOf(at) };
}

function clip(token: string): string {
  return token.length > 20 ? `${token.slice(0, 20)}…` : token;
}
