import type { WorkSpan } from '../../core/work-years.ts';

/** A heading of a CV is made of these words alone. One about work has none of the second list, which end that part. */
const aboutWork = words('experience employment career positions work history');
const aboutOther = words(`
  about profile summary objective contact personal education educational academic studies training courses qualification
  qualifications certificate certificates certification certifications licence licences license licenses project projects
  publications talks patents award awards honors honours volunteer volunteering skill skills technologies competencies
  competences language languages interests hobbies reference references memberships achievements military`);
const aroundThem = words(
  'and & of in or job working professional relevant previous past recent held background details me technical key side selected service',
);

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
// A year and two digits more is a month only where they can be one: in "2016-2019" they cannot, "2016-19" says neither.
const date = `(?:${month},? \\d{4}|(?:\\d{1,2}[./])?\\d{1,2}[./]\\d{4}|\\d{4}-(?:0[1-9]|1[0-2])(?!\\d)|\\d{4})(?!\\d)`;
const ongoing = 'present|now|today|current|currently|ongoing|to date|date';
const spanPattern = new RegExp(
  `(?<![\\w.])(?:(?<since>since) (?<open>${date})|(?<start>${date})(?: ?[-\\u2010-\\u2015\\u2212] ?| (?:to|until|till|through) )(?:(?<end>${date})|(?:${ongoing})\\b))`,
  'gi',
);
/** A line of a CV that names a position is short; what is longer is text. */
const longestLine = 200;
/** Deeper than any heading with marks of Markdown. */
const notMarkdown = 7;

/**
 * The spans of work that a CV in plain text or Markdown gives: dates from and to, under a heading such as "Work experience",
 * where they stand at the beginning or end of a line or alone between its bars and tabs. Years of study or of anything else are
 * under other headings; dates in the middle of a sentence are about something else. Without such a heading nothing is claimed.
 */
export function findWorkSpans(lines: readonly string[]): WorkSpan[] {
  const spans: WorkSpan[] = [];
  /** Outside the part about work 0, in it the depth of its heading. */
  let depth = 0;
  for (const line of lines) {
    if (line.length > longestLine) continue;
    const hashes = /^ {0,3}(#{1,6})\s/.exec(line)?.[1]?.length ?? notMarkdown;
    const heading = headingOf(line);
    if (heading === 'work') depth = hashes;
    else if (heading === 'other' || (hashes < notMarkdown && hashes <= depth)) depth = 0;
    else if (depth > 0) spans.push(...line.split(/[|\t\u00b7\u2022]| {2,}/).flatMap(spansOfCell));
  }
  return spans;
}

/** What a line is the heading of, if it is one. "Technologies: Java" below a position is none. */
function headingOf(line: string): 'work' | 'other' | undefined {
  if (/:\s*\S/.test(line) || /^\s*[-*\u2022]\s/.test(line)) return undefined;
  const said = line.toLowerCase().match(/[a-z&]+/g) ?? [];
  if (/\d/.test(line) || !said.every((word) => aboutWork.has(word) || aboutOther.has(word) || aroundThem.has(word)))
    return undefined;
  if (said.some((word) => aboutOther.has(word))) return 'other';
  return said.some((word) => aboutWork.has(word)) ? 'work' : undefined;
}

function spansOfCell(cell: string): WorkSpan[] {
  return [...cell.matchAll(spanPattern)].flatMap((match) => {
    const before = cell.slice(0, match.index).replace(/[\s([*_>,-]+/g, '');
    // "(3 years 2 months)" only says the same once more.
    const after = cell
      .slice(match.index + match[0].length)
      .replace(/\([^)]*\)/g, '')
      .replace(/[\s)\]*_.,;:-]+/g, '');
    if ((before !== '' && after !== '') || /^[^\p{L}]+$/u.test(before + after)) return [];
    const { since, open, start, end } = match.groups ?? {};
    const from = dateOf((since === undefined ? start : open) ?? '');
    if (from === undefined) return [];
    if (end === undefined) return [{ start: from }];
    const until = dateOf(end);
    return until === undefined || until.slice(0, 4) < from.slice(0, 4) ? [] : [{ start: from, end: until }];
  });
}

/** `Mar 2019`, `03/2019`, `1.3.2019`, `2019-03` and `2019` as `2019-03` or `2019`; nothing for what is no date of a working life. */
function dateOf(text: string): string | undefined {
  const year = /(?:19[5-9]|20\d)\d/.exec(text)?.[0];
  if (year === undefined) return undefined;
  const named = monthNames.findIndex((name) => text.toLowerCase().startsWith(name)) + 1;
  const digits = /^(?:\d{1,2}[./])?(\d{1,2})[./]\d{4}$/.exec(text)?.[1] ?? /^\d{4}-(\d{2})$/.exec(text)?.[1];
  const number = named > 0 ? named : digits === undefined ? undefined : Number(digits);
  if (number === undefined) return year;
  return number >= 1 && number <= 12 ? `${year}-${String(number).padStart(2, '0')}` : undefined;
}
