import type { Catalog, CatalogIndex } from '../catalog/catalog-index.ts';
import { type Choices, makeChoices } from './choices.ts';
import type { HeldLevels } from './held-levels.ts';
import {
  countRoles,
  isChoice,
  type Postings,
  post,
  type RoleVectors,
  roleVectors,
  type Spreading,
  shareOf,
  usualWeights,
} from './role-vectors.ts';

/** What closeness is made with; the bench tries others. */
export interface ClosenessConstants {
  /** How much of the mean role is taken off both sides, 0 to 1. */
  readonly meanShare: number;
  /** How much a technology counts for those that carry over to it: a share of the transfer. */
  readonly carriedShare: number;
  /** What the cosine of technologies weighs beside that of the rest, which weighs 1. */
  readonly technologyWeight: number;
  /** From this share of the mean role on, what a person does not hold of it counts in full. */
  readonly enoughCovered: number;
}

/** The first three are chosen on O*NET's own related occupations (docs/transfer.md); the last is for people who say little. */
export const closenessConstants: ClosenessConstants = {
  meanShare: 1,
  carriedShare: 0.4,
  technologyWeight: 2,
  enoughCovered: 0.6,
};

/**
 * So many roles that ask for nothing are counted beside those of the catalog, in the mean role and in how rare a technology is: of a
 * taxonomy's hundreds both stay what they are, and what two roles have in common is not yet what every role asks.
 */
const rolesOfDoubt = 10;

/** How a person and the roles look at each other: one person after another, over all roles at once. */
export interface ClosenessSheet {
  readonly take: (held: HeldLevels) => void;
  /** 0 to 100: how near the role is, seen from both sides; 0 where nothing is held. */
  readonly closenessOf: (role: number) => number;
  /** 0 to 100: how much of what is held the role asks for, by level, skills that fewer roles ask for counting more. */
  readonly useOf: (role: number) => number;
}

/** One kind of skills: what roles ask of it as vectors, posted by skill. */
interface Block {
  /** What is asked without a choice. */
  readonly postings: Postings;
  readonly choices: Choices;
  /** By skill: what a held level is multiplied with. */
  readonly scale: (skill: number, level: number) => number;
  /** By skill: what is taken off both sides. */
  readonly mean: Float64Array;
  /** By role: the length of its vector after that; 0 where it asks for nothing of this kind. */
  readonly length: Float64Array;
  /** By role: its vector times the mean. */
  readonly meanProduct: Float64Array;
  readonly meanSquare: number;
  readonly weight: number;
  /** By role: the share of its weight that stands on skills of this kind, 0 to 1. */
  readonly share: Float64Array;
}

/**
 * Closeness is the weighted mean of two cosines between what a person holds and what a role asks. Abilities (practices, concepts,
 * soft skills): level × weight on both sides, less a share of the mean role, since every role asks for communication; a person
 * has no weights, so a level counts with the weight that roles which ask for it usually give. Technologies: level × weight,
 * rarer ones more (inverse document frequency), and those that carry over to what is asked count in part.
 */
export function makeClosenessSheet({ index }: Catalog, constants = closenessConstants): ClosenessSheet {
  const asked = countRoles(index);
  const blocks = [abilityBlock(index, constants), technologyBlock(index, asked, constants)];
  const uses = usePostings(index);
  const products = blocks.map(() => new Float64Array(index.roleCount));
  const personMean = new Float64Array(blocks.length);
  const personLength = new Float64Array(blocks.length);
  /** How much of the mean role is held, 0 to 1. */
  const coverage = new Float64Array(blocks.length);
  const used = new Float64Array(index.roleCount);
  let held = 0;
  return {
    take(person) {
      const skills = person.touched.filter((skill) => (person.level[skill] as number) > 0).sort((a, b) => a - b);
      blocks.forEach((block, b) => {
        const product = products[b] as Float64Array;
        product.fill(0);
        block.choices.reset();
        let square = 0;
        let mean = 0;
        for (const skill of skills) {
          const level = person.level[skill] as number;
          const value = level * block.scale(skill, level);
          if (value === 0) continue;
          square += value * value;
          mean += value * (block.mean[skill] as number);
          addPostings(block.postings, skill, value, product);
          block.choices.add(skill, value, product);
        }
        // Who says nothing of what every role asks is not someone who lacks it: so much less is taken off, and so much less it counts.
        const covered = block.meanSquare === 0 ? 1 : Math.min(1, mean / (constants.enoughCovered * block.meanSquare));
        personMean[b] = mean;
        coverage[b] = covered;
        personLength[b] = square === 0 ? 0 : Math.sqrt(Math.max(0, square - covered * (2 * mean - covered * block.meanSquare)));
      });
      held = 0;
      used.fill(0);
      for (const skill of skills) {
        const level = person.level[skill] as number;
        const rarity = rarityOf(index, asked, skill);
        held += rarity * level;
        const end = uses.start[skill + 1] as number;
        for (let i = uses.start[skill] as number; i < end; i++) {
          const role = uses.role[i] as number;
          used[role] = (used[role] as number) + rarity * Math.min(level, uses.value[i] as number);
        }
      }
    },
    closenessOf(role) {
      let sum = 0;
      let weights = 0;
      let comparable = 0;
      // Asked for every role of every person of a batch.
      for (let b = 0; b < blocks.length; b++) {
        const block = blocks[b] as Block;
        const length = block.length[role] as number;
        const own = personLength[b] as number;
        if (length === 0 || own === 0) continue;
        const covered = coverage[b] as number;
        const weight = covered * block.weight;
        weights += weight;
        comparable += covered * (block.share[role] as number);
        const product =
          ((products[b] as Float64Array)[role] as number) -
          (personMean[b] as number) -
          covered * ((block.meanProduct[role] as number) - block.meanSquare);
        sum += weight * (product / (own * length));
      }
      // Who names technologies alone is not near to every role that asks for one of them beside twenty practices.
      return weights === 0 ? 0 : 100 * Math.min(1, Math.max(0, sum / weights)) * Math.min(1, comparable) ** 0.48;
    },
    useOf: (role) => (held === 0 ? 0 : 100 * Math.min(1, (used[role] as number) / held)),
  };
}

