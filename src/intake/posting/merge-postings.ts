import type { Catalog } from '../../core/catalog/catalog-index.ts';
import type { Requirement, Role } from '../../core/model/model.ts';
import { type Level, weightOf } from '../../core/model/scale.ts';
import { compareText } from '../../core/model/text-order.ts';
import { degreeLevels } from '../degrees.ts';
import type { ReadPosting } from './read-posting.ts';

/** A posting and the name of its file. */
export interface NamedPosting {
  readonly file: string;
  readonly read: ReadPosting;
}

/** What some postings ask, and how many of them do. */
export interface CommonRequirement {
  readonly requirement: Requirement;
  readonly askedBy: number;
  /** The files that ask it, in the order read. */
  readonly files: readonly string[];
}

export interface CommonRole {
  readonly role: Role;
  /** The most asked first; of as many the weightier, then by id. */
  readonly requirements: readonly CommonRequirement[];
  readonly postings: number;
}

/**
 * What is asked over several postings, as one role. A requirement weighs by the mean over all postings of what each gives it,
 * nothing where it does not ask; the mean, of 0 to 4, becomes an importance of 1 to 4. Asked as essential by two of four, it is
 * 1 + 3 × 2/4 = 2.5. Its level is the median of those that ask,
 * the lower one of two.
 *
 * @param title as the role is to be called
 */
export function mergePostings(postings: readonly NamedPosting[], catalog: Catalog, id: string, title: string): CommonRole {
  const byKey = new Map<string, { first: Requirement; weight: number; levels: Level[]; files: string[] }>();
  for (const { file, read } of postings) {
    for (const { requirement } of read.requirements) {
      const key = requirement.anyOf
        .map(({ skill }) => skill)
        .sort(compareText)
        .join(' ');
      const known = byKey.get(key) ?? { first: requirement, weight: 0, levels: [], files: [] };
      known.weight += weightOf(requirement.importance, catalog.scale);
      known.levels.push(requirement.anyOf[0]?.level ?? 1);
      known.files.push(file);
      byKey.set(key, known);
    }
  }
  const taken = new Set<string>();
  const requirements = [...byKey.values()]
    .map(({ first, weight, levels, files }): CommonRequirement => {
      const level = medianOf(levels) ?? 1;
      const importance = importanceOf(weight / postings.length, catalog);
      const anyOf = first.anyOf.map(({ skill }) => ({ skill, level }));
      return { requirement: { ...first, anyOf, importance }, askedBy: files.length, files };
    })
    .sort(
      (a, b) =>
        b.askedBy - a.askedBy ||
        Number(b.requirement.importance) - Number(a.requirement.importance) ||
        compareText(a.requirement.id, b.requirement.id),
    )
    .map((one) => ({ ...one, requirement: named(one.requirement, taken) }));
  return { role: roleOf(postings, requirements, id, title), requirements, postings: postings.length };
}

/** A mean weight as an importance: from 1, asked by hardly any, to what essential weighs, asked so by all. */
function importanceOf(mean: number, { scale }: Catalog): number {
  const { helpful, essential } = scale.importances;
  return Math.round(100 * (helpful + ((essential - helpful) * mean) / essential)) / 100;
}

/** Choices of different members may be called alike. */
function named(requirement: Requirement, taken: Set<string>): Requirement {
  let { id, name } = requirement;
  for (let n = 2; taken.has(id); n++) {
    id = `${requirement.id}-${n}`;
    name = `${requirement.name ?? requirement.id} ${n}`;
  }
  taken.add(id);
  return name === undefined ? { ...requirement, id } : { ...requirement, id, name };
}

function roleOf(postings: readonly NamedPosting[], asked: readonly CommonRequirement[], id: string, title: string): Role {
  const roles = postings.map(({ read }) => read.role);
  const years = medianOf(roles.flatMap(({ experience }) => (experience === undefined ? [] : [experience.years])));
  const seniority = mostFrequent(roles.flatMap(({ seniority: one }) => one ?? []));
  const level = mostFrequent(roles.flatMap(({ education }) => education?.level ?? []));
  const isAsked = roles.filter(({ education }) => education !== undefined).length * 2 > roles.length;
  const degree = degreeLevels.find((one) => one === level);
  return {
    id,
    title,
    altTitles: [],
    ...(seniority === undefined ? {} : { seniority }),
    ...(years === undefined ? {} : { experience: { years, of: [] } }),
    ...(degree === undefined || !isAsked ? {} : { education: { level: degree, alternatives: [] } }),
    sources: [{ id: 'posting', title: `${postings.length} job postings` }],
    responsibilities: [],
    requirements: asked.map(({ requirement }) => requirement),
    leadsTo: [],
  };
}

/** The middle of some numbers; the lower one of two. */
function medianOf<T extends number>(numbers: readonly T[]): T | undefined {
  return [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)];
}

/** The first of the most frequent ones by code point. */
function mostFrequent(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || compareText(a, b))[0]?.[0];
}
