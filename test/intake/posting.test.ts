import { parse } from 'valibot';
import { describe, expect, test } from 'vitest';
import { writeYaml } from '../../src/documents/write-yaml.ts';
import { parseYaml } from '../../src/documents/yaml.ts';
import { readPosting } from '../../src/intake/posting/read-posting.ts';
import { roleDocument } from '../../src/intake/posting/write-role.ts';
import { postingReaderOf } from '../../src/intake/skill-labels.ts';
import { checkShape } from '../../src/schema/check-shape.ts';
import { roleSchema } from '../../src/schema/role-schema.ts';
import { builtInCatalog, makeCatalog } from '../support/make-catalog.ts';

const catalog = builtInCatalog();
const reader = postingReaderOf(catalog);
const read = (text: string): ReturnType<typeof readPosting> => readPosting(text, 'ad.txt', catalog, reader);
/** `java 4 essential`; a choice as `aws|azure 3 important`. */
const demands = (text: string): string[] =>
  read(text).role.requirements.map(
    ({ anyOf, importance }) => `${anyOf.map((one) => one.skill).join('|')} ${anyOf[0]?.level} ${importance}`,
  );

describe('importance', () => {
  test.each([
    ['Java is a must.', 'java 3 essential'],
    ['Docker is required.', 'docker 3 essential'],
    ['We use Docker, but you do not need to know it.', 'docker 3 helpful'],
    ["Docker: you don't need it yet.", 'docker 3 helpful'],
    ['Kafka is a plus.', 'kafka 3 helpful'],
    ['Kafka would be an advantage.', 'kafka 3 helpful'],
    ['Nice to have: GraphQL', 'graphql 3 helpful'],
    ['We value Terraform; GraphQL is optional.', 'graphql 3 helpful'],
    ['You work with Java.', 'java 3 important'],
  ])('%s', (text, expected) => {
    expect(demands(text)).toContain(expected);
  });

  test('each clause has its own', () => {
    expect(demands('Java is required, Kotlin is a plus.')).toEqual(['java 3 essential', 'kotlin 3 helpful']);
  });

  test('a heading speaks for its section', () => {
    const text =
      'Requirements\n- Java\n- Docker\n\nNice to have\n- GraphQL\n\nWhat you will do\n- unit tests\n\nBenefits\n- free English lessons';
    expect(demands(text)).toEqual(['java 3 essential', 'docker 3 essential', 'graphql 3 helpful', 'unit-testing 3 important']);
  });
});

describe('level', () => {
  test.each([
    ['Expert in Java', 5],
    ['Deep knowledge of Java', 4],
    ['Strong Java', 4],
    ['Proficiency in Java', 4],
    ['Solid understanding of Java', 3],
    ['Experience with Java', 3],
    ['Familiarity with Java', 2],
    ['Basic knowledge of Java', 2],
    ['Java', 3],
  ])('%s', (text, level) => {
    expect(read(text).role.requirements[0]?.anyOf[0]?.level).toBe(level);
  });
});

describe('alternatives', () => {
  test.each([
    ['Java or Python', 'java|python'],
    ['languages such as Java, Python and Go', 'java|python|go'],
    ['cloud platforms (AWS, Azure)', 'aws|azure'],
    ['Kafka/RabbitMQ', 'kafka|rabbitmq'],
    ['a NoSQL database such as MongoDB or Redis', 'mongodb|redis'],
  ])('%s', (text, expected) => {
    expect(demands(`You know ${text}.`).map((line) => line.split(' ')[0])).toEqual([expected]);
  });

  test('a family stands for all of its members', () => {
    const members = Array.from({ length: catalog.index.skillCount }, (_, i) => catalog.skill(i))
      .filter(({ families = [] }) => families.includes('nosql-database'))
      .map(({ id }) => id);
    expect(members).toEqual(expect.arrayContaining(['cassandra', 'mongodb', 'redis']));
    expect(read('You know a NoSQL database.').role.requirements[0]?.anyOf.map(({ skill }) => skill)).toEqual(members);
  });

  test('a choice is called by all that it holds', () => {
    const names = (text: string): (string | undefined)[] => read(text).role.requirements.map(({ name }) => name);
    expect(names('You know MySQL and/or NoSQL databases.')).toEqual(['MySQL or a NoSQL database']);
    expect(names('You know a NoSQL database.')).toEqual(['a NoSQL database']);
  });

  test('"and" asks for each', () => {
    expect(demands('You know Java and Docker.')).toEqual(['java 3 important', 'docker 3 important']);
  });
});

