import type { HtmlElement } from '../../documents/markup-text.ts';

/** A thing that a page describes with attributes: what it says under each property. */
type Item = Record<string, unknown>;

/**
 * The job that a page describes in the attributes of its elements (schema.org JobPosting as microdata or RDFa), as JSON-LD
 * would have it. Texts keep their tags. Nothing where a page describes none.
 */
export function markedUpJob(html: string, elements: readonly HtmlElement[]): Item | undefined {
  const job = elements.findIndex((element) => /(?:^|[\s/:#])JobPosting(?:\s|$)/.test(typeOf(element) ?? ''));
  return job < 0 ? undefined : itemAt(job, html, elements);
}

/** What kind of thing an element describes, as written; nothing where it describes none. */
function typeOf({ attributes }: HtmlElement): string | undefined {
  return attributes['itemtype'] ?? attributes['typeof'] ?? (attributes['itemscope'] === undefined ? undefined : '');
}

function propertiesOf({ attributes }: HtmlElement): string[] {
  const written = attributes['itemprop'] ?? attributes['property'] ?? '';
  return written.split(/\s+/).flatMap((name) => (name === '' ? [] : [name.replace(/^.*[:/#]/, '')]));
}

function itemAt(at: number, html: string, elements: readonly HtmlElement[]): Item {
  const item: Item = { '@type': 'JobPosting' };
  const { end } = elements[at] as HtmlElement;
  const values = new Map<string, unknown[]>();
  for (let i = at + 1; i < elements.length && (elements[i] as HtmlElement).start < end; i++) {
    const element = elements[i] as HtmlElement;
    const names = propertiesOf(element);
    if (names.length === 0 || ownerOf(i, elements) !== at) continue;
    const value = typeOf(element) === undefined ? propertyValue(element, html) : itemAt(i, html, elements);
    for (const name of names) {
      const all = values.get(name);
      if (all === undefined) values.set(name, [value]);
      else all.push(value);
    }
  }
  for (const [name, all] of values) item[name] = all.length === 1 ? all[0] : all;
  return item;
}

/** The thing that an element says something of: the nearest one around it. */
function ownerOf(at: number, elements: readonly HtmlElement[]): number {
  let owner = (elements[at] as HtmlElement).parent;
  while (owner >= 0 && typeOf(elements[owner] as HtmlElement) === undefined) owner = (elements[owner] as HtmlElement).parent;
  return owner;
}

function propertyValue({ attributes, inside, insideEnd }: HtmlElement, html: string): string {
  return attributes['content'] ?? html.slice(inside, insideEnd);
}
