import { Parser } from 'htmlparser2';

const dropped = new Set(['script', 'style', 'head', 'template', 'noscript', 'svg', 'iframe', 'object', 'select', 'nav']);
const blocks = new Set(
  'address article aside blockquote br dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table td th tr ul title'.split(
    ' ',
  ),
);

/** The parser's time grows with the square of the depth. Pages have tens of levels; elements that nobody closed make more. */
const deepest = 5000;

export class MarkupRefusal extends Error {}

/** Throws a `MarkupRefusal` when elements stand too deep in each other. */
function depthMeter(): { open: () => void; close: () => void } {
  let depth = 0;
  return {
    open: () => {
      if (++depth > deepest) throw new MarkupRefusal(`its elements are nested more than ${deepest} deep`);
    },
    close: () => {
      depth--;
    },
  };
}

/** The text of an HTML page, a line a block: list items begin with "- ", headings with "# ". Scripts and styles are left out. Throws a `MarkupRefusal`. */
export function htmlToText(html: string): string {
  let text = '';
  let hidden = 0;
  const depth = depthMeter();
  const parser = new Parser(
    {
      onopentagname: (name) => {
        depth.open();
        if (dropped.has(name)) hidden++;
        if (!blocks.has(name)) return;
        text += '\n';
        if (/^h[1-6]$/.test(name)) text += '# ';
        if (name === 'li') text += '- ';
      },
      ontext: (part) => {
        if (hidden === 0) text += part.replace(/\s+/g, ' ');
      },
      onclosetag: (name) => {
        depth.close();
        if (dropped.has(name)) hidden = Math.max(0, hidden - 1);
        if (blocks.has(name)) text += '\n';
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(html);
  return tidyLines(text);
}

/**
 * The text of a Word document's `word/document.xml`, a line a paragraph. Entities of its own are left as they are written. Throws a
 * `MarkupRefusal`.
 */
export function wordXmlToText(xml: string): string {
  let text = '';
  let inText = false;
  let isHiddenRun = false;
  /** Inside what was moved elsewhere; what was deleted is in elements of another name. */
  let moved = 0;
  let paragraph = '';
  let isListItem = false;
  let headingDepth = 0;
  const depth = depthMeter();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth.open();
        if (name === 'w:t') inText = true;
        else if (name === 'w:r') isHiddenRun = false;
        else if (name === 'w:vanish') isHiddenRun = !/^(?:0|false|off)$/.test(attributes['w:val'] ?? '');
        else if (name === 'w:moveFrom') moved++;
        else if (name === 'w:tab') paragraph += ' ';
        else if (name === 'w:noBreakHyphen') paragraph += '-';
        else if (name === 'w:br' || name === 'w:cr') paragraph += '\n';
        else if (name === 'w:numPr') isListItem = true;
        else if (name === 'w:pStyle') {
          const style = /^(?:heading ?(\d)?|title)/i.exec(attributes['w:val'] ?? '');
          if (style !== null) headingDepth = Math.max(1, Number(style[1] ?? 1));
        }
      },
      ontext: (part) => {
        if (inText && !isHiddenRun && moved === 0) paragraph += part;
      },
      onclosetag: (name) => {
        depth.close();
        if (name === 'w:t') inText = false;
        else if (name === 'w:moveFrom') moved--;
        if (name !== 'w:p') return;
        text += `${headingDepth > 0 ? `${'#'.repeat(headingDepth)} ` : isListItem ? '- ' : ''}${paragraph}\n`;
        paragraph = '';
        isListItem = false;
        headingDepth = 0;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return tidyLines(text);
}

function tidyLines(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(/[ \t\u00a0]+/g, ' ').trim());
  return lines.filter((line) => line !== '' && line !== '-' && !/^#+$/.test(line)).join('\n');
}
