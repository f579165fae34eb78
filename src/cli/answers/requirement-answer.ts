import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { textAt } from '../../core/catalog/text-table.ts';
import type { Requirement } from '../../core/model/model.ts';
import { creditRequirement, type Via } from '../../core/score/credit.ts';
import { explainRole, type RequirementFit, type RequirementState } from '../../core/score/gaps.ts';
import type { HeldLevels } from '../../core/score/held-levels.ts';
import type { Judge } from '../../core/score/judge.ts';
import { isOpen } from '../../core/score/likely.ts';
import { type Because, explainLikely, type LikelyRequirement } from '../../core/score/likely-requirement.ts';
import { type Cell, type Records, recordsOf, type TableBlock, type Tone } from '../../report/report.ts';
import type { gap as gapSchema, requirement as requirementSchema } from '../../schema/answers/fit.ts';
import type { Answer, reason as reasonSchema } from '../../schema/answers/parts.ts';
import { skillName } from './entry-answer.ts';
import { count } from './fit-answer.ts';

/** What a requirement is called: the group's name, or the skill's. */
export function requirementLabel(catalog: Catalog, { name, anyOf }: Pick<Requirement, 'name' | 'anyOf'>): string {
  return name ?? skillName(catalog, anyOf[0]?.skill ?? '');
}

/** A requirement of a role, with what is likely of it. */
export interface JudgedRequirement extends RequirementFit {
  /** An answer could still raise the credit. */
  readonly open: boolean;
  /** The points with every answer that is not given yet in full; the points themselves where nothing is open. */
  readonly possible: number;
  /** Only where it is open. */
  readonly likely: LikelyRequirement | undefined;
}

/** Every requirement of a role, in file order, as it is proven and as it is likely. */
export function judgeRequirements(catalog: Catalog, role: number, judge: Judge): JudgedRequirement[] {
  return explainRole(catalog, role, judge.held).map((fit) => ({
    ...fit,
    open: fit.credit < 1 && isOpen(catalog.index, fit.number, judge.held),
    possible: fit.maxPoints * creditRequirement(catalog.index, fit.number, judge.held, 'unsaid-in-full'),
    likely: explainLikely(catalog, role, fit.number, judge),
  }));
}

/** One requirement as a list of gaps carries it in JSON. */
export function gapData(catalog: Catalog, fit: JudgedRequirement): Answer<typeof gapSchema> {
  return { ...requirementData(catalog, fit), open: fit.open };
}

/** One requirement with its credit, as JSON carries it. */
export function requirementData(catalog: Catalog, fit: JudgedRequirement): Answer<typeof requirementSchema> {
  const { requirement, likely } = fit;
  return {
    id: requirement.id,
    label: requirementLabel(catalog, requirement),
    skills: requirement.anyOf.map((one) => ({ id: one.skill, name: skillName(catalog, one.skill), level: one.level })),
    atLeast: requirement.atLeast,
    importance: requirement.importance,
    weight: fit.weight,
    credit: fit.credit,
    points: fit.points,
    maxPoints: fit.maxPoints,
    state: fit.state,
    via: fit.via.map((way) => ({
      kind: way.kind,
      skill: textAt(catalog.skillIds, way.skill),
      level: way.level,
      transfer: way.transfer,
      for: textAt(catalog.skillIds, catalog.index.alternativeSkill[way.alternative] as number),
      impliedBy: way.impliedBy < 0 ? null : textAt(catalog.skillIds, way.impliedBy),
    })),
    ...(likely === undefined
      ? {}
      : {
          likely: {
            credit: likely.credit,
            level: likely.level,
            because: likely.because.map((one) => becauseData(catalog, one)),
          },
        }),
  };
}

function becauseData(catalog: Catalog, { reason, cappedAt }: Because): Answer<typeof reasonSchema> {
  const capped = cappedAt === undefined ? {} : { years: cappedAt };
  switch (reason.kind) {
    case 'usually':
      return { kind: reason.kind, skill: textAt(catalog.skillIds, reason.skill), level: reason.level, ...capped };
    case 'general':
      return { kind: reason.kind, years: reason.years };
    case 'role':
      return { kind: reason.kind, role: reason.job, ...capped };
  }
}

/** Requirements with their credits as flat rows, each beside the id of its role. */
export function requirementRecords(catalog: Catalog, asked: readonly (JudgedRequirement & { readonly role: string })[]): Records {
  return recordsOf(
    [
      ['role', ({ role }) => role],
      ['requirement', ({ requirement }) => requirement.id],
      ['label', ({ requirement }) => requirementLabel(catalog, requirement)],
      ['skills', ({ requirement }) => requirement.anyOf.map((one) => `${one.skill}=${one.level}`)],
      ['atLeast', ({ requirement }) => requirement.atLeast],
      ['importance', ({ requirement }) => requirement.importance],
      ['weight', ({ weight }) => weight],
      ['credit', ({ credit }) => credit],
      ['points', ({ points: earned }) => earned],
      ['maxPoints', ({ maxPoints }) => maxPoints],
      ['state', ({ state }) => state],
      ['open', ({ open }) => open],
      ['likelyCredit', ({ likely, credit }) => likely?.credit ?? credit],
      ['likelyLevel', ({ likely }) => likely?.level ?? null],
      ['because', ({ likely }) => (likely?.because ?? []).map((one) => becauseWords(catalog, one))],
      ['via', ({ via }) => via.map((way) => `${way.kind} ${textAt(catalog.skillIds, way.skill)}=${way.level}`)],
    ],
    asked,
  );
}

