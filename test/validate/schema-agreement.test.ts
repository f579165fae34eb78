import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, test } from 'vitest';
import { jsonSchemaFiles } from '../../scripts/json-schemas.ts';
import { parseYaml } from '../../src/documents/yaml.ts';
import { checkShape } from '../../src/schema/check-shape.ts';
import { publishedSchemas } from '../../src/schema/published-schemas.ts';
import { home, runCli } from '../support/run-cli.ts';

const folder = join(home, 'data', 'schema');

test('data/schema is current (npm run update writes it)', () => {
  const files = jsonSchemaFiles();
  const there = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
  expect(there.map((name) => name.replaceAll('\\', '/')).sort()).toEqual(Object.keys(files).sort());
  for (const [name, text] of Object.entries(files)) expect(readFileSync(join(folder, name), 'utf8'), name).toBe(text);
});

test.each(['role', 'skill', 'profile', 'pack'])('careerpath schema %s prints it', async (kind) => {
  const { stdout, code } = await runCli(['schema', kind]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual(JSON.parse(readFileSync(join(folder, `${kind}.schema.json`), 'utf8')));
});

function compile(kind: string): ValidateFunction {
  return new Ajv({ strict: false }).compile(JSON.parse(readFileSync(join(folder, `${kind}.schema.json`), 'utf8')));
}

function toJson(value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, inner]) => [key, toJson(inner)]));
  return Array.isArray(value) ? value.map(toJson) : value;
}

/** Whether our validator takes a text, and whether ajv does with the published schema. */
function verdicts(kind: string, validate: ValidateFunction, text: string): [ours: boolean, theirs: boolean] {
  const document = parseYaml(text, 'x.yaml');
  const schema = publishedSchemas[kind];
  if (schema === undefined) throw new Error(`no schema of ${kind}`);
  const ours = checkShape(schema, document.value, [], document, () => []).diagnostics.length === 0;
  return [ours, validate(toJson(document.value))];
}

const role = 'id: dev\ntitle: Dev\n';
const asked = (rest: string): string => `${role}requirements:\n  - ${rest}\n`;
const corpus: Readonly<Record<string, readonly string[]>> = {
  role: [
    role,
    'id: dev\n',
    'title: Dev\n',
    `${role}seniority: boss\n`,
    `${role}seniority: mid\n`,
    `${role}extra: 1\n`,
    `${role}altTitles: Dev\n`,
    `${role}altTitles: [a, 2]\n`,
    'id: Dev\ntitle: Dev\n',
    'id: dev-\ntitle: Dev\n',
    `id: ${'a'.repeat(121)}\ntitle: Dev\n`,
    'id: dev\ntitle: ""\n',
    asked('{ skill: java, level: 3, importance: essential }'),
    asked('{ skill: java, level: 0, importance: essential }'),
    asked('{ skill: java, level: 6, importance: essential }'),
    asked('{ skill: java, level: 2.5, importance: essential }'),
    asked('{ skill: java, level: 3, importance: vital }'),
    asked('{ skill: java, level: 3, importance: 4.5 }'),
    asked('{ skill: java, level: 3, importance: 6 }'),
    asked('{ skill: java, importance: essential }'),
    asked('{ skill: java, level: "3", importance: essential }'),
    asked('{ anyOf: [a, { skill: b, level: 2 }], level: 3, importance: helpful }'),
    asked('{ anyOf: [a, { skill: b, level: 9 }], level: 3, importance: helpful }'),
    asked('{ anyOf: [], level: 3, importance: helpful }'),
    asked('{ anyOf: [a, 3], level: 3, importance: helpful }'),
    asked('{ anyOf: [a], skill: b, level: 3, importance: helpful }'),
    asked('{ anyOf: [a], atLeast: 0, level: 3, importance: helpful }'),
    asked('java'),
    `${role}experience: { years: -1 }\n`,
    `${role}experience: { years: 3, of: [{ skill: java, years: 2 }] }\n`,
    `${role}education: { level: school }\n`,
    `${role}leadsTo: [{ because: x }]\n`,
    `${role}sources: [{ id: a, title: A }]\n`,
    `${role}requirements: { skill: java }\n`,
    '[]\n',
    'text\n',
  ],
  skill: [
    'id: java\nname: Java\n',
    'id: java\nname: Java\nkind: thing\n',
    'id: java\nname: Java\neffort: huge\n',
    'id: java\nname: Java\nlearn: { 1: { do: x } }\n',
    'id: java\nname: Java\nlearn: { 6: { do: x } }\n',
    'id: java\nname: Java\nlearn: { 1: { resources: [] } }\n',
    'id: java\nname: Java\nimplies: [{ skill: a }]\n',
    'id: java\nname: Java\nimplies: [{ skill: a, offset: -5 }]\n',
    'id: java\nname: Java\nrelated: [{ skill: a }]\n',
    'id: java\nname: Java\nidentifiers: { esco: x }\n',
    'id: java\nname: Java\nidentifiers: { esco: 3 }\n',
    'name: Java\n',
  ],
  profile: [
    'skills: { Java: 3 }\n',
    'skills: { Java: 7 }\n',
    'skills: { Java: proficient }\n',
    'skills: { Java: { level: 3, years: 2, extra: yes it is } }\n',
    'skills: { Java: { level: 9 } }\n',
    'skills: [java, { skill: sql, level: 2 }]\n',
    'skills: java\n',
    'name: Ada\nunknown: 1\n',
    'targets: x\n',
    'hoursPerWeek: 200\n',
    'experience: { years: 3 }\n',
    'experience: 3\n',
  ],
  pack: [
    'name: x\n',
    'version: "1"\n',
    'name: x\nbase: none\n',
    'name: x\nbase: nothing\n',
    'name: x\nseverity: { unused-skill: "off" }\n',
    'name: x\nseverity: { unused-skill: loud }\n',
    'name: x\nmore: 1\n',
  ],
};

describe.each(Object.entries(corpus))('%s', (kind, texts) => {
  const validate = compile(kind);
  test.each(texts)('ajv with the published schema agrees on %j', (text) => {
    const [ours, theirs] = verdicts(kind, validate, text);
    expect(theirs, JSON.stringify(validate.errors)).toBe(ours);
  });

  test('the corpus has right and wrong files', () => {
    const results = texts.map((text) => verdicts(kind, validate, text)[0]);
    expect(new Set(results).size).toBe(2);
  });
});

test('ajv takes every role and skill of the built-in data', () => {
  const kinds = { roles: compile('role'), skills: compile('skills') };
  for (const [name, validate] of Object.entries(kinds)) {
    for (const file of readdirSync(join(home, 'data', name))) {
      const { value } = parseYaml(readFileSync(join(home, 'data', name, file), 'utf8'), file);
      expect(validate(toJson(value)), `${file} ${JSON.stringify(validate.errors)}`).toBe(true);
    }
  }
});