describe('years and education', () => {
  test.each([
    ['5+ years of Java', 5, 'java'],
    ['At least 3 years of experience with Java', 3, 'java'],
    ['3-5 years with Java', 3, 'java'],
    ['over eight years of professional experience; Java', 8, undefined],
  ])('%s', (text, years, skill) => {
    const { experience } = read(text).role;
    expect(experience?.years).toBe(years);
    expect(experience?.of[0]?.skill).toBe(skill);
  });

  test('a degree, its field and what stands in for it', () => {
    const text = "Bachelor's degree in Computer Science or equivalent experience, and Java";
    expect(read(text).role.education).toEqual({
      level: 'bachelor',
      field: 'computer science',
      alternatives: ['equivalent experience'],
    });
  });
});

test('what looks like a demand and names no skill is listed with its place', () => {
  const { diagnostics } = read('Java developer\n\nRequirements:\n- Java\n- Experience with Frobnicator\n- a driving licence');
  expect(diagnostics.map((one) => [one.code, one.facts, one.place?.line])).toEqual([
    ['unmatched-demand', { text: 'Frobnicator' }, 5],
    ['unmatched-demand', { text: 'a driving licence' }, 6],
  ]);
});

test('each requirement says where it came from', () => {
  const { requirements } = read('Hello\n\nYou must know Java.');
  expect(requirements.map(({ line, quote }) => [line, quote])).toEqual([[3, 'You must know Java.']]);
});

test('the written role has the shape that a pack wants', () => {
  const text =
    'Senior Developer: "quotes" # and more\nMust: Java, Docker or Kubernetes, PostgreSQL/MySQL\n5+ years of Java\nBachelor of Science';
  const { role, requirements } = read(text);
  const document = parseYaml([...writeYaml(roleDocument(role, requirements))].join(''), 'role.yaml');
  expect(document.diagnostics).toEqual([]);
  const shaped = checkShape(roleSchema, document.value, [], document, () => []);
  expect(shaped.diagnostics).toEqual([]);
  expect(parse(roleSchema, JSON.parse(JSON.stringify(shaped.value))).id).toBe(role.id);
  expect(role.seniority).toBe('senior');
  expect(new Set(role.requirements.map((one) => one.id)).size).toBe(role.requirements.length);
});

test('a title that a role of the catalog has gets another', () => {
  expect(read('Senior Backend Developer\n\nJava').role).toMatchObject({
    id: 'senior-backend-developer-posting',
    title: 'Senior Backend Developer (posting)',
  });
});

test('a short line ends no section', () => {
  expect(demands('Nice to have:\nGraphQL\nDocker')).toEqual(['graphql 3 helpful', 'docker 3 helpful']);
});

test('a text without skills gives a role without requirements', () => {
  expect(read('').role.requirements).toEqual([]);
  expect(read('Nothing here.').role.requirements).toEqual([]);
});

test('a pack says itself which of its skills a general demand means', () => {
  const families = ['nosql-database'] as const;
  const own = makeCatalog([{ id: 'graph-shed', families }, { id: 'key-barn', families }, { id: 'redis' }], []);
  const { requirements } = readPosting('You know a NoSQL database.', 'ad.txt', own, postingReaderOf(own)).role;
  expect(requirements.map(({ anyOf }) => anyOf.map((one) => one.skill))).toEqual([['graph-shed', 'key-barn']]);
});
