import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { textAt } from '../../core/catalog/text-table.ts';
import type { Verdict } from '../../core/model/scale.ts';
import { judgeEducation, judgeExperience } from '../../core/score/background.ts';
import { type RoleFit, wholeScore } from '../../core/score/fit.ts';
import type { JudgedFit } from '../../core/score/judge.ts';
import type { LikelyFit } from '../../core/score/likely.ts';
import type { Person } from '../../intake/resolve-profile.ts';
import { barMarks } from '../../report/draw-bar.ts';
import { type Block, type Cell, type Column, type Records, recordsOf, type TableBlock, type Tone } from '../../report/report.ts';
import type { fitResult } from '../../schema/answers/fit.ts';
import type { Answer } from '../../schema/answers/parts.ts';
import type { proven } from '../../schema/answers/plan.ts';
import { skillName } from './entry-answer.ts';

/** One role's fit as JSON carries it. */
export function fitData(catalog: Catalog, person: Person, fit: JudgedFit): Answer<typeof fitResult> {
  const asked = catalog.background(fit.role);
  return {
    role: textAt(catalog.roleIds, fit.role),
    title: textAt(catalog.roleTitles, fit.role),
    ...scoreData(fit),
    essentials: { met: fit.essentialsMet, total: fit.essentialsTotal },
    experience: judgeExperience(catalog, asked, person.profile),
    education: judgeEducation(catalog, asked, person.profile),
  };
}

/** What is proven of a fit: whole as shown, exact, and from where to where the answers not yet given could move it. */
export function provenData(fit: RoleFit): Answer<typeof proven> {
  return { score: wholeScore(fit.fit), exactScore: fit.fit, range: [fit.fit, fit.high], verdict: fit.verdict };
}

/** The numbers of a fit, with what those answers likely make of it. */
export function scoreData(fit: JudgedFit): ReturnType<typeof provenData> & {
  likely: Pick<LikelyFit, 'score' | 'verdict'>;
  said: number;
  use: number;
  closeness: number;
} {
  const { score, verdict, said } = fit.likely;
  return { ...provenData(fit), likely: { score, verdict }, said, use: fit.use, closeness: fit.closeness };
}

/** Roles' fits as flat rows. */
export function fitRecords(catalog: Catalog, person: Person, fits: readonly JudgedFit[]): Records {
  const judged = fits.map((fit) => {
    const asked = catalog.background(fit.role);
    const experience = judgeExperience(catalog, asked, person.profile);
    return { ...fit, experience, education: judgeEducation(catalog, asked, person.profile) };
  });
  return recordsOf(
    [
      ['role', ({ role }) => textAt(catalog.roleIds, role)],
      ['title', ({ role }) => textAt(catalog.roleTitles, role)],
      ['score', ({ fit }) => wholeScore(fit)],
      ['exactScore', ({ fit }) => fit],
      ['rangeLow', ({ fit }) => fit],
      ['rangeHigh', ({ high }) => high],
      ['verdict', ({ verdict }) => verdict],
      ['likely', ({ likely }) => likely.score],
      ['likelyVerdict', ({ likely }) => likely.verdict],
      ['said', ({ likely }) => likely.said],
      ['use', ({ use }) => use],
      ['closeness', ({ closeness }) => closeness],
      ['essentialsMet', ({ essentialsMet }) => essentialsMet],
      ['essentialsTotal', ({ essentialsTotal }) => essentialsTotal],
      ['experienceYears', ({ experience }) => experience.years],
      ['experienceRequired', ({ experience }) => experience.required],
      ['experienceMet', ({ experience }) => experience.met],
      ['educationHeld', ({ education }) => education.held],
      ['educationRequired', ({ education }) => education.required],
      ['educationMet', ({ education }) => education.met],
    ],
    judged,
  );
}

export const verdictTones: Readonly<Record<Verdict, Tone>> = { ready: 'good', near: 'fair', stretch: 'fair', far: 'poor' };

/** What the three kinds of a bar and the mark behind a verdict mean, in one line. */
const fitLegend = `${barMarks[0]} proven, ${barMarks[1]} likely, ${barMarks[2]} could be · ? an estimate`;

/**
 * All fits as a table with bars.
 *
 * @param brief where a screen has few lines: titles are cut rather than broken, who it is about stands above, more below
 */
export function fitTable(
  catalog: Catalog,
  fits: readonly JudgedFit[],
  brief?: { readonly caption: string; readonly more: string },
): TableBlock {
  const role: Column = brief === undefined ? { title: 'Role', wrap: true } : { title: 'Role', cut: true };
  return {
    kind: 'table',
    ...(brief === undefined ? {} : { caption: brief.caption }),
    columns: [role, ...fitColumns],
    rows: fits.map((fit) => [textAt(catalog.roleTitles, fit.role), ...fitCells(fit)]),
    legend: brief === undefined || brief.more === '' ? fitLegend : `${fitLegend} · ${brief.more}`,
  };
}

