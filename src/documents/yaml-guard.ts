import type { FactsByCode } from '../core/model/diagnostic.ts';

/** Deeper nesting is refused; the deepest built-in file uses 8. */
export const depthLimit = 32;
/** So many refused features are listed; past that the file is not parsed at all. */
const featureLimit = 50;

export type GuardFinding =
  | {
      readonly code: 'yaml-feature';
      readonly facts: FactsByCode['yaml-feature'];
      readonly offset: number;
      readonly length: number;
    }
  | {
      readonly code: 'yaml-too-deep';
      readonly facts: FactsByCode['yaml-too-deep'];
      readonly offset: number;
      readonly length: number;
    }
  | {
      readonly code: 'yaml-syntax';
      readonly facts: FactsByCode['yaml-syntax'];
      readonly offset: number;
      readonly length: number;
    };

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
  const columns: number[] = [];
  let offset = 0;
  let lineStart = 0;
  let lineIsFresh = true;
  let flowDepth = 0;
  let afterComma = false;
  let valueMarks = 0;
  let documents = 0;
  /** What the last value was, and the column of its start, until something else than white space follows it. */
  let ended: { readonly kind: 'flow' | 'quoted'; readonly column: number } | undefined;
  let flowColumn = 0;
  let tab: { offset: number; length: number } | undefined;

  for (const token of lexemes) {
    const type = typeOf(token);
    const length = type === 'doc-mode' || type === 'scalar' || type === 'flow-error-end' ? 0 : token.length;
    const column = offset - lineStart;
    const feature = type === null ? undefined : features[type];
    if (feature !== undefined) {
      findings.push({ code: 'yaml-feature', facts: { feature, text: clip(token) }, offset, length });
      if (findings.length >= featureLimit) return { findings, parseable: false };
    }
    if (ended !== undefined && isMisplaced(type, column)) {
      // Thousands of values without anything between them take the parser many seconds.
      findings.push({
        code: 'yaml-syntax',
        facts: { problem: 'a value has ended already; a comma or a key is missing' },
        offset,
        length,
      });
      return { findings, parseable: false };
    }
    if (type !== 'newline' && type !== 'space' && type !== 'comment') ended = undefined;
    else if (type === 'newline' && ended?.kind === 'quoted') ended = undefined;
    switch (type) {
      case 'newline':
        lineIsFresh = true;
        valueMarks = 0;
        lineStart = offset + length;
        break;
      case 'space':
        if (lineIsFresh && column === 0 && flowDepth === 0 && token.includes('\t')) tab ??= { offset, length };
        break;
      case 'comment':
      case 'scalar':
      case 'doc-mode':
      case 'byte-order-mark':
        break;
      case 'doc-start':
        documents++;
        if (documents > 1) {
          findings.push({ code: 'yaml-feature', facts: { feature: 'second document', text: '---' }, offset, length });
          return { findings, parseable: false };
        }
        break;
      case 'flow-map-start':
      case 'flow-seq-start':
        if (flowDepth === 0) flowColumn = column;
        flowDepth++;
        afterComma = true;
        enterColumn(column);
        break;
      case 'flow-map-end':
      case 'flow-seq-end':
        if (flowDepth === 0) {
          // The parser's time grows with the square of how many of these there are.
          findings.push({ code: 'yaml-syntax', facts: { problem: 'nothing is open that this could close' }, offset, length });
          return { findings, parseable: false };
        }
        flowDepth--;
        afterComma = false;
        ended = { kind: 'flow', column: flowDepth === 0 ? flowColumn : column };
        break;
      case 'comma':
        if (afterComma) {
          findings.push({ code: 'yaml-syntax', facts: { problem: 'nothing stands before this comma' }, offset, length });
          return { findings, parseable: false };
        }
        afterComma = true;
        break;
      case 'map-value-ind':
        afterComma = false;
        valueMarks++;
        if (flowDepth === 0 && valueMarks > 1) columns.push(column);
        break;
      case 'seq-item-ind':
      case 'explicit-key-ind':
        afterComma = false;
        lineIsFresh = true;
        enterColumn(column);
        lineIsFresh = true;
        break;
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
        afterComma = false;
        enterColumn(column);
        ended = { kind: 'quoted', column };
        break;
      default:
        afterComma = false;
        enterColumn(column);
    }
    if (columns.length + flowDepth > depthLimit) {
      // After a tab the lexer takes the lines that follow for one long key: the tab is the fault, not the depth.
      if (tab !== undefined) {
        findings.push({ code: 'yaml-syntax', facts: { problem: 'a tab cannot indent YAML; use spaces' }, ...tab });
        return { findings, parseable: false };
      }
      findings.push({ code: 'yaml-too-deep', facts: { limit: depthLimit }, offset, length: Math.max(1, length) });
      return { findings, parseable: false };
    }
    if (token.includes('\n') && type !== 'newline') lineStart = offset + token.lastIndexOf('\n') + 1;
    offset += length;
  }
  return { findings, parseable: true };

  /** Whether this cannot stand after a value: another value, or a list item that does not stand left of a flow collection. */
  function isMisplaced(type: string | null, column: number): boolean {
    switch (type) {
      case 'flow-map-start':
      case 'flow-seq-start':
        return true;
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
        return ended?.kind === 'quoted';
      case 'seq-item-ind':
        return flowDepth === 0 && ended?.kind === 'flow' && column >= ended.column;
      default:
        return false;
    }
  }

  /** The first token of a line, or of a list item, opens a level at its column and closes those to its right. */
  function enterColumn(column: number): void {
    if (flowDepth > 1 || !lineIsFresh) return;
    lineIsFresh = false;
    while (columns.length > 0 && (columns.at(-1) as number) > column) columns.pop();
    if (columns.at(-1) !== column) columns.push(column);
  }
}

function clip(token: string): string {
  return token.length > 20 ? `${token.slice(0, 20)}…` : token;
}
