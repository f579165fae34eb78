import type { HtmlElement } from '../../documents/markup-text.ts';
import { headsOtherJobs, isBesideAdvert, isHidden, namesDescription } from './page-words.ts';

/** A page whose advert has fewer letters than this is read as a whole: it may be made in a way that is not known. */
const leastAdvert = 120;
/** The part of a page that is called its main one is, where it holds so much of what is no navigation. */
const leastOfPage = 0.3;
/** What is called a description is the advert, where it holds so much of the text and of the lists around it: on some pages it is the introduction alone. */
const leastOfText = 0.6;
const leastOfLists = 0.8;
/** A block whose text is links for more than this leads elsewhere. */
const mostLinks = 0.5;

interface Measures {
  /** Letters in all of it, without what is beside the advert. */
  readonly letters: readonly number[];
  readonly items: readonly number[];
  /** Whether an element stands beside the advert, or in something that does. */
  readonly beside: readonly boolean[];
}

/**
 * The advert on a saved page, as HTML: the main part of it without navigation, other jobs, forms and footers, below the page's
 * heading. It goes by what pages have in common (elements and roles, words in class names and headings, where text and lists
 * are, where links are). Nothing where nothing would be left out, or nothing was found.
 *
 * @param textOf the text of a piece of the page
 */
export function advertIn(html: string, elements: readonly HtmlElement[], textOf: (html: string) => string): string | undefined {
  const measures = measure(html, elements, textOf);
  const whole = elements.reduce((sum, { parent }, i) => sum + (parent < 0 ? (measures.letters[i] ?? 0) : 0), 0);
  const main = largest(elements, measures, (element) => isMain(element));
  const root = main !== undefined && lettersOf(measures, main) >= Math.max(leastAdvert, leastOfPage * whole) ? main : undefined;
  const top = root ?? largest(elements, measures, ({ name }) => name === 'body') ?? largest(elements, measures, () => true);
  if (top === undefined || lettersOf(measures, top) < leastAdvert) return undefined;
  const within = descriptionIn(top, elements, measures);
  const advert = withoutBeside(within, html, elements, measures);
  const isWhole = top === within && root === undefined && !measures.beside.includes(true);
  if (isWhole) return undefined;
  return `${headingOf(within, html, elements, measures)}\n${advert}`;
}

function lettersOf({ letters }: Measures, at: number): number {
  return letters[at] ?? 0;
}

function isMain({ name, attributes }: HtmlElement): boolean {
  return name === 'main' || name === 'article' || attributes['role'] === 'main';
}

/** Of the elements of a kind the one with the most text; of two with the same the outer one. */
function largest(
  elements: readonly HtmlElement[],
  measures: Measures,
  isKind: (element: HtmlElement) => boolean,
): number | undefined {
  let best: number | undefined;
  elements.forEach((element, i) => {
    if (measures.beside[i] === true || !isKind(element)) return;
    if (best === undefined || lettersOf(measures, i) > lettersOf(measures, best)) best = i;
  });
  return best;
}

/** The smallest element called a description that holds most of the text and of the lists; else the whole. */
function descriptionIn(top: number, elements: readonly HtmlElement[], measures: Measures): number {
  const { letters, items, beside } = measures;
  let best = top;
  for (let i = top + 1; i < elements.length && isWithin(i, top, elements); i++) {
    if (beside[i] === true || !namesDescription(elements[i] as HtmlElement)) continue;
    const isMost =
      lettersOf(measures, i) >= leastOfText * (letters[top] ?? 0) && (items[i] ?? 0) >= leastOfLists * (items[top] ?? 0);
    if (isMost && lettersOf(measures, i) <= lettersOf(measures, best)) best = i;
  }
  return best;
}

function isWithin(at: number, outer: number, elements: readonly HtmlElement[]): boolean {
  return (elements[at] as HtmlElement).start < (elements[outer] as HtmlElement).end;
}

/** The page's first heading where it stands before the advert; of a page that has none its title without the site's name. */
function headingOf(at: number, html: string, elements: readonly HtmlElement[], { beside }: Measures): string {
  const { start } = elements[at] as HtmlElement;
  const heading = elements.find(({ name }, i) => name === 'h1' && beside[i] !== true);
  if (heading !== undefined) return heading.start < start ? html.slice(heading.start, heading.end) : '';
  const title = elements.find(({ name }) => name === 'title');
  const words = title === undefined ? '' : (html.slice(title.inside, title.insideEnd).split(/\s[|–—-]\s/)[0] ?? '');
  return words === '' ? '' : `<h1>${words}</h1>`;
}

