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
export function depthMeter(): { open: () => void; close: () => void } {
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

/** An element of an HTML page and where it stands in its source. */
export interface HtmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The place in the list of the element that it stands in; -1 at the top. */
  readonly parent: number;
  readonly start: number;
  /** Where its content begins and ends. */
  readonly inside: number;
  insideEnd: number;
  end: number;
  /** Letters directly in it, spaces left out; nothing of scripts and styles. */
  letters: number;
}

/** The elements of an HTML page, each before those in it. Throws a `MarkupRefusal`. */
export function htmlElements(html: string): HtmlElement[] {
  const elements: HtmlElement[] = [];
  const open: number[] = [];
  const depth = depthMeter();
  let hidden = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth.open();
        if (dropped.has(name)) hidden++;
        const inside = parser.endIndex + 1;
        const parent = open.at(-1) ?? -1;
        open.push(elements.length);
        elements.push({
          name,
          attributes,
          parent,
          start: parser.startIndex,
          inside,
          insideEnd: html.length,
          end: html.length,
          letters: 0,
        });
      },
      ontext: (text) => {
        const within = elements[open.at(-1) ?? -1];
        if (within !== undefined && hidden === 0) within.letters += text.replace(/\s+/g, '').length;
      },
      onclosetag: (name, isImplied) => {
        depth.close();
        if (dropped.has(name)) hidden = Math.max(0, hidden - 1);
        const closed = elements[open.pop() ?? -1];
        if (closed === undefined) return;
        // What is closed by the tag of another ends before that tag.
        closed.insideEnd = Math.max(closed.inside, parser.startIndex);
        closed.end = isImplied ? closed.insideEnd : parser.endIndex + 1;
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(html);
  return elements;
}

export function tidyLines(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(/[ \t\u00a0]+/g, ' ').trim());
  return lines.filter((line) => line !== '' && line !== '-' && !/^#+$/.test(line)).join('\n');
}

/** Runs through XML; its own entities stay as they are written. */
export function parseXml(
  xml: string,
  on: {
    readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
    readonly text: (text: string) => void;
    readonly close: (name: string) => void;
  },
): void {
  const parser = new Parser(
    { onopentag: (name, attributes) => on.open(name, attributes), ontext: on.text, onclosetag: (name) => on.close(name) },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
}