/** The columns of a fit. */
export const fitColumns: readonly Column[] = [
  { title: '', bars: true },
  { title: 'Proven', align: 'right' },
  { title: 'Likely', align: 'right' },
  { title: 'Could be', align: 'right', drop: 2 },
  { title: 'Verdict' },
  { title: 'Answered', align: 'right', drop: 1 },
];

/** A fit as the cells of `fitColumns`. */
export function fitCells({ fit, high, verdict, likely }: ShownFit): Cell[] {
  const tone = toneOf(likely.verdict);
  return [
    { shares: [fit, likely.score, high], tone },
    String(wholeScore(fit)),
    likely.verdict === 'unknown' ? '–' : String(wholeScore(likely.score)),
    String(wholeScore(high)),
    { text: verdictWord(verdict, likely.verdict), tone },
    `${wholeScore(100 * likely.said)} %`,
  ];
}

/** What a screen shows of a fit. */
export type ShownFit = Pick<JudgedFit, 'fit' | 'high' | 'verdict' | 'likely'>;

/** A fit in a headline: what is likely, and what is proven. */
export function fitWords({ fit, verdict, likely }: ShownFit): string {
  if (likely.verdict === 'unknown') return `too little said (${wholeScore(fit)} proven)`;
  const word = verdictWord(verdict, likely.verdict);
  if (likely.said === 1) return `${wholeScore(fit)}, ${word}`;
  return `likely ${wholeScore(likely.score)}, ${word} · ${wholeScore(fit)} proven`;
}

/** `near` once it is proven, `near?` as long as it is an estimate. */
export function verdictWord(proven: Verdict, likely: LikelyFit['verdict']): string {
  if (likely === 'unknown') return 'unknown';
  return likely === proven ? proven : `${likely}?`;
}

/** The colour of a verdict, likely or proven. */
export function toneOf(verdict: LikelyFit['verdict']): Tone {
  return verdict === 'unknown' ? 'dim' : verdictTones[verdict];
}

/** Who this is about, on one line. */
export function personLine(catalog: Catalog, person: Person): Block {
  return { kind: 'heading', text: personWords(catalog, person) };
}

/** Who this is about: name, skills, job, years, degree. */
export function personWords(catalog: Catalog, person: Person): string {
  const { profile, declarations, currentRole } = person;
  const years = profile.experience?.years;
  const parts = [
    profile.name ?? 'You',
    count(declarations.length, 'skill'),
    currentRole === undefined ? (profile.role ?? '') : textAt(catalog.roleTitles, currentRole),
    years === undefined ? '' : count(years, 'year'),
    profile.education?.level ?? '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** `1 skill`, `2 skills` */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Years and degree that a role asks, beside what the profile says; nothing where the role asks neither. */
export function backgroundLine(catalog: Catalog, person: Person, roleNumber: number): Block[] {
  const text = backgroundWords(catalog, person, roleNumber);
  return text === '' ? [] : [{ kind: 'text', text, tone: 'dim' }];
}

/** The same as a text, empty where the role asks neither; or only what is not met. */
export function backgroundWords(catalog: Catalog, person: Person, roleNumber: number, only?: 'lacking'): string {
  const asked = catalog.background(roleNumber);
  const experience = judgeExperience(catalog, asked, person.profile);
  const education = judgeEducation(catalog, asked, person.profile);
  const parts: string[] = [];
  const isShown = (met: boolean | null): boolean => only === undefined || met !== true;
  if (experience.required !== null && isShown(experience.years === null ? null : experience.years >= experience.required)) {
    parts.push(
      `${count(experience.required, 'year')}, ${experience.years === null ? 'yours not stated' : `you have ${experience.years}`}`,
    );
  }
  for (const one of experience.of.filter(({ met }) => isShown(met))) {
    const had = one.years === null ? 'yours not stated' : `you have ${one.years}`;
    parts.push(`${count(one.required, 'year')} of ${skillName(catalog, one.skill)}, ${had}`);
  }
  if (education.required !== null && isShown(education.met)) {
    const name = catalog.scale.education.find((one) => one.id === education.required)?.name ?? education.required;
    const words = education.met === null ? 'yours not stated' : education.met ? 'yours fits' : `you have ${education.held}`;
    parts.push(`${name}, ${words}`);
  }
  return parts.length === 0 ? '' : `Also asked: ${parts.join(' · ')}.`;
}
