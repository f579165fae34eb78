import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lookUpSkill } from '../../../src/core/catalog/label-lookup.ts';
import { normaliseLabel } from '../../../src/core/model/label.ts';
import { makeNameReader, maxNameLength } from '../../../src/intake/names/read-name.ts';
import { makeCatalog } from '../../support/make-catalog.ts';

const skill = (name: string, kind: string, ...altLabels: string[]): Record<string, unknown> => ({
  id: normaliseLabel(name)
    .replace('c++', 'cpp')
    .replace('c#', 'csharp')
    .replace('.net', 'dotnet')
    .replace(/[^a-z0-9]+/g, '-'),
  name,
  kind,
  altLabels,
});

const catalog = makeCatalog(
  [
    ...['C', 'C++', 'C#', 'Go', 'HTML', 'Java', 'Kotlin', 'Python', 'R', 'SQL'].map((name) => skill(name, 'language')),
    skill('CSS', 'language', 'CSS3'),
    skill('JavaScript', 'language', 'ES6', 'ES2015'),
    ...['React', 'Spring Boot', 'Spring Data', 'Spring Security', 'Laravel', 'Angular'].map((name) => skill(name, 'framework')),
    skill('Next.js', 'framework'),
    skill('.NET', 'platform'),
    skill('Node.js', 'platform', 'Node'),
    skill('Amazon Web Services', 'platform', 'AWS'),
    ...['Docker', 'Kubernetes', 'Linux'].map((name) => skill(name, 'platform')),
    skill('Google Cloud Platform', 'platform'),
    ...['S3', 'EC2', 'JUnit', 'Git', 'GitHub', 'GitHub Actions', 'Excel', 'Express'].map((name) => skill(name, 'tool')),
    ...['Kafka', 'SQL Server', 'PostgreSQL', 'MongoDB'].map((name) => skill(name, 'database')),
    ...['CI/CD', 'DevOps', 'Unit Testing', 'Integration Testing', 'Scrum'].map((name) => skill(name, 'practice')),
    ...['NoSQL', 'Authentication', 'Security', 'Microservices', 'Agile'].map((name) =>
      skill(name, 'concept', ...(name === 'Authentication' ? ['auth'] : [])),
    ),
    skill('English', 'soft-skill'),
  ],
  [],
);
const readName = makeNameReader(catalog);
const nameOf = (number: number): string => catalog.skill(number).name;

/** `HTML + CSS@4 ? JSX`: what was read, with levels, and what matched nothing. */
function read(input: string): string {
  const { skills, unknown } = readName(input);
  const named = skills.map((one) => nameOf(one.skill) + (one.level === undefined ? '' : `@${one.level}`)).join(' + ');
  return [named, ...(unknown.length === 0 ? [] : [`? ${unknown.join(' | ')}`])].filter((part) => part !== '').join(' ');
}

describe('a name is taken apart', () => {
  test.each([
    // Versions
    ['Java 8/11/17', 'Java'],
    ["Microservice's", 'Microservices'],
    ['Java 8, 11 and 17', 'Java'],
    ['Java (8+)', 'Java'],
    ['Angular (2-17)', 'Angular'],
    ['Laravel 5.*', 'Laravel'],
    ['Python3', 'Python'],
    ['Python 3.x', 'Python'],
    ['PostgreSQL 14+', 'PostgreSQL'],
    ['Node v18 LTS', 'Node.js'],
    ['C++11/14', 'C++'],
    ['Apache Kafka3', 'Kafka'],
    ['ES6+', 'JavaScript'],
    ['ES2015/16/17', 'JavaScript'],
    ['SQL Server 2008 R2', 'SQL Server'],
    // Makers, companions and spellings
    ['Microsoft SQL Server 2019', 'SQL Server'],
    ['Apache Kafka', 'Kafka'],
    ['MS Excel', 'Excel'],
    ['JavaScript programming language', 'JavaScript'],
    ['C programming', 'C'],
    ['ReactJS', 'React'],
    ['React.js', 'React'],
    ['React JS', 'React'],
    ['NextJS', 'Next.js'],
    ['Mongo DB', 'MongoDB'],
    ['No SQL', 'NoSQL'],
    ['microservice', 'Microservices'],
    ['Go(lang)', 'Go'],
    // Several in one
    ['HTML/CSS', 'HTML + CSS'],
    ['C/C++', 'C + C++'],
    ['CI / CD', 'CI/CD'],
    ['Docker & Kubernetes', 'Docker + Kubernetes'],
    ['Java or Kotlin', 'Java + Kotlin'],
    ['Git, GitHub', 'Git + GitHub'],
    ['HTML CSS', 'HTML + CSS'],
    ['Unit/Integration Testing', 'Unit Testing + Integration Testing'],
    ['Languages: Java, Kotlin', 'Java + Kotlin ? Languages'],
    // Brackets
    ['AWS (EC2, S3)', 'Amazon Web Services + EC2 + S3'],
    ['AWS (EC2, Glue)', 'Amazon Web Services + EC2 ? Glue'],
    ['CI/CD (GitHub Actions)', 'CI/CD + GitHub Actions'],
    ['Spring Boot (Security, Data)', 'Spring Boot + Spring Security + Spring Data'],
    ['Python (Programming Language)', 'Python'],
    ['Google Cloud Platform (GCP)', 'Google Cloud Platform'],
    ['GCP (Google Cloud Platform)', 'Google Cloud Platform'],
    ['Unit testing (JUnit)', 'Unit Testing + JUnit'],
    // Levels
    ['Basic Linux', 'Linux@1'],
    ['Advanced SQL', 'SQL@4'],
    ['SQL (basic)', 'SQL@1'],
    ['SQL basics', 'SQL@1'],
    ['English (C1)', 'English@4'],
    ['HTML/CSS (advanced)', 'HTML@4 + CSS@4'],
    ['Java (advanced) / Kotlin (basic)', 'Java@4 + Kotlin@1'],
    ['Java (basic), Java 17 (expert)', 'Java@5'],
    ['Docker (no experience)', 'Docker@0'],
  ])('%s', (input, expected) => {
    expect(read(input)).toBe(expected);
    expect(readName(input).exact).toBe(false);
  });
});

