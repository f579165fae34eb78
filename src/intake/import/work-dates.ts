import { namesDegree } from '../degrees.ts';
import { namesJob, namesStudy, sectionsOf } from './cv-sections.ts';
import { type DateRange, findDateRanges } from './find-date-ranges.ts';
import type { ImportedSpan } from './imported.ts';

/** Dates stand on short lines; a longer one is prose. */
const maxLineLength = 240;
/** Numbers behind these are no years. */
const otherNumbers =
  /(?:server|office|studio|windows|exchange|sharepoint|dynamics|visual|access|excel|version|iso|rfc|edition|phone|tel|fax|mobile|number|no|nr)[\s:.]*$/i;
const bullet = /^\s*(?:[-*+•·‣▪○◦]|\d{1,2}[.)])\s+/u;

/**
 * The spans of work that a CV's text gives beside positions. Careful: where nothing says that a span is one of work, it is left
 * out. Education, volunteering and projects are not counted.
 *
 * @param lines of the text, as they stand
 */
export function findWorkSpans(lines: readonly string[]): ImportedSpan[] {
  const sections = sectionsOf(lines);
  return lines.flatMap((line, i) => {
    const section = sections[i];
    if (line === '' || line.length > maxLineLength || (section !== 'work' && section !== 'unknown')) return [];
    return findDateRanges(line).flatMap((range) => {
      if (!standsApart(line, range) || !isOfWork(lines, i, section === 'work')) return [];
      const { start, end, from, to } = range;
      return [{ start, ...(end === undefined ? {} : { end }), origin: `line ${i + 1}, "${line.slice(from, to)}"` }];
    });
  });
}

/** The line itself decides; where it says nothing, its neighbours do. */
function isOfWork(lines: readonly string[], at: number, inWork: boolean): boolean {
  const line = lines[at] as string;
  if (namesJob(line)) return true;
  // A university employs people as well: under work only a degree speaks against it.
  if (inWork) return !namesDegree(line) && !/\bstudent\b/i.test(line);
  if (namesStudy(line)) return false;
  const near = [neighbour(lines, at, -1), neighbour(lines, at, 1)];
  return near.some(namesJob) && !near.some((one) => namesStudy(one) && !namesJob(one));
}

function neighbour(lines: readonly string[], at: number, step: number): string {
  for (let i = at + step, blanks = 0; i >= 0 && i < lines.length && blanks < 2; i += step) {
    const line = lines[i] as string;
    if (line.trim() !== '') return line.slice(0, maxLineLength);
    blanks++;
  }
  return '';
}

/** A date beside a position stands at an edge of its line or between separators; "from SQL Server 2008 to 2012" stands in prose. */
function standsApart(line: string, { from, to, hasMonths }: DateRange): boolean {
  const before = line.slice(0, from);
  const after = line.slice(to);
  if (otherNumbers.test(before)) return false;
  const begins =
    /^[\s\-*+•·–—▪◦|>#([_]*(?:\d{1,2}[.)]\s+)?(?:(?:from|period|dates?|duration|zeitraum|von|de|du)\s*:?\s*)?$/iu.test(before);
  const ends = /^[\s)\]*_.,|]*$/.test(after);
  const parted = ends || /^\s*[([)\],|:;•·–—*_\t]|^\s+-\s|^\s{2,}/u.test(after);
  if (begins) return parted || /^\s+\p{Lu}/u.test(after);
  if (bullet.test(line)) return ends && namesJob(before);
  if (/(?:[,|([–—:•·;/\t]|\s-|\s{2})\s*[*_]{0,3}$/u.test(before)) return parted;
  // "Senior Developer Acme 2016 - 2019": what PDFs make of a date at the right margin.
  return ends && (hasMonths || namesJob(before)) && !/[.!?]\s*$/.test(line);
}
