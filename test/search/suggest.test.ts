import { describe, expect, test } from 'vitest';
import { suggestWords } from '../../src/search/suggest.ts';

/** What a catalog may hold; fixed, so that the pairs below do not follow the data. */
const names = [
  'access control',
  'access-control',
  'angular',
  'ansible',
  'api design',
  'architecture',
  'communication',
  'consulting',
  'continuous integration',
  'docker',
  'domain-driven design',
  'elasticsearch',
  'express',
  'git',
  'go',
  'graphql',
  'html',
  'java',
  'javascript',
  'kafka',
  'kubernetes',
  'linux',
  'machine learning',
  'microservices',
  'mongodb',
  'negotiation',
  'node.js',
  'performance testing',
  'postgresql',
  'printing',
  'python',
  'reactive programming',
  'rest',
  'rest apis',
  'rugby',
  'scaling',
  'soap',
  'spring boot',
  'sql',
  'terraform',
  'trust building',
  'typescript',
  'unit testing',
  'vulnerability management',
  'welding',
  'xaml',
];

describe('what was meant', () => {
  test.each([
    ['kubernets', 'kubernetes'],
    ['kuberneties', 'kubernetes'],
    ['Kubernetis', 'kubernetes'],
    ['jav', 'java'],
    ['jvaa', 'java'],
    ['javascritp', 'javascript'],
    ['javscript', 'javascript'],
    ['typscript', 'typescript'],
    ['pyhton', 'python'],
    ['pythn', 'python'],
    ['dokcer', 'docker'],
    ['gti', 'git'],
    ['slq', 'sql'],
    ['postgres', 'postgresql'],
    ['postgressql', 'postgresql'],
    ['terrafrom', 'terraform'],
    ['elastic search', 'elasticsearch'],
    ['nodejs', 'node.js'],
    ['node js', 'node.js'],
    ['spring', 'spring boot'],
    ['springboot', 'spring boot'],
    ['domian driven desing', 'domain-driven design'],
    ['machine lerning', 'machine learning'],
    ['comunication', 'communication'],
    ['negociation', 'negotiation'],
    ['angulr', 'angular'],
    ['linxu', 'linux'],
    ['javva', 'java'],
    ['contiuous intergration', 'continuous integration'],
    ['vulnerabilty', 'vulnerability management'],
  ])('%s is %s', (typed, meant) => {
    expect(suggestWords(typed, names)[0]).toBe(meant);
  });
});

describe('what is near nothing', () => {
  test.each([
    'React',
    'Hibernate',
    'Rust',
    'TDD',
    'BDD',
    'Ruby',
    'XML',
    'CSS',
    'Vue',
    'Perl',
    'Julia',
    'Scala',
    'Swift',
    'Kotlin',
    'Redis',
    'Jenkins',
    'Selenium',
    'Symfony',
    'Laravel',
    'Cypress',
    'Svelte',
    'Puppet',
    'Go 2',
    'C',
    'C++',
    'R',
    'AWS',
    'SAP',
    'SOA',
    'Rusty',
    'Wedding planning',
    'painting by numbers',
    'ISO 9001',
    'type',
  ])('%s', (typed) => {
    expect(suggestWords(typed, [...names, 'iso 9002'])).toEqual([]);
  });
});

test('a long text is compared by its beginning', () => {
  const label = 'comply with the principles of data protection in everything that is done for customers of all kinds';
  expect(suggestWords(label.replace('comply', 'compyl'), [label, 'comply'])).toEqual([label]);
});

test('of near words the nearest comes first', () => {
  expect(suggestWords('test', ['unit testing tools', 'tests', 'test automation', 'tset'])).toEqual([
    'tests',
    'tset',
    'test automation',
  ]);
});
