import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SkillProfile } from '../../src/core/model/model.ts';
import { readProfile } from '../../src/intake/read-profile.ts';
import { readFaultlessProfile } from '../../src/intake/shape-profile.ts';
import { scale } from '../support/make-catalog.ts';
import { home } from '../support/run-cli.ts';

const withoutPlaces = (profile: SkillProfile | undefined): unknown =>
  JSON.parse(JSON.stringify(profile ?? null, (key, value: unknown) => (key === 'place' ? undefined : value)));

test('a faultless profile is read as the full reader reads it', () => {
  const text = 'name: Ada\nskills:\n  Spring Boot: 3\n  SQL: { level: 2, years: 1, on: 2026-10-01 }\ntargets: [x]\n';
  const profile = readFaultlessProfile(text, 'me.yaml', scale);
  expect(profile?.skills.map(({ input, level }) => [input, level])).toEqual([
    ['Spring Boot', 3],
    ['SQL', 2],
  ]);
  expect(profile?.targets).toEqual(['x']);
});

test.each(['skills: { java: 9 }', 'skills: {', 'skills: &a [java]', 'name: 010', 'skills:\n  java: sure'])(
  '%j is left to the full reader',
  (text) => {
    expect(readFaultlessProfile(text, 'me.yaml', scale)).toBeUndefined();
  },
);

test('every example profile is faultless', () => {
  for (const name of readdirSync(join(home, 'data', 'examples'))) {
    const text = readFileSync(join(home, 'data', 'examples', name), 'utf8');
    const faultless = readFaultlessProfile(text, name, scale);
    expect(faultless, name).toBeDefined();
    expect(withoutPlaces(faultless)).toEqual(withoutPlaces(readProfile(text, name, scale).profile));
  }
});

const line = fc.constantFrom(
  ...['skills:', '  java: 3', '  Spring Boot: competent', '  kafka: no', '  c: 7', '  - java', '  - sql: 2', '  x: { years: 2 }'],
  ...['name: Ada', 'name: 1', 'targets: [a, b]', 'role: [x]', 'hoursPerWeek: 6', 'experience: { years: -1 }', 'nmae: x', 'y'],
);

test('the two readers agree, and what the quick one takes has no fault', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
      const text = `${lines.join('\n')}\n`;
      const faultless = readFaultlessProfile(text, 'me.yaml', scale);
      if (faultless === undefined) return;
      const full = readProfile(text, 'me.yaml', scale);
      expect(full.diagnostics, text).toEqual([]);
      expect(withoutPlaces(faultless)).toEqual(withoutPlaces(full.profile));
    }),
    { numRuns: 2000 },
  );
});
