import { dateText, monthNamed } from './month-names.ts';

/** A span of time that a line names. Offsets count characters from 0; the end is just past the last one. */
export interface DateRange {
  /** `2019` or `2019-03`. */
  readonly start: string;
  /** Nothing: it goes on. */
  readonly end?: string;
  readonly from: number;
  readonly to: number;
  /** One of its dates names a month: such a span is hardly anything but a span of time. */
  readonly hasMonths: boolean;
}

interface DateToken {
  readonly year: number;
  readonly month: number | undefined;
  readonly from: number;
  readonly to: number;
}

const year = '(?:19[5-9]\\d|20\\d\\d)';
/** Signs that stand beside a date without a space between: those of Chinese, Japanese and Korean. */
const unspaced = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}';
/** In this order: 15.03.2018 and 03/15/2018, 2018-03, 2018年3月, 03/2018, Mar 2018, Mar '18, 2018. */
const dateToken = new RegExp(
  `(?<!(?![${unspaced}])[\\p{L}\\d.,/])(?:(?<d1>\\d{1,2})[./](?<d2>\\d{1,2})[./](?<y1>${year})|(?<y2>${year})[-/.](?<m2>0[1-9]|1[0-2])(?:-\\d{2})?|(?<y7>${year}) ?[年년] ?(?<m7>1[0-2]|0?[1-9]) ?[月월]|(?<m3>0?[1-9]|1[0-2])[./](?<y3>${year})|(?<m4>\\p{L}{3,12})\\.?,?(?: de)? ?(?<y4>${year})|(?<m5>\\p{L}{3,10})\\.? ?['’](?<y5>\\d\\d)|(?<y6>${year})[年년]?)(?!(?![${unspaced}])[\\p{L}\\d]|[.,/]\\d)`,
  'gu',
);

/** "--" and "---" are how LaTeX, pandoc and typewriters write dashes. */
const joins = /^(?:\s*(?:-{1,3}|[–—‐‑−→~～〜至])|\s+(?:to|until|till|through|bis|à|au|a|al|hasta|até|tot|do|t\/m)(?!\p{L}))\s*/iu;
/** Words that say that something goes on. */
export const goesOn =
  /^(?:至今|现在|現在|今|현재|재직|nu(?!\p{L})|obecnie|teraz|nadal|dziś|actualmente|la actualidad|atualmente|o momento|adesso|attuale|huidig|laufend|dato|en cours|present|now|current(?:ly)?|today|to date|date|ongoing|heute|jetzt|aujourd['’]hui|présent|actuel(?:lement)?|ce jour|actualidad|presente|oggi|atual|heden)(?!\p{L})/iu;
const sinceWord = /(?<!\p{L})(?:since|seit|depuis|desde)\s+$/iu;
const monthBefore = /(?<!\p{L})(\p{L}{3,10})\.?\s*[-–—]\s*$/u;
const shortYear = /^\s?[-–—]\s?(\d\d)(?![\d.,/-])/;

/** The spans of time in a line: "Mar 2019 – present", "2016-2019", "03/2018 - 12/2020", "since 2021", "Mar – Dec 2019", "2016-19". */
export function findDateRanges(line: string): DateRange[] {
  // More digits on either side make a number of another kind, such as a telephone's.
  return rangesOf(line).filter(
    ({ from, to }) => !/[\d+]-?$/.test(line.slice(Math.max(0, from - 2), from)) && !/^[-/]\d/.test(line.slice(to, to + 2)),
  );
}

/** The dates that a text names, as `2019` or `2019-03`, in its order. */
export function findDates(text: string): string[] {
  return tokensOf(text).map(({ year: named, month }) => dateText(named, month));
}

function rangesOf(line: string): DateRange[] {
  const tokens = tokensOf(line);
  const ranges: DateRange[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const first = tokens[i] as DateToken;
    const start = dateText(first.year, first.month);
    const rest = line.slice(first.to, first.to + 40);
    const joined = joins.exec(rest)?.[0].length ?? 0;
    const next = tokens[i + 1];
    if (joined > 0 && next !== undefined && next.from === first.to + joined) {
      const hasMonths = first.month !== undefined || next.month !== undefined;
      ranges.push({ start, end: dateText(next.year, next.month), from: first.from, to: next.to, hasMonths });
      i++;
      continue;
    }
    const open = joined === 0 ? null : goesOn.exec(rest.slice(joined));
    if (open !== null) {
      ranges.push({ start, from: first.from, to: first.to + joined + open[0].length, hasMonths: first.month !== undefined });
      continue;
    }
    const short = first.month === undefined ? shortYear.exec(rest) : null;
    if (short !== null && Number(short[1]) > first.year % 100) {
      const end = String(first.year - (first.year % 100) + Number(short[1]));
      ranges.push({ start, end, from: first.from, to: first.to + short[0].length, hasMonths: false });
      continue;
    }
    const before = line.slice(Math.max(0, first.from - 20), first.from);
    const since = sinceWord.exec(before);
    if (since !== null) {
      ranges.push({ start, from: first.from - since[0].length, to: first.to, hasMonths: first.month !== undefined });
      continue;
    }
    const month = first.month === undefined ? null : monthBefore.exec(before);
    const from = month === null ? undefined : monthNamed(month[1] ?? '');
    if (month !== null && from !== undefined)
      ranges.push({
        start: dateText(first.year, from),
        end: start,
        from: first.from - month[0].length,
        to: first.to,
        hasMonths: true,
      });
  }
  return ranges;
}

function tokensOf(line: string): DateToken[] {
  return [...line.matchAll(dateToken)].flatMap((match) => {
    const g = match.groups as Record<string, string | undefined>;
    const to = match.index + match[0].length;
    const token = (yearText: string, month: number | undefined, from = match.index): DateToken[] => [
      { year: Number(yearText), month, from, to },
    ];
    // With points the day comes first everywhere; with strokes it does not in America.
    const isByPoints = g['y1'] !== undefined && !match[0].includes('/');
    if (g['y1'] !== undefined)
      return token(g['y1'], isByPoints ? monthIn(g['d2']) : monthOfDay(Number(g['d1']), Number(g['d2'])));
    if (g['y2'] !== undefined) return token(g['y2'], Number(g['m2']));
    if (g['y7'] !== undefined) return token(g['y7'], Number(g['m7']));
    if (g['y3'] !== undefined) return token(g['y3'], Number(g['m3']));
    const month = monthNamed(g['m4'] ?? g['m5'] ?? '');
    if (g['y4'] !== undefined) {
      // "Acme 2019": the word is no month, and the date begins behind it.
      return month === undefined ? token(g['y4'], undefined, to - g['y4'].length) : token(g['y4'], month);
    }
    if (g['y5'] !== undefined) return month === undefined ? [] : token(`${Number(g['y5']) < 50 ? 20 : 19}${g['y5']}`, month);
    return token(g['y6'] ?? '', undefined);
  });
}

function monthIn(digits: string | undefined): number | undefined {
  const month = Number(digits);
  return month >= 1 && month <= 12 ? month : undefined;
}

/** The month of 15/03 or 03/15.; nothing where both could be it. */
function monthOfDay(first: number, second: number): number | undefined {
  if (first > 12 && second <= 12) return second;
  if (second > 12 && first <= 12) return first;
  return first === second ? first : undefined;
}
