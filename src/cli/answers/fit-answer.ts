import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { textAt } from '../../core/catalog/text-table.ts';
import type { Verdict } from '../../core/model/scale.ts';
import { judgeEducation, judgeExperience } from '../../core/score/background.ts';
import { type RoleFit, wholeScore } from '../../core/score/fit.ts';
import type { Person } from '../../intake/resolve-profile.ts';
import { type Block, type Cell, type Records, recordsOf, type Tone } from '../../report/report.ts';
import { skillName } from './entry-answer.ts';

/** One role's fit as JSON carries it. */
export function fitData(catalog: Catalog, person: Person, fit: RoleFit): Record<string, unknown> {
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

/** The numbers of a fit: whole as shown, exact, and from where to where the answers not yet given could move it. */
export function scoreData(fit: RoleFit): { score: number; exactScore: number; range: [number, number]; verdict: Verdict } {
  return { score: wholeScore(fit.fit), exactScore: fit.fit, range: [fit.fit, fit.high], verdict: fit.verdict };
}

/** Roles' fits as flat rows. */
export function fitRecords(catalog: Catalog, person: Person, fits: readonly RoleFit[]): Records {
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

/** All fits as a table with bars. */
export function fitTable(catalog: Catalog, fits: readonly RoleFit[]): Block {
  return {
    kind: 'table',
    columns: [
      { title: 'Role', wrap: true },
      { title: 'Fit' },
      { title: 'Range', align: 'right', drop: 2 },
      { title: 'Verdict' },
      { title: 'Essentials', align: 'right', drop: 1 },
    ],
    rows: fits.map((fit): Cell[] => {
      const tone = verdictTones[fit.verdict];
      return [
        textAt(catalog.roleTitles, fit.role),
        { bar: fit.fit, text: String(wholeScore(fit.fit)).padStart(3), tone },
        `${wholeScore(fit.fit)}–${wholeScore(fit.high)}`,
        { text: fit.verdict, tone },
        `${fit.essentialsMet} of ${fit.essentialsTotal}`,
      ];
    }),
  };
}

/** Who this is about, on one line. */
export function personLine(catalog: Catalog, person: Person): Block {
  const { profile, declarations, currentRole } = person;
  const years = profile.experience?.years;
  const parts = [
    profile.name ?? 'You',
    count(declarations.length, 'skill'),
    currentRole === undefined ? '' : `now ${textAt(catalog.roleTitles, currentRole)}`,
    years === undefined ? '' : count(years, 'year'),
    profile.education?.level ?? '',
  ];
  return { kind: 'heading', text: parts.filter((part) => part !== '').join(' · ') };
}

/** `1 skill`, `2 skills` */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Years and degree that a role asks, beside what the profile says; nothing where the role asks neither. */
export function backgroundLine(catalog: Catalog, person: Person, roleNumber: number): Block[] {
  const asked = catalog.background(roleNumber);
  const experience = judgeExperience(catalog, asked, person.profile);
  const education = judgeEducation(catalog, asked, person.profile);
  const parts: string[] = [];
  if (experience.required !== null) {
    parts.push(
      `${count(experience.required, 'year')} asked, ${experience.years === null ? 'yours not stated' : `you have ${experience.years}`}`,
    );
  }
  for (const one of experience.of) {
    const had = one.years === null ? 'yours not stated' : `you have ${one.years}`;
    parts.push(`${count(one.required, 'year')} of ${skillName(catalog, one.skill)} asked, ${had}`);
  }
  if (education.required !== null) {
    const name = catalog.scale.education.find((one) => one.id === education.required)?.name ?? education.required;
    const words = education.met === null ? 'yours not stated' : education.met ? 'yours fits' : `you have ${education.held}`;
    parts.push(`${name} asked, ${words}`);
  }
  return parts.length === 0 ? [] : [{ kind: 'text', text: `Beside the score: ${parts.join(' · ')}.`, tone: 'dim' }];
}
