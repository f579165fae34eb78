import type { Catalog } from '../catalog/catalog-index.ts';
import { assessRole } from '../score/fit.ts';
import { type Goal, goalOfVerdict, isReached } from './goal.ts';
import { typicalHours } from './learning-step.ts';
import { type Plan, type PlanQuestion, planCheapest } from './plan.ts';

/** A beginning of a chain: a role of each grade so far, and a plan that makes them near and reaches the target. */
export interface Chain {
  readonly roles: readonly number[];
  readonly plan: Plan;
}

/** Of the roles of a grade so many are looked at, those of the best fits: what lacks more than they do costs more as a rule. */
const rolesLookedAt = 8;
/** So many beginnings of chains are followed at least. */
const chainsFollowed = 4;

/** Whether a plan makes a role near anyway. */
export function isFree(catalog: Catalog, role: number, plan: Plan): boolean {
  return isReached(catalog, goalOfVerdict(catalog, role, 'near'), plan.after);
}

/** Plans without a search: roles were left out, so that the way straight there is all that a chain is proven against. */
function withoutSearch(question: PlanQuestion): PlanQuestion {
  return { ...question, limits: { ...question.limits, nodes: 0 }, breakTies: false };
}

/**
 * Chains over one role of each grade that cost little: grade by grade the cheapest beginnings are followed, each with what the
 * next role asks beyond it, and in the end each chain is planned as a whole.
 *
 * @param direct the cheapest plan to the target, which every chain begins with
 * @param max how many chains to return at most, the cheapest first
 */
export async function followChains(
  question: PlanQuestion,
  layers: readonly (readonly number[])[],
  direct: Plan,
  target: Goal,
  max: number,
): Promise<{ chains: Chain[]; leftOut: number }> {
  const width = Math.max(max, chainsFollowed);
  let chains: Chain[] = [{ roles: [], plan: direct }];
  let leftOut = 0;
  for (const layer of layers) {
    const longer: Chain[] = [];
    for (const chain of chains) longer.push(...(await extendChain(question, chain, layer, width)));
    chains = cheapest(longer, width);
    leftOut += layer.length - new Set(chains.map((chain) => chain.roles.at(-1))).size;
  }
  const whole: Chain[] = [];
  for (const { roles, plan } of chains) {
    const goals = [...roles.map((role) => goalOfVerdict(question.catalog, role, 'near')), target];
    whole.push({ roles, plan: await improveChain(question, plan, goals) });
  }
  return { chains: cheapest(whole, max), leftOut };
}

/** The cheapest chains; of equals, those that come first. */
function cheapest(chains: readonly Chain[], max: number): Chain[] {
  return [...chains].sort((a, b) => a.plan.hours - b.plan.hours).slice(0, max);
}

/** A chain with a role of the next grade: with those that it makes near anyway, and others that lack least. */
async function extendChain(
  question: PlanQuestion,
  { roles, plan }: Chain,
  layer: readonly number[],
  width: number,
): Promise<Chain[]> {
  const { catalog } = question;
  const fits = new Map(layer.map((role) => [role, assessRole(catalog, role, plan.after).fit]));
  const order = [...layer].sort((a, b) => (fits.get(b) as number) - (fits.get(a) as number) || a - b);
  const free = order.filter((role) => isFree(catalog, role, plan)).map((role) => ({ roles: [...roles, role], plan }));
  if (free.length >= width) return free.slice(0, width);
  const found: Chain[] = [];
  for (const role of order) {
    if (found.length >= rolesLookedAt) break;
    if (isFree(catalog, role, plan)) continue;
    const more = await planCheapest({ ...withoutSearch(question), held: plan.after }, [goalOfVerdict(catalog, role, 'near')]);
    // One that no step makes near does not stand in for another.
    if (more.status !== 'unreachable') found.push({ roles: [...roles, role], plan: joinPlans(catalog, plan, more) });
  }
  return [...free, ...found];
}

/** A plan and what is learned after it: no plan to what both reach goes below what the first cannot go below. */
function joinPlans(catalog: Catalog, first: Plan, then: Plan): Plan {
  const steps = [...first.steps, ...then.steps];
  const hours = typicalHours(catalog, steps);
  const joined: Plan = { status: 'optimal', gapPercent: 0, steps, hours, after: then.after };
  return withGap(joined, leastHours(first));
}

/** A chain's plan, or a cheaper one that is found for the chain as a whole. */
async function improveChain(question: PlanQuestion, plan: Plan, goals: readonly Goal[]): Promise<Plan> {
  if (plan.gapPercent === 0) return plan;
  const whole = await planCheapest(withoutSearch(question), goals);
  if (whole.status === 'unreachable') return plan;
  const least = Math.max(leastHours(plan), leastHours(whole));
  return withGap(whole.hours < plan.hours ? whole : plan, least);
}

/** The hours that no plan to the same goals goes below. */
export function leastHours(plan: Plan): number {
  return plan.hours * (1 - plan.gapPercent / 100);
}

/** A plan with what it is proven to be when no other goes below some hours. */
export function withGap(plan: Plan, least: number): Plan {
  if (least >= plan.hours - 1e-6) return { ...plan, status: 'optimal', gapPercent: 0 };
  return { ...plan, status: 'feasible', gapPercent: (100 * (plan.hours - least)) / plan.hours };
}