function withoutBeside(at: number, html: string, elements: readonly HtmlElement[], { beside }: Measures): string {
  const { inside, insideEnd } = elements[at] as HtmlElement;
  let text = '';
  let from = inside;
  for (let i = at + 1; i < elements.length && isWithin(i, at, elements); i++) {
    const { start, end } = elements[i] as HtmlElement;
    if (beside[i] !== true || start < from) continue;
    text += html.slice(from, start);
    from = end;
  }
  return text + html.slice(Math.min(from, insideEnd), insideEnd);
}

function measure(html: string, elements: readonly HtmlElement[], textOf: (html: string) => string): Measures {
  const total = sums(elements, ({ letters }) => letters);
  const inLink = inherited(elements, ({ name }) => name === 'a');
  const linked = sums(elements, ({ letters }, i) => (inLink[i] === true ? letters : 0));
  const inSection = inherited(elements, ({ name }) => name === 'main' || name === 'article' || name === 'section');
  const tops = sums(elements, (element) => (element.name === 'h1' || isMain(element) ? 1 : 0));
  const beside = elements.map(() => false);
  /** The level of a heading over other jobs, by the element in which it and they stand. */
  const ended = new Map<number, number>();
  elements.forEach((element, i) => {
    const { parent } = element;
    const level = Number(/^h([1-6])$/.exec(element.name)?.[1] ?? 0);
    if (level > 0 && level <= (ended.get(parent) ?? 0)) ended.delete(parent);
    if (level > 0 && headsOtherJobs(textOf(html.slice(element.start, element.end)))) {
      ended.set(parent, level);
      for (const around of sectionOf(i)) beside[around] = true;
    }
    const share = (linked[i] ?? 0) / Math.max(1, total[i] ?? 0);
    // What holds the page's heading is not beside it, whatever it is called.
    const isAround = (tops[i] ?? 0) > 0;
    const isBeside = isBesideAdvert(element, inSection[parent] === true) || (blocks.has(element.name) && share > mostLinks);
    beside[i] =
      beside[i] === true || beside[parent] === true || ended.has(parent) || isHidden(element) || (!isAround && isBeside);
  });
  return {
    letters: sums(elements, ({ letters }, i) => (beside[i] === true ? 0 : letters)),
    items: sums(elements, ({ name }, i) => (name === 'li' && beside[i] !== true ? 1 : 0)),
    beside,
  };

  /** The elements that begin with a heading: they are its section. */
  function sectionOf(heading: number): number[] {
    const around: number[] = [];
    const { start } = elements[heading] as HtmlElement;
    for (let at = (elements[heading] as HtmlElement).parent; at >= 0; at = (elements[at] as HtmlElement).parent) {
      const { inside, name } = elements[at] as HtmlElement;
      if ((tops[at] ?? 0) > 0 || name === 'body' || start - inside > longestLead) break;
      if (textOf(html.slice(inside, start)) !== '') break;
      around.push(at);
    }
    return around;
  }
}

/** So much of a page's source may stand between the beginning of a section and its heading. */
const longestLead = 2000;
const blocks = new Set(['ul', 'ol', 'section', 'div', 'table', 'dl']);

/** Whether an element is of a kind, or stands in one that is. */
function inherited(elements: readonly HtmlElement[], isKind: (element: HtmlElement) => boolean): boolean[] {
  const all: boolean[] = [];
  for (const element of elements) all.push(isKind(element) || all[element.parent] === true);
  return all;
}

/** What each element counts together with all in it. */
function sums(elements: readonly HtmlElement[], count: (element: HtmlElement, at: number) => number): number[] {
  const all = elements.map(count);
  // What is in an element comes after it.
  for (let i = elements.length - 1; i >= 0; i--) {
    const { parent } = elements[i] as HtmlElement;
    if (parent >= 0) all[parent] = (all[parent] ?? 0) + (all[i] ?? 0);
  }
  return all;
}
