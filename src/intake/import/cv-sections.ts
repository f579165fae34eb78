import { headingWords } from './heading-words.ts';

/** What a part of a CV tells of. `other`: anything that is known not to be a position. */
export type CvSection = 'work' | 'education' | 'other' | 'learning' | 'wished' | 'unknown';

const jobTitle =
  /(?<!\p{L})(?:developer|programmer|engineer|architect|manager|consultant|analyst|administrator|(?:team|tech|technical|project) ?lead|lead|director|designer|tester|scientist|specialist|technician|intern|trainee|freelancer?|contractor|founder|devops|sre|c[te]o|head of|officer|working student|research assistant|(?:software|web)?-?entwickler(?:in)?|ingenieur(?:in)?|berater(?:in)?|leiter(?:in)?|développeu(?:r|se)|ingénieure?|desarrollador(?:a)?|ingeniero|sviluppatore|ontwikkelaar)(?:s|\/in)?(?!\p{L})/iu;
const studyWords =
  /(?<!\p{L})(?:university|college|school|bachelor|master(?:['’]s| of| in)|b\.?\s?sc|m\.?\s?sc|b\.?\s?a\.|ph\.?\s?d|degree|diploma|thesis|student|studied|studies|graduat\p{L}+|bootcamp|course|certificate|universität|hochschule|studium|schule|abitur|université|école|licence|universidad|escuela|università)(?!\p{L})/iu;

/** Whether a line names a job. */
export function namesJob(line: string): boolean {
  return jobTitle.test(line);
}

/** As `namesJob`, of a heading: what somebody does unpaid or beside is none. */
function namesPosition(text: string): boolean {
  return namesJob(text) && !new RegExp(unpaid, 'iu').test(text);
}

/** Whether a line tells of a school or a degree. */
export function namesStudy(line: string): boolean {
  return studyWords.test(line);
}

const also = '(?:\\s*(?:&|and|und|et|y|e|en|\\/|,)\\s*[\\p{L}-]+(?: [\\p{L}-]+)?){0,2}';
const unpaid = '(?:volunt\\p{L}+|personal|private|side|open[- ]source|community|hobby)';
const whole = (words: string): RegExp => new RegExp(`^(?:${words})${also}$`, 'u');

/** A whole line that says which part begins; the first that fits counts. */
const knownHeadings: readonly (readonly [CvSection, RegExp])[] = [
  ['learning', whole(headingWords.learning)],
  ['wished', whole(headingWords.wished)],
  ['other', new RegExp(`^${unpaid}(?: \\p{L}+){0,2}${also}$`, 'u')],
  [
    'education',
    whole(
      `(?:my |formal |higher |academic |professional )*(?:education|academics?|academic background|studies|qualifications?|degrees?|training|courses?|coursework|certifications?|certificates?|licen[cs]es?)(?: history| background)?|${headingWords.education}`,
    ),
  ],
  [
    'other',
    whole(
      `(?:my |key |core |technical |it |professional |soft |other )*(?:skills?|competenc(?:e|es|ies)|technologies|tools|summary|profile|about(?: me)?|objective|projects?|hobbies|publications?|languages?|references?|awards?|achievements|patents|talks|contact|links)|${headingWords.other}`,
    ),
  ],
  [
    'work',
    whole(
      `(?:my |work |working |professional |relevant |employment |job |career |industry |technical |other |previous |past |selected |key |teaching |research |commercial |additional )*(?:experiences?|employment|work|career|positions?|jobs?|background)(?: history| summary| record| path| experience| held)?|${headingWords.work}`,
    ),
  ],
];

export interface CvHeading {
  readonly section: CvSection;
  /** 1 to 6 as marked by `#`, 7 for capitals and bold print, 8 for a bare line: a heading ends sections that are not above it. */
  readonly depth: number;
}

/** What a line says as a heading; nothing when it is none. A bare line is one only by its words. */
export function headingOf(line: string): CvHeading | undefined {
  // An item of a list is no heading, whatever its word.
  if (line === '' || line.length > 80 || /^\s*[-+•]\s/.test(line)) return undefined;
  const marks = /^\s*(#{1,6})\s/.exec(line)?.[1]?.length;
  const text = line
    .replace(/[*_#:|=~]+/g, ' ')
    .replace(/^[^\p{L}]+|[^\p{L})]+$/gu, '')
    .replace(/\s+/g, ' ');
  if (text === '') return undefined;
  const isBold = /^\s*(?:\*\*|__)[^*_]+(?:\*\*|__):?\s*$/.test(line);
  const isLoud = text === text.toUpperCase() && text !== text.toLowerCase() && !/\d/.test(text) && text.length > 3;
  const depth = marks ?? (isBold || isLoud ? 7 : 8);
  const words = text.toLowerCase();
  // "Project Manager, Lead Developer" is a position, though it begins as a heading over projects does.
  const known = knownHeadings.find(([section, says]) => says.test(words) && (section !== 'other' || !namesPosition(text)));
  if (known !== undefined) return { section: known[0], depth };
  if (depth === 8) return undefined;
  return { section: namesStudy(text) && !namesJob(text) ? 'education' : 'unknown', depth };
}

/** The part of a CV in which each line stands. */
export function sectionsOf(lines: readonly string[]): CvSection[] {
  let open: CvHeading = { section: 'unknown', depth: 9 };
  return lines.map((line) => {
    const heading = headingOf(line);
    // A heading below the open one, such as an employer's name, does not end its part.
    if (heading !== undefined && (heading.section !== 'unknown' || heading.depth <= open.depth)) open = heading;
    return open.section;
  });
}
