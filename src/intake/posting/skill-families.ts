import type { Catalog } from '../../core/catalog/catalog-index.ts';
import type { SkillFamily } from '../../core/model/model.ts';

/** A demand for any member of a family: "a NoSQL database". */
export interface FamilyMention {
  readonly name: string;
  readonly members: readonly number[];
  readonly start: number;
  readonly end: number;
}

/**
 * How adverts name a family instead of its members. The members are what the data says. Of two families that one place names,
 * the first that has members counts: the narrower one stands before the wider.
 */
const families: Readonly<Record<SkillFamily, { readonly name: string; readonly says: RegExp }>> = {
  'nosql-database': {
    name: 'a NoSQL database',
    says: /\b(?:no[- ]?sql|document[- ]oriented|key[-/ ]value)(?: (?:data ?bases?|data ?stores?|stores?))?\b/giu,
  },
  'relational-database': {
    name: 'a relational database',
    says: /\b(?:relational(?= and | or |\/| data)(?: data ?bases?)?|relational data ?bases?|rdbms|sql data ?bases?|sql(?=\s?\/\s?no-?sql\b))/giu,
  },
  'cloud-platform': {
    name: 'a cloud platform',
    says: /\b(?:(?:public )?cloud (?:platforms?|providers?|services|environments?|computing)|the cloud|hyperscalers?)\b/giu,
  },
  'backend-language': {
    name: 'a back-end language',
    says: /\b(?:back-?end(?:-oriented)?|server-?side)(?: programming)? languages?\b/giu,
  },
  'programming-language': {
    name: 'a programming language',
    says: /\b(?:programming|back-?end(?:-oriented)?|server-?side|object-oriented|modern|scripting)(?: programming)? languages?\b/giu,
  },
  'server-framework': {
    name: 'a server framework',
    says: /\b(?:(?:web|server(?:-side)?|back-?end|application|mvc) frameworks?|frameworks(?=,| and libraries))/giu,
  },
  'frontend-framework': {
    name: 'a front-end framework',
    says: /\b(?:front-?end|client-?side|(?:modern )?java ?script|ui)(?: web)? frameworks?\b/giu,
  },
  'mobile-platform': {
    name: 'a mobile platform',
    says: /\bmobile (?:platforms?|operating systems?)\b/giu,
  },
  'ci-tool': {
    name: 'a CI/CD tool',
    says: /\b(?:ci(?:\s?\/\s?cd)?|continuous integration|build automation) (?:tools?|servers?|systems?|platforms?)\b/giu,
  },
  'monitoring-tool': {
    name: 'a monitoring tool',
    says: /\b(?:monitoring|observability|apm) (?:tools?|systems?|platforms?|stacks?|solutions?)\b/giu,
  },
  'message-broker': {
    name: 'a message broker',
    says: /\b(?:event streaming|streaming platforms?|message bus(?:es)?)\b/giu,
  },
};

/** The families that a text names, in its order, with two members at least in this catalog. */
export function findFamilies(text: string, catalog: Catalog): FamilyMention[] {
  const mentions = Object.entries(families).flatMap(([family, { name, says }]) =>
    [...text.matchAll(says)].map((match) => ({ family, name, start: match.index, end: match.index + match[0].length })),
  );
  return mentions
    .flatMap(({ family, ...mention }) => {
      const members = membersOf(catalog).get(family) ?? [];
      return members.length < 2 ? [] : [{ ...mention, members }];
    })
    .filter((one, i, all) => all.findIndex((other) => other.start === one.start && other.end === one.end) === i)
    .sort((a, b) => a.start - b.start);
}

// Every sentence asks; reading all skills is what costs.
const byCatalog = new WeakMap<Catalog, ReadonlyMap<string, readonly number[]>>();

function membersOf(catalog: Catalog): ReadonlyMap<string, readonly number[]> {
  const known = byCatalog.get(catalog);
  if (known !== undefined) return known;
  const members = new Map<string, number[]>();
  for (let skill = 0; skill < catalog.index.skillCount; skill++)
    for (const family of catalog.skill(skill).families ?? []) members.set(family, [...(members.get(family) ?? []), skill]);
  byCatalog.set(catalog, members);
  return members;
}
