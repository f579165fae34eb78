import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { textAt } from '../../core/catalog/text-table.ts';
import type { Requirement } from '../../core/model/model.ts';
import type { Via } from '../../core/score/credit.ts';
import type { RequirementFit, RequirementState } from '../../core/score/gaps.ts';
import type { HeldLevels } from '../../core/score/held-levels.ts';
import { type Block, type Cell, type Records, recordsOf, type Tone } from '../../report/report.ts';
import { skillName } from './entry-answer.ts';

/** What a requirement is called: the group's name, or the skill's. */
export function requirementLabel(catalog: Catalog, { name, anyOf }: Pick<Requirement, 'name' | 'anyOf'>): string {
  return name ?? skillName(catalog, anyOf[0]?.skill ?? '');
}

/** One requirement with its credit, as JSON carries it. */
export function requirementData(catalog: Catalog, fit: RequirementFit): Record<string, unknown> {
  const { requirement } = fit;
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
  };
}

/** Requirements with their credits as flat rows, each beside the id of its role. */
export function requirementRecords(catalog: Catalog, asked: readonly (RequirementFit & { readonly role: string })[]): Records {
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
  'not-assessed': 'not said',
};

/** Requirements line by line: what is asked, what is held and how, and the points. */
export function requirementTable(catalog: Catalog, requirements: readonly RequirementFit[], held: HeldLevels): Block {
  return {
    kind: 'table',
    columns: [
      { title: 'Requirement', wrap: true },
      { title: 'Asks', align: 'right' },
      { title: 'You', align: 'right' },
      { title: 'Importance', drop: 2 },
      { title: 'Points', align: 'right' },
      { title: 'State', drop: 1 },
      { title: 'Through', wrap: true, drop: 3 },
    ],
    rows: requirements.map((fit): Cell[] => [
      requirementLabel(catalog, fit.requirement),
      askedLevels(fit.requirement),
      heldLevel(catalog, fit.number, held),
      String(fit.requirement.importance),
      `${points(fit.points)} of ${points(fit.maxPoints)}`,
      { text: stateWords[fit.state], tone: stateTones[fit.state] },
      fit.via.map((way) => viaWords(catalog, fit.requirement, way)).join(', '),
    ]),
  };
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
