import { stemmer } from 'stemmer';
import { describe, expect, test } from 'vitest';
import { makeTextReader } from '../../../src/core/text/text-reader.ts';

const names: Record<string, string[]> = {
  Java: [],
  JavaScript: ['js'],
  Python: [],
  Go: ['Golang'],
  R: [],
  C: [],
  'C++': [],
  'C#': [],
  '.NET': ['dotnet'],
  'Node.js': ['Node'],
  Express: ['Express.js'],
  Ruby: [],
  Spring: [],
  'Spring Boot': ['Java Spring Boot'],
  Kubernetes: ['k8s'],
  Terraform: [],
  Docker: ['containers'],
  'CI/CD': ['continuous integration'],
  'Unit Testing': ['unit tests'],
  'Integration Testing': ['integration tests'],
  'API Design': ['designing APIs'],
  'REST APIs': ['RESTful APIs'],
  'Problem Solving': ['solving complex problems'],
  Communication: ['written communication'],
  'Data Structures': ['data structures and algorithms'],
};
const skills = Object.keys(names);
const labels = skills.flatMap((text, skill) => [
  { skill, text, preferred: true },
  ...(names[text] ?? []).map((other) => ({ skill, text: other, preferred: false })),
]);
const reader = makeTextReader(labels, stemmer);
const read = (text: string): string[] => reader.read(text).map(({ skill }) => skills[skill] ?? '');

describe('what a text names', () => {
  test.each([
    ['I write Java and a little JavaScript.', ['Java', 'JavaScript']],
    ['Python (primary)', ['Python']],
    ['Node.js/Express', ['Node.js', 'Express']],
    ['C#, .NET', ['C#', '.NET']],
    ['C, C++ and R', ['C', 'C++', 'R']],
    ['Golang services in Go', ['Go', 'Go']],
    ['Java and Spring Boot', ['Java', 'Spring Boot']],
    ['Java Spring Boot services', ['Spring Boot']],
    ['CI/CD pipelines', ['CI/CD']],
    ['unit and integration tests', ['Unit Testing', 'Integration Testing']],
    ['unit, integration and manual tests', ['Unit Testing', 'Integration Testing']],
    ['designing RESTful APIs', ['API Design', 'REST APIs']],
    ['solving truly complex problems', ['Problem Solving']],
    ['data structures and algorithms', ['Data Structures']],
    ['Kubernetes,Docker;Terraform', ['Kubernetes', 'Docker', 'Terraform']],
    ['We use Go-based tools', ['Go']],
    ['Go developer wanted', ['Go']],
    ['not only Java', ['Java']],
    ['Not bad at all. Python', ['Python']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('the place is that of the words', () => {
    const text = 'Some “Docker” containers';
    expect(reader.read(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Docker', 'containers']);
  });
});

describe('what a text does not name', () => {
  test.each([
    ['Owned the go-to-market plan'],
    ['Owned the Go-to-Market plan'],
    ['Go to market with us'],
    ['we go far'],
    ['(Go Sooners)'],
    ['an R&D budget'],
    ['R & D'],
    ['vitamin C'],
    ['Appendix C'],
    ['the C-level'],
    ['Erika C. Mustermann'],
    ['Spring 2024'],
    ['express delivery'],
    ['Express your interest'],
    ['a ruby ring'],
    ['components communicate with each other'],
    ['not using Kubernetes'],
    ['no experience with Terraform'],
    ['without Docker'],
    ['Docker-free', ['Docker']],
    ['instead of Java'],
    ['never used Python'],
    ['I have not worked with Kubernetes yet'],
    ["don't know Java"],
    ['no experience with Terraform or Kubernetes'],
  ] as [string, string[]?][])('%s', (text, expected = []) => {
    expect(read(text)).toEqual(expected);
  });

  test('a negation ends with its clause', () => {
    expect(read('Not using Kubernetes, but Docker')).toEqual(['Docker']);
    expect(read('No Java. Python!')).toEqual(['Python']);
  });
});

test('a taxonomy whose alternative labels several skills share is read by its names', () => {
  const shared = [
    { skill: 0, text: 'manage budgets', preferred: true },
    { skill: 0, text: 'money', preferred: false },
    { skill: 1, text: 'trade shares', preferred: true },
    { skill: 1, text: 'money', preferred: false },
  ];
  const found = makeTextReader(shared, stemmer).read('managing budgets and money');
  expect(found.map(({ skill }) => skill)).toEqual([0]);
});

test('a cue is read where nothing is named, and gives way to every name', () => {
  const cued = [
    { skill: 0, text: 'Scalability', preferred: true },
    { skill: 0, text: 'scalable', preferred: false, isCue: true },
    { skill: 0, text: 'security', preferred: false, isCue: true },
    { skill: 1, text: 'Guarding', preferred: true },
    { skill: 1, text: 'security', preferred: false },
  ];
  const found = makeTextReader(cued, stemmer).read('scalable services, and security');
  expect(found.map(({ skill, label }) => [skill, label])).toEqual([
    [0, 'scalable'],
    [1, 'security'],
  ]);
});

test('any text is read: mentions stand in order inside it and do not overlap', () => {
  const parts = [
    'Java',
    ' ',
    'Go',
    '-',
    '&',
    '\n',
    '(',
    'not ',
    'unit ',
    'and ',
    'integration ',
    'tests',
    '.',
    ',',
    '🙂',
    '\u0301',
    '.NET',
    '/',
  ];
  let seed = 7;
  const pick = (): string => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return parts[seed % parts.length] ?? '';
  };
  for (let round = 0; round < 300; round++) {
    const text = Array.from({ length: 30 }, pick).join('');
    for (const { start, end } of reader.read(text)) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(text.length);
    }
  }
});
