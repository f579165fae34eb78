import type { Catalog } from '../catalog/catalog-index.ts';
import type { Goal } from './goal.ts';
import { hoursOf, type LearningStep, prerequisitesOf } from './learning-step.ts';
import { type Plan, type PlanQuestion, planCheapest } from './plan.ts';

/** A way that a plan could have taken. */
export interface WayNotTaken {
  /** What the plan takes there. */
  readonly taken: number;
  readonly skill: number;
  /** Typical hours that the whole plan would take more. */
  readonly hours: number;
}

/** A choice that a plan makes: it learns `taken`, and any of `others` would do. */
interface Choice {
  readonly taken: number;
  readonly others: readonly number[];
}

/** Nodes for a way not taken: it is a remark, and not worth a long search. */
const remarkNodes = 50;

/**
 * The ways not taken: the best one instead of the dearest skill that a plan chose, and each preferred skill that it did not
 * choose. Only what is proven is said: each is the cheapest plan with that choice made otherwise.
 */
export async function findWaysNotTaken(question: PlanQuestion, goals: readonly Goal[], plan: Plan): Promise<WayNotTaken[]> {
  if (plan.status !== 'optimal') return [];
  const choices = choicesOf(question.catalog, goals, plan);
  const [dearest] = choices;
  const found: WayNotTaken[] = [];
  for (const { taken, others } of choices) {
    for (const skill of others) {
      if (question.prefer?.has(skill) !== true || found.some((one) => one.skill === skill)) continue;
      const hours = await hoursWithout(new Set([taken, ...others.filter((one) => one !== skill)]));
      if (hours !== undefined) found.push({ taken, skill, hours: hours.more });
    }
  }
  if (dearest !== undefined && !found.some((one) => one.taken === dearest.taken)) {
    const next = await hoursWithout(new Set([dearest.taken]));
    const grew = (one: number): boolean =>
      next !== undefined && (next.plan.after.level[one] as number) > (plan.after.level[one] as number);
    const skill = dearest.others.find(grew);
    if (next !== undefined && skill !== undefined) found.push({ taken: dearest.taken, skill, hours: next.more });
  }
  return found;

  /** What the cheapest plan takes more that learns nothing of some skills. */
  async function hoursWithout(skills: ReadonlySet<number>): Promise<{ plan: Plan; more: number } | undefined> {
    const isExcluded = (step: LearningStep): boolean => skills.has(step.skill) || question.isExcluded(step);
    const limits = { ...question.limits, nodes: Math.min(question.limits.nodes, remarkNodes) };
    const other = await planCheapest({ ...question, isExcluded, limits, breakTies: false }, goals);
    return other.status === 'optimal' ? { plan: other, more: other.hours - plan.hours } : undefined;
  }
}

/** The choices that a plan makes, the one with the most hours of its own first. What it needs anyway is no choice. */
function choicesOf(catalog: Catalog, goals: readonly Goal[], plan: Plan): Choice[] {
  const { index } = catalog;
  const hours = new Map<number, number>();
  for (const step of plan.steps) hours.set(step.skill, (hours.get(step.skill) ?? 0) + hoursOf(catalog, step).typical);
  const found = new Map<string, Choice>();
  const add = (choices: readonly LearningStep[], wanted: number): void => {
    const isMet = ({ skill, level }: LearningStep): boolean => (plan.after.level[skill] as number) >= level;
    const chosen = [...new Set(choices.filter(isMet).map((one) => one.skill))];
    const others = [...new Set(choices.filter((one) => !isMet(one)).map((one) => one.skill))];
    // With several that do, or one held that does as well, there is no one skill that another would stand in for.
    const [taken] = chosen;
    if (taken === undefined || !hours.has(taken) || chosen.length !== 1 || wanted !== 1 || others.length === 0) return;
    found.set(`${taken}:${others.join()}`, { taken, others });
  };
  for (const { role } of goals) {
    for (let r = index.requirementStart[role] as number; r < (index.requirementStart[role + 1] as number); r++) {
      const choices: LearningStep[] = [];
      for (let a = index.alternativeStart[r] as number; a < (index.alternativeStart[r + 1] as number); a++) {
        choices.push({ skill: index.alternativeSkill[a] as number, level: index.alternativeLevel[a] as number });
      }
      add(choices, index.requirementAtLeast[r] as number);
    }
  }
  for (const step of plan.steps) for (const need of prerequisitesOf(catalog, step)) add(need, 1);
  const costOf = ({ taken }: Choice): number => hours.get(taken) as number;
  return [...found.values()].sort((a, b) => costOf(b) - costOf(a) || a.taken - b.taken || b.others.length - a.others.length);
}