const stateTones: Readonly<Record<RequirementState, Tone>> = {
  met: 'good',
  partial: 'fair',
  transferable: 'fair',
  missing: 'poor',
  'not-assessed': 'dim',
};

const stateWords: Readonly<Record<RequirementState, string>> = {
  met: 'met',
  partial: 'partly',
  transferable: 'related',
  missing: 'missing',
  'not-assessed': 'unanswered',
};

/** Requirements line by line: what is asked, said and likely, what could be, and why. */
export function requirementTable(catalog: Catalog, requirements: readonly JudgedRequirement[], { held }: Judge): TableBlock {
  return {
    kind: 'table',
    columns: [
      { title: 'Requirement', wrap: true },
      { title: 'Asks', align: 'right' },
      { title: 'Said', align: 'right' },
      { title: 'Importance', drop: 5 },
      { title: 'Points', align: 'right' },
      { title: 'Could be', align: 'right', drop: 3 },
      { title: 'State', drop: 4 },
      { title: 'Why', wrap: true, drop: 2 },
    ],
    rows: requirements.map((fit): Cell[] => [
      requirementLabel(catalog, fit.requirement),
      askedLevels(fit.requirement),
      heldLevel(catalog, fit.number, held),
      String(fit.requirement.importance),
      `${points(fit.points)} of ${points(fit.maxPoints)}`,
      points(fit.possible),
      { text: stateWords[fit.state], tone: stateTones[fit.state] },
      whyWords(catalog, fit),
    ]),
  };
}

/** A level in one decimal, cut and not rounded; a whole one as it is. */
export function levelWords(level: number): string {
  const tenths = Math.floor(level * 10 + 1e-9);
  return tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1);
}

/** How a credit was earned, and why more of it is likely. */
function whyWords(catalog: Catalog, { requirement, via, likely }: JudgedRequirement): string {
  const earned = via.map((way) => viaWords(catalog, requirement, way));
  const estimated = (likely?.because ?? []).map((one) => {
    const name = requirement.anyOf.length > 1 ? `${textAt(catalog.skillNames, one.about)} ` : '';
    return `${name}likely ${levelWords(likely?.level ?? 0)}: ${becauseWords(catalog, one)}`;
  });
  return [...earned, ...estimated].join(', ');
}

/** Why a level is likely, in one phrase; it names what binds. */
export function becauseWords(catalog: Catalog, { reason, cappedAt }: Pick<Because, 'reason' | 'cappedAt'>): string {
  if (cappedAt !== undefined) return `usual after ${count(cappedAt, 'year')}`;
  switch (reason.kind) {
    case 'usually':
      return `comes with ${textAt(catalog.skillNames, reason.skill)} ${reason.level}`;
    case 'general':
      return `usual after ${count(reason.years, 'year')}`;
    case 'role':
      return `usual for ${/^[aeiou]/i.test(reason.job) ? 'an' : 'a'} ${reason.job}`;
  }
}

function askedLevels(requirement: Requirement): string {
  const levels = requirement.anyOf.map((one) => one.level);
  const low = Math.min(...levels);
  const high = Math.max(...levels);
  const level = low === high ? String(low) : `${low}–${high}`;
  return requirement.atLeast > 1 ? `${requirement.atLeast}× ${level}` : level;
}

/** The highest level held in any of the skills that are asked. */
function heldLevel({ index }: Catalog, requirement: number, held: HeldLevels): string {
  const skills = index.alternativeSkill.subarray(index.alternativeStart[requirement], index.alternativeStart[requirement + 1]);
  const assessed = [...skills].filter((skill) => held.assessed[skill] === 1);
  return assessed.length === 0 ? '–' : String(Math.max(...assessed.map((skill) => held.level[skill] as number)));
}

function viaWords(catalog: Catalog, requirement: Requirement, way: Via): string {
  const name = textAt(catalog.skillNames, way.skill);
  switch (way.kind) {
    case 'declared':
      return requirement.name === undefined ? 'declared' : `${name} ${way.level}`;
    case 'implied':
      return `implied by ${textAt(catalog.skillNames, way.impliedBy)}`;
    case 'transfer':
      return `${name} ${way.level} carries over ${Math.round(way.transfer * 100)} %`;
  }
}

/** Points with one decimal, cut and not rounded, so that a column never claims more than the sum. */
export function points(value: number): string {
  return (Math.floor(value * 10 + 1e-9) / 10).toFixed(1);
}