describe('a name that is no sum of names stays whole', () => {
  test.each([
    ...['Go/No-go', 'A/B testing', 'TCP/IP', 'PL/SQL', 'UI/UX', 'OS/2', 'I/O', 'R&D', 'Q&A', 'N/A', 'HTTP/2', '24/7'],
    ...[
      'Go.js',
      'Auth0',
      'Azure DevOps',
      'API Security',
      'Visual Basic',
      'Objective-C',
      'Basic',
      'Master',
      'Web3',
      'D3',
      'C4',
      'R2',
    ],
    ...['No Code', 'Foo (bar)', '()', '/', '8/11', 'Java-ish', 'Kubernetes'.slice(0, 4)],
  ])('%s', (input) => {
    expect(read(input)).toBe(`? ${input}`);
  });

  test('titles and tools keep their words', () => {
    expect(read('Scrum Master')).toBe('? Scrum Master');
    expect(read('Express/Tea')).toBe('Express ? Tea');
  });
});

describe('laws', () => {
  const labels = Array.from({ length: catalog.index.skillCount }, (_, number) => catalog.skill(number)).flatMap((one) => [
    one.id,
    one.name,
    ...one.altLabels,
  ]);
  const label = fc.constantFrom(...labels);
  const joint = fc.constantFrom(
    '/',
    ' / ',
    ', ',
    ' & ',
    ' and ',
    ' (',
    ') ',
    '; ',
    ' ',
    ' 8',
    ' 3.x+',
    ': ',
    '-',
    '+',
    ' basic ',
  );
  const composed = fc
    .array(fc.tuple(fc.oneof(label, fc.string({ maxLength: 6 })), joint), { minLength: 1, maxLength: 8 })
    .map((parts) => parts.flat().join(''));

  test('a name that matches exactly is never taken apart', () => {
    fc.assert(
      fc.property(label, (name) => {
        expect(readName(name)).toEqual({ skills: [{ skill: lookUpSkill(catalog, name), from: name }], unknown: [], exact: true });
      }),
    );
  });

  test('letters of the other case and more spaces change nothing', () => {
    const seen = (input: string): unknown => readName(input).skills.map((one) => [one.skill, one.level]);
    fc.assert(
      fc.property(composed, (input) => {
        // Where lower case has more letters than upper case, as for ß, they are other texts.
        fc.pre(/^[\x20-\x7e]*$/.test(input));
        expect(seen(input.toUpperCase())).toEqual(seen(input.toLowerCase()));
        expect(seen(` ${input.replaceAll(' ', '   ')}\t`)).toEqual(seen(input));
      }),
    );
  });

  test('whatever is read has a label whose words stand in the name, or makes a word of the part and the words around it', () => {
    const letters = (text: string): string => normaliseLabel(text).replace(/[\s.]|s\b/g, '');
    fc.assert(
      fc.property(composed, (input) => {
        for (const one of readName(input).skills) {
          const { id, name, altLabels } = catalog.skill(one.skill);
          const own = [id, name, ...altLabels].map((text) => text.split(/[\s-]+/).map(letters));
          expect(own.some((words) => words.every((word) => letters(input).includes(word)))).toBe(true);
        }
      }),
    );
  });

  test('each name gives skills or is told as unknown, each skill once', () => {
    fc.assert(
      fc.property(fc.oneof(composed, fc.string({ maxLength: 300 })), (input) => {
        const { skills, unknown } = readName(input);
        expect(skills.length + unknown.length).toBeGreaterThan(0);
        expect(new Set(skills.map((one) => one.skill)).size).toBe(skills.length);
        if (skills.length === 0) expect(unknown).toEqual([input]);
      }),
    );
  });
});

test('hostile names are answered, and long ones looked up alone', () => {
  const shapes = ['/', '(', ')', '(a/', 'a ', '1', 'java/', 'a1', 'Java 1/1', 'advanced ', '((java))/', 'a: ', 'v1 ', ', '];
  for (const shape of shapes) {
    const short = shape.repeat(maxNameLength).slice(0, maxNameLength);
    expect(readName(short).skills.length).toBeLessThanOrEqual(1);
    const long = shape.repeat(2 ** 20 / shape.length);
    expect(readName(long)).toEqual({ skills: [], unknown: [long], exact: false });
  }
  expect(read(`Java${' '.repeat(1000)}`)).toBe('Java');
});