function addPostings({ start, role, value }: Postings, skill: number, times: number, sums: Float64Array): void {
  const end = start[skill + 1] as number;
  for (let i = start[skill] as number; i < end; i++) {
    const at = role[i] as number;
    sums[at] = (sums[at] as number) + times * (value[i] as number);
  }
}

/** ln(1 + roles / roles that ask for it), above 0 for what every role asks too; 0 for what none asks. */
function rarityOf(index: CatalogIndex, asked: Float64Array, skill: number): number {
  const roles = asked[skill] as number;
  return roles === 0 ? 0 : Math.log(1 + index.roleCount / roles);
}

function abilityBlock(index: CatalogIndex, { meanShare }: ClosenessConstants): Block {
  const isAbility = (skill: number): boolean => index.skillTechnology[skill] === 0;
  const vectors = roleVectors(index, isAbility, weighed);
  const usual = usualWeights(index);
  const mean = new Float64Array(index.skillCount);
  // The mean of few roles says little of roles as such, and much of those few: two roles would be each other's opposites.
  const share = meanShare / (index.roleCount + rolesOfDoubt);
  vectors.skill.forEach((skill, i) => {
    mean[skill] = (mean[skill] as number) + share * (vectors.value[i] as number);
  });
  return {
    ...measure(index, vectors, mean),
    postings: post(index, roleVectors(index, singles(index, isAbility), weighed)),
    choices: makeChoices(index, isAbility),
    share: shareOf(index, isAbility),
    scale: (skill, level) => (isAbility(skill) ? usual(skill, level) : 0),
    weight: 1,
  };
}

function technologyBlock(
  index: CatalogIndex,
  asked: Float64Array,
  { carriedShare, technologyWeight }: ClosenessConstants,
): Block {
  const isTechnology = (skill: number): boolean => index.skillTechnology[skill] === 1;
  const rarity = (skill: number): number => Math.log((index.roleCount + rolesOfDoubt + 1) / ((asked[skill] as number) + 1));
  const carry: Spreading['carry'] = (skill, value, add) => {
    const end = index.relatedStart[skill + 1] as number;
    for (let edge = index.relatedStart[skill] as number; edge < end; edge++) {
      const other = index.relatedSkill[edge] as number;
      if (isTechnology(other)) add(other, carriedShare * value * (index.relatedTransfer[edge] as number));
    }
  };
  const spreading = { carry, factor: rarity };
  return {
    ...measure(index, roleVectors(index, isTechnology, weighed, spreading), new Float64Array(index.skillCount)),
    postings: post(index, roleVectors(index, singles(index, isTechnology), weighed, spreading)),
    choices: makeChoices(index, isTechnology, spreading),
    share: shareOf(index, isTechnology),
    scale: (skill) => (isTechnology(skill) ? rarity(skill) : 0),
    weight: technologyWeight,
  };
}

const weighed = (level: number, share: number): number => level * share;

const singles =
  (index: CatalogIndex, counts: (skill: number) => boolean) =>
  (skill: number, requirement: number): boolean =>
    counts(skill) && !isChoice(index, requirement);

/** Measures vectors against the mean. */
function measure(
  index: CatalogIndex,
  vectors: RoleVectors,
  mean: Float64Array,
): Pick<Block, 'mean' | 'length' | 'meanProduct' | 'meanSquare'> {
  const meanSquare = mean.reduce((sum, value) => sum + value * value, 0);
  const length = new Float64Array(index.roleCount);
  const meanProduct = new Float64Array(index.roleCount);
  for (let role = 0; role < index.roleCount; role++) {
    const first = vectors.start[role] as number;
    const end = vectors.start[role + 1] as number;
    let square = 0;
    let product = 0;
    for (let i = first; i < end; i++) {
      const value = vectors.value[i] as number;
      square += value * value;
      product += value * (mean[vectors.skill[i] as number] as number);
    }
    meanProduct[role] = product;
    length[role] = first === end ? 0 : Math.sqrt(Math.max(0, square - 2 * product + meanSquare));
  }
  return { mean, length, meanProduct, meanSquare };
}

/** For each skill the roles that ask for it, with the highest level that they ask. */
function usePostings(index: CatalogIndex): Postings {
  const all = roleVectors(
    index,
    () => true,
    (level) => level,
  );
  return post(index, all);
}
