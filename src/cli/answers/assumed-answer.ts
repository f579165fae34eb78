import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { textAt } from '../../core/catalog/text-table.ts';
import type { AssumedProfile, Assumption } from '../../core/plan/assume-profile.ts';
import { type EstimateReason, makeEstimator } from '../../core/score/estimate.ts';
import { assessRole } from '../../core/score/fit.ts';
import { estimateFit } from '../../core/score/likely.ts';
import { rankQuestions } from '../../core/score/next-question.ts';
import { backgroundOf } from '../../intake/background.ts';
import type { Person } from '../../intake/resolve-profile.ts';
import type { Block } from '../../report/report.ts';
import type { Answer, reason as reasonSchema } from '../../schema/answers/parts.ts';
import type { assumption } from '../../schema/answers/plan.ts';
import { becauseWords } from './requirement-answer.ts';

/** So many of what is taken for granted are named; JSON has them all. */
const namedAtMost = 6;
/** So many answers are asked for where too much is open. */
const askedAtMost = 5;

/** What a plan takes for granted, as JSON carries it. */
export function assumedData(catalog: Catalog, assumed: readonly Assumption[]): Answer<typeof assumption>[] {
  return assumed.map(({ skill, level, reason }) => ({
    skill: textAt(catalog.skillIds, skill),
    level,
    because: [reasonData(catalog, reason)],
  }));
}

function reasonData(catalog: Catalog, reason: EstimateReason): Answer<typeof reasonSchema> {
  switch (reason.kind) {
    case 'usually':
      return { kind: reason.kind, skill: textAt(catalog.skillIds, reason.skill), level: reason.level };
    case 'general':
      return { kind: reason.kind, years: reason.years };
    case 'role':
      return { kind: reason.kind, role: reason.job };
  }
}

function reasonWords(catalog: Catalog, reason: EstimateReason): string {
  return reason.kind === 'role' ? `usual for: ${reason.job}` : becauseWords(catalog, { reason });
}

/** One paragraph: what is taken for granted of what some roles ask, and how to correct it. Nothing where nothing is. */
export function assumedBlocks(catalog: Catalog, roles: readonly number[], { assumed }: AssumedProfile): Block[] {
  const weights = weightsBySkill(catalog, roles);
  const weightOf = ({ skill }: Assumption): number => weights.get(skill) ?? 0;
  const asked = assumed.filter((one) => weightOf(one) > 0).sort((a, b) => weightOf(b) - weightOf(a) || a.skill - b.skill);
  const [first] = asked;
  if (first === undefined) return [];
  const named = asked
    .slice(0, namedAtMost)
    .map(({ skill, level, reason }) => `${textAt(catalog.skillNames, skill)} ${level} (${reasonWords(catalog, reason)})`);
  const more = asked.length - named.length;
  const lower = `careerpath profile set ${textAt(catalog.skillIds, first.skill)}=${first.level - 1}`;
  const [role] = roles;
  const assess = role === undefined ? 'careerpath assess' : `careerpath assess ${textAt(catalog.roleIds, role)}`;
  const text = `Taken for granted, though you did not say so: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}. Not so? ${lower}, or ${assess}; --assume none counts only what you said.`;
  return [{ kind: 'text', text, tone: 'dim' }];
}

/** By skill, what the requirements that ask for it weigh. */
function weightsBySkill({ index }: Catalog, roles: readonly number[]): Map<number, number> {
  const weights = new Map<number, number>();
  for (const role of roles) {
    for (let r = index.requirementStart[role] as number; r < (index.requirementStart[role + 1] as number); r++) {
      for (const skill of index.alternativeSkill.subarray(index.alternativeStart[r], index.alternativeStart[r + 1])) {
        weights.set(skill, (weights.get(skill) ?? 0) + (index.requirementWeight[r] as number));
      }
    }
  }
  return weights;
}

/** Where hardly anything is said for a role: that a plan means little yet, and the answers that would change it most. */
export function tooOpenBlocks(catalog: Catalog, roles: readonly number[], person: Person): Block[] {
  const estimate = makeEstimator(catalog)(person.held, backgroundOf(person));
  return roles.flatMap((role): Block[] => {
    const { verdict } = estimateFit(catalog, assessRole(catalog, role, person.held), person.held, estimate);
    if (verdict !== 'unknown') return [];
    const asked = rankQuestions(catalog, role, person.held, backgroundOf(person)).slice(0, askedAtMost);
    const names = asked.map(({ skill }) => textAt(catalog.skillNames, skill)).join(', ');
    const title = textAt(catalog.roleTitles, role);
    const text = `Too little is said for a plan to ${title} to mean much: it is one for somebody who begins with nothing. What you know of these would change it most: ${names}. To answer: careerpath assess ${textAt(catalog.roleIds, role)}`;
    return [{ kind: 'text', text, tone: 'fair' }];
  });
}
