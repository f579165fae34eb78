import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeTableTools } from '../../src/intake/people/make-table-tools.ts';
import { personOf, readNdjsonLines } from '../../src/intake/people/read-records.ts';
import { scanSimplePerson } from '../../src/intake/scan-simple-person.ts';
import { builtInCatalog } from '../support/make-catalog.ts';

const tools = makeTableTools(builtInCatalog());

test('the plain line that programs write is read without a parser, with or without spaces', () => {
  const skills = [
    { input: 'java', level: 3, assumed: false },
    { input: 'c++', level: 0, assumed: false },
  ];
  expect(scanSimplePerson('{"person":"Ada","skills":{"java":3,"c++":0}}', 5)).toEqual({ person: 'Ada', skills });
  expect(scanSimplePerson('{"person": "Ada", "skills": {"java": 3, "c++": 0} } ', 5)).toEqual({ person: 'Ada', skills });
  expect(scanSimplePerson('{"person":"Ada","skills":{}}', 5)).toEqual({ person: 'Ada', skills: [] });
});

test.each([
  '{"person":"A","skills":{"java":6}}',
  '{"person":"A","skills":{"java":33}}',
  '{"person":"A","skills":{"java":3.0}}',
  '{"person":"A","skills":{"java":-1}}',
  '{"person":"A","skills":{"java":3,}}',
  '{"person":"A","skills":{"java":3}',
  '{"person":"A","skills":{"java":3}}}',
  '{"person":"A","skills":{"java":3}}{',
  '{"person":"A","skills":{"java":3,"java":4}}',
  '{"person":"A","skills":{"10":3,"2":4}}',
  '{"person":"\\u0041","skills":{}}',
  '{"person":"A\tB","skills":{}}',
  '{"person":"A","role":"x","skills":{}}',
  '{"person":1,"skills":{}}',
  '[]',
  '',
])('%s is left to the parser', (line) => {
  expect(scanSimplePerson(line, 5)).toBeUndefined();
});

const name = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('__proto__', 'constructor', 'person', '10', 'java', 'c++', '\u2028', '"', '\\'),
);
const held = fc.oneof(
  fc.integer({ min: -1, max: 7 }),
  fc.constantFrom('expert', 'nonsense', null, 2.5, true, { level: 3, years: 2 }),
);
const profile = fc.record(
  {
    person: fc.oneof(name, fc.integer()),
    name,
    skills: fc.oneof(
      { weight: 5, arbitrary: fc.dictionary(name, held) },
      { weight: 1, arbitrary: fc.array(name, { maxLength: 3 }) },
    ),
    role: name,
  },
  { requiredKeys: ['skills'] },
);

test('every quick way gives what the full check gives', () => {
  fc.assert(
    fc.property(profile, fc.boolean(), (written, spaced) => {
      const text = spaced ? JSON.stringify(written, null, 1).replaceAll('\n', ' ') : JSON.stringify(written);
      const slow = [...personOf(JSON.parse(text) as Record<string, unknown>, 'f', 7, tools)][0];
      const [quick] = [...readNdjsonLines(Buffer.from(text), 'f', 7, tools)];
      const plain = (row: typeof slow | undefined): unknown => {
        if (row === undefined || !('person' in row)) return row;
        const skills = row.profile.skills.map(({ input, level, assumed }) => ({ input, level, assumed }));
        return { person: row.person, skills };
      };
      expect(plain(quick)).toEqual(plain(slow));
    }),
    { numRuns: 2000 },
  );
});
