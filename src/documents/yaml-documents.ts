import { widthless } from './yaml-causes.ts';

interface Span {
  readonly offset: number;
  readonly length: number;
}

/** Where a second document begins, or what ends the first one before it. */
export interface SecondDocument extends Span {
  readonly mark: '---' | '...';
}

/** Kinds of lexemes that may stand before and after the one document of a text. */
const besideContent = new Set<string | null>(['byte-order-mark', 'space', 'newline', 'comment', 'directive-line', 'doc-end']);

/** Follows a YAML text lexeme by lexeme, to see whether it holds more than one document. */
export class DocumentMarks {
  /** Whether the first document has begun, with a mark or with content, and whether a mark has ended it. */
  #document: 'before' | 'within' | 'ended' = 'before';
  /** The `...` after which nothing may follow. */
  #end: Span | undefined;

  /** Takes one lexeme more; returns what makes the text a second document. */
  take({ type, offset, length }: Span & { readonly type: string | null }): SecondDocument | undefined {
    if (type === 'doc-end') {
      this.#end ??= { offset, length };
      this.#document = 'ended';
      return undefined;
    }
    // A `---` begins the first document, or else a second one, whether or not the first one had a mark of its own.
    if (type === 'doc-start' && this.#document !== 'before') return { mark: '---', offset, length };
    if (widthless.has(type) || besideContent.has(type)) return undefined;
    // What stands after `...` is another document, and the mark before it is what has to go.
    if (this.#document === 'ended' && this.#end !== undefined) return { mark: '...', ...this.#end };
    this.#document = 'within';
    return undefined;
  }
}
