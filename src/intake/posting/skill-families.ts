import type { Catalog } from '../../core/catalog-index.ts';
import { lookUpSkill } from '../../core/label-lookup.ts';

/** A demand for any member of a family: "a NoSQL database". */
export interface FamilyMention {
  readonly name: string;
  readonly members: readonly number[];
  readonly start: number;
  readonly end: number;
}

/** Families that adverts name instead of their members. Only the members that a catalog has count. */
const families: readonly { readonly name: string; readonly says: RegExp; readonly members: readonly string[] }[] = [
  {
    name: 'a NoSQL database',
    says: /\b(?:no[- ]?sql|document[- ]oriented|key[-/ ]value)(?: (?:data ?bases?|data ?stores?|stores?))?\b/giu,
    members: ['mongodb', 'cassandra', 'redis', 'dynamodb', 'couchbase', 'couchdb'],
  },
  {
    name: 'a relational database',
    says: /\b(?:relational(?= and | or |\/| data)(?: data ?bases?)?|relational data ?bases?|rdbms|sql data ?bases?|sql(?=\s?\/\s?no-?sql\b))/giu,
    members: ['postgresql', 'mysql', 'mariadb', 'oracle-database', 'sql-server', 'sqlite'],
  },
  {
    name: 'a cloud platform',
    says: /\b(?:(?:public )?cloud (?:platforms?|providers?|services|environments?|computing)|the cloud|hyperscalers?)\b/giu,
    members: ['aws', 'google-cloud', 'azure'],
  },
  {
    name: 'a programming language',
    says: /\b(?:programming|back-?end(?:-oriented)?|object-oriented|modern|scripting) languages?\b/giu,
    members: ['java', 'python', 'go', 'csharp', 'nodejs', 'ruby', 'php', 'kotlin', 'typescript', 'javascript'],
  },
  {
    name: 'a server framework',
    says: /\b(?:(?:web|server(?:-side)?|back-?end|application|mvc) frameworks?|frameworks(?=,| and libraries))/giu,
    members: ['spring-boot', 'django', 'fastapi', 'express', 'nestjs', 'rails', 'laravel', 'aspnet-core', 'gin'],
  },
  {
    name: 'a message broker',
    says: /\b(?:event streaming|streaming platforms?|message bus(?:es)?)\b/giu,
    members: ['kafka', 'rabbitmq'],
  },
];

/** The families that a text names, in its order, with two members at least in this catalog. */
export function findFamilies(text: string, catalog: Catalog): FamilyMention[] {
  return families
    .flatMap(({ name, says, members }) => {
      const known = members.map((id) => lookUpSkill(catalog, id)).filter((skill) => skill >= 0);
      if (known.length < 2) return [];
      return [...text.matchAll(says)].map((match) => ({
        name,
        members: [...new Set(known)],
        start: match.index,
        end: match.index + match[0].length,
      }));
    })
    .sort((a, b) => a.start - b.start);
}
