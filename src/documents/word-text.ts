import { depthMeter, parseXml, tidyLines } from './markup-text.ts';

/** What stands here is not in the document any more, was somewhere else in it, or stands there twice for older programs. */
const notShown: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom', 'w:rPrChange', 'w:pPrChange', 'mc:Fallback']);
/** The cells of a row are one line when they are short: in longer ones the page is laid out. */
const maxRow = 240;

interface Paragraph {
  text: string;
  mark: string;
}

/**
 * The text of a part of a Word document, such as `word/document.xml`: a line a paragraph, a line a row of a table. Deleted and
 * hidden text is left out. Entities of its own are left as they are written. Throws a `MarkupRefusal`.
 */
export function wordXmlToText(xml: string): string {
  const part = new WordPart();
  const depth = depthMeter();
  parseXml(xml, {
    open: (name, attributes) => {
      depth.open();
      part.open(name, attributes);
    },
    text: (text) => part.text(text),
    close: (name) => {
      depth.close();
      part.close(name);
    },
  });
  return part.result();
}

/** What is open at a place in a document. Text boxes stand inside of paragraphs, and tables inside of cells. */
class WordPart {
  readonly #paragraphs: Paragraph[] = [];
  /** The text of the part, and of each cell that is open. */
  readonly #sinks: string[] = [''];
  readonly #rows: string[][] = [];
  #hidden = 0;
  #runs = 0;
  #isRunHidden = false;
  #inText = false;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (notShown.has(name)) this.#hidden++;
    if (name === 'w:p') this.#paragraphs.push({ text: '', mark: '' });
    else if (name === 'w:tr') this.#rows.push([]);
    else if (name === 'w:tc') this.#sinks.push('');
    else if (name === 'w:t') this.#inText = true;
    else if (name === 'w:r') {
      this.#runs++;
      this.#isRunHidden = false;
    } else if (this.#hidden === 0) this.#openInParagraph(name, attributes['w:val'] ?? '');
  }

  text(text: string): void {
    if (this.#inText) this.#add(text);
  }

  close(name: string): void {
    if (notShown.has(name)) this.#hidden--;
    if (name === 'w:t') this.#inText = false;
    else if (name === 'w:r') {
      this.#runs--;
      this.#isRunHidden = false;
    } else if (name === 'w:p') {
      const { text, mark } = this.#paragraphs.pop() ?? { text: '', mark: '' };
      this.#put(`${mark}${text.trim().replace(/[ \t]*\t[ \t]*/g, ' | ')}\n`);
    } else if (name === 'w:tc' && this.#sinks.length > 1) this.#rows.at(-1)?.push(this.#sinks.pop() ?? '');
    else if (name === 'w:tr') this.#put(rowText(this.#rows.pop() ?? []));
  }

  result(): string {
    return tidyLines(this.#sinks.join(''));
  }

  #openInParagraph(name: string, value: string): void {
    const paragraph = this.#paragraphs.at(-1);
    switch (name) {
      case 'w:vanish':
        if (this.#runs > 0) this.#isRunHidden = !/^(?:0|false|off)$/.test(value);
        break;
      case 'w:tab':
        // In a paragraph's own properties it only sets a stop.
        if (this.#runs > 0) this.#add('\t');
        break;
      case 'w:br':
      case 'w:cr':
        this.#add('\n');
        break;
      case 'w:noBreakHyphen':
        this.#add('-');
        break;
      case 'w:numPr':
        if (paragraph !== undefined) paragraph.mark ||= '- ';
        break;
      case 'w:pStyle': {
        const heading = /^(?:heading|title|berschrift|titre|ttulo|titolo|kop)(\d?)/i.exec(value);
        if (paragraph !== undefined && heading !== null) paragraph.mark = `${'#'.repeat(Math.min(6, Number(heading[1]) || 1))} `;
        break;
      }
    }
  }

  #add(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph !== undefined && this.#hidden === 0 && !this.#isRunHidden) paragraph.text += text;
  }

  #put(text: string): void {
    this.#sinks[this.#sinks.length - 1] += text;
  }
}

function rowText(cells: readonly string[]): string {
  const lines = cells.map((cell) => cell.trim());
  const isRow = lines.every((line) => !line.includes('\n')) && lines.join('').length <= maxRow;
  return `${isRow ? lines.filter((line) => line !== '').join(' | ') : lines.join('\n')}\n`;
}
