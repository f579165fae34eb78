import { weighWords } from './label-words.ts';
import { addCosines, makeSparseRows } from './sparse-rows.ts';
import type { TaxonomyRole, TaxonomySkill } from './taxonomy.ts';

/**
 * The constants of a transfer. They were chosen on Nesta's ratings by cross-validation over origins: docs/transfer.md says how,
 * and what other choices give.
 */
export interface TransferConstants {
  /** Share of the likeness in words: names, alternative labels, descriptions. */
  readonly words: number;
  /** Share of the likeness in where occupations ask for the two skills. */
  readonly company: number;
  /** Share of the likeness in the groups above the two skills in the standard's hierarchy. */
  readonly hierarchy: number;
  /** How fast a transfer shrinks with the skill level of the occupations that ask for the skill; per ISCO skill level. */
  readonly demand: number;
  /** How much a carrier's frequency counts when a skill's carriers are chosen: the exponent of the occupations that ask for it. */
  readonly frequency: number;
  /** How many carriers a skill states. */
  readonly carriers: number;
}

export const transferConstants: TransferConstants = {
  words: 0.85,
  company: 0.25,
  hierarchy: 0.1,
  demand: 0.7,
  frequency: 0.3,
  carriers: 8,
};

/** A transfer of 1 would be the same skill; below the lower bound it is noise. */
const highestTransfer = 0.95;
const lowestTransfer = 0.05;

/** The skill level at which a transfer is neither raised nor lowered: about the mean over ESCO's occupations. */
const middleSkillLevel = 2.7;
/** A skill that few occupations ask for is taken for as demanding as the mean: that many mean occupations are added. */
const priorOccupations = 2;

export interface Carrier {
  /** Index of the related skill. */
  readonly skill: number;
  /** How much of a requirement it covers, in hundredths: 0.05 to 0.95. */
  readonly transfer: number;
}

/**
 * For each skill its `related` entries, strongest first. The transfer to skill s from s' is
 *
 *   (words · cos_w + company · cos_c + hierarchy · cos_h) · exp(−demand · (level(s) − 2.7)), at most 0.95
 *
 * with cos_w over tf-idf of stemmed words, cos_c over ln(1 + n) · idf with n the occupations of a group (two digits of ISCO or
 * SOC) that ask for the skill, cos_h over the idf of the groups above the skill, and level(s) the mean ISCO skill level of
 * the occupations that ask for s. The carriers of s are the strongest by transfer · (occupations asking for s')^frequency.
 *
 * @param progress called with the share of skills done, 0 to 1
 */
export function measureTransfers(
  skills: readonly TaxonomySkill[],
  roles: readonly TaxonomyRole[],
  constants: TransferConstants = transferConstants,
  progress: (share: number) => void = () => {},
): Carrier[][] {
  const asked = countDemand(skills, roles);
  const words = makeSparseRows(skills.map((skill) => weighWords(skill.name, skill.altLabels, skill.summary ?? '')));
  const company = makeSparseRows(asked.byGroup.map((row) => new Map([...row].map(([group, n]) => [group, Math.log1p(n)]))));
  const hierarchy = makeSparseRows(skills.map((skill) => new Map(skill.groups.map((group) => [group, 1]))));
  const reach = Float64Array.from(asked.occupations, (n) => Math.max(1, n) ** constants.frequency);
  const sums = new Float64Array(skills.length);
  return skills.map((_, skill) => {
    if (skill % 256 === 0) progress(skill / skills.length);
    sums.fill(0);
    addCosines(words, skill, constants.words, sums);
    addCosines(company, skill, constants.company, sums);
    addCosines(hierarchy, skill, constants.hierarchy, sums);
    const factor = Math.exp(-constants.demand * ((asked.skillLevel[skill] as number) - middleSkillLevel));
    return chooseCarriers(skill, sums, factor, reach, constants.carriers);
  });
}

/** The best carriers of one skill. */
function chooseCarriers(skill: number, sums: Float64Array, factor: number, reach: Float64Array, count: number): Carrier[] {
  const best: { skill: number; transfer: number; rank: number }[] = [];
  let least = 0;
  for (let other = 0; other < sums.length; other++) {
    const transfer = Math.min(highestTransfer, (sums[other] as number) * factor);
    if (transfer < lowestTransfer || other === skill) continue;
    const rank = transfer * (reach[other] as number);
    if (best.length === count && rank <= least) continue;
    // Few enough to be kept in order by hand; of equals the one with the lower index stays first.
    let at = best.length;
    while (at > 0 && (best[at - 1] as { rank: number }).rank < rank) at--;
    best.splice(at, 0, { skill: other, transfer, rank });
    if (best.length > count) best.pop();
    least = best.length === count ? (best[count - 1] as { rank: number }).rank : 0;
  }
  return best
    .map((one) => ({ skill: one.skill, transfer: Math.round(one.transfer * 100) / 100 }))
    .sort((a, b) => b.transfer - a.transfer || a.skill - b.skill);
}

interface Demand {
  /** How many occupations ask for each skill. */
  readonly occupations: Uint32Array;
  /** The same by group of occupations. */
  readonly byGroup: ReadonlyMap<string, number>[];
  /** The mean ISCO skill level of those occupations, drawn to the mean over all occupations where they are few. */
  readonly skillLevel: Float64Array;
}

function countDemand(skills: readonly TaxonomySkill[], roles: readonly TaxonomyRole[]): Demand {
  const numbers = new Map(skills.map((skill, i) => [skill.key, i]));
  const occupations = new Uint32Array(skills.length);
  const levels = new Float64Array(skills.length);
  const byGroup = skills.map(() => new Map<string, number>());
  let levelSum = 0;
  for (const role of roles) {
    levelSum += role.skillLevel;
    for (const key of new Set(role.requirements.flatMap((requirement) => requirement.skills))) {
      const skill = numbers.get(key) as number;
      occupations[skill] = (occupations[skill] as number) + 1;
      levels[skill] = (levels[skill] as number) + role.skillLevel;
      const row = byGroup[skill] as Map<string, number>;
      row.set(role.group, (row.get(role.group) ?? 0) + 1);
    }
  }
  const mean = roles.length === 0 ? middleSkillLevel : levelSum / roles.length;
  const skillLevel = levels.map((sum, i) => (sum + priorOccupations * mean) / ((occupations[i] as number) + priorOccupations));
  return { occupations, byGroup, skillLevel };
}
