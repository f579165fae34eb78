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
  /** Text boxes stand inside of paragraphs, and tables inside of cells. */
  const paragraphs: Paragraph[] = [];
  const sinks: string[] = [''];
  const rows: string[][] = [];
  let hidden = 0;
  let runs = 0;
  let isRunHidden = false;
  let inText = false;
  const depth = depthMeter();
  const put = (text: string): void => {
    sinks[sinks.length - 1] += text;
  };
  const add = (text: string): void => {
    const paragraph = paragraphs.at(-1);
    if (paragraph !== undefined && hidden === 0 && !isRunHidden) paragraph.text += text;
  };
  parseXml(xml, {
    open: (name, attributes) => {
      depth.open();
      if (notShown.has(name)) hidden++;
      const paragraph = paragraphs.at(-1);
      switch (name) {
        case 'w:p':
          paragraphs.push({ text: '', mark: '' });
          break;
        case 'w:r':
          runs++;
          isRunHidden = false;
          break;
        case 'w:t':
          inText = true;
          break;
        case 'w:vanish':
          if (runs > 0 && hidden === 0) isRunHidden = !/^(?:0|false|off)$/.test(attributes['w:val'] ?? '');
          break;
        case 'w:tab':
          // In a paragraph's own properties it only sets a stop.
          if (runs > 0) add('\t');
          break;
        case 'w:br':
        case 'w:cr':
          add('\n');
          break;
        case 'w:noBreakHyphen':
          add('-');
          break;
        case 'w:numPr':
          if (paragraph !== undefined && hidden === 0) paragraph.mark ||= '- ';
          break;
        case 'w:pStyle': {
          const heading = /^(?:heading|title|berschrift|titre|ttulo|titolo|kop)(\d?)/i.exec(attributes['w:val'] ?? '');
          if (paragraph !== undefined && hidden === 0 && heading !== null)
            paragraph.mark = `${'#'.repeat(Math.min(6, Number(heading[1]) || 1))} `;
          break;
        }
        case 'w:tr':
          rows.push([]);
          break;
        case 'w:tc':
          sinks.push('');
          break;
      }
    },
    text: (part) => {
      if (inText) add(part);
    },
    close: (name) => {
      depth.close();
      if (notShown.has(name)) hidden--;
      if (name === 'w:t') inText = false;
      else if (name === 'w:r') {
        runs--;
        isRunHidden = false;
      } else if (name === 'w:p') {
        const { text, mark } = paragraphs.pop() ?? { text: '', mark: '' };
        put(`${mark}${text.trim().replace(/[ \t]*\t[ \t]*/g, ' | ')}\n`);
      } else if (name === 'w:tc' && sinks.length > 1) rows.at(-1)?.push(sinks.pop() ?? '');
      else if (name === 'w:tr') put(rowText(rows.pop() ?? []));
    },
  });
  return tidyLines(sinks.join(''));
}

function rowText(cells: readonly string[]): string {
  const lines = cells.map((cell) => cell.trim());
  const isRow = lines.every((line) => !line.includes('\n')) && lines.join('').length <= maxRow;
  return `${isRow ? lines.filter((line) => line !== '').join(' | ') : lines.join('\n')}\n`;
}
