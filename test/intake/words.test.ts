import { describe, expect, test } from 'vitest';
import { messageOf } from '../../src/core/model/diagnostic.ts';
import { levelOfWord } from '../../src/intake/level-words.ts';
import { readProfile } from '../../src/intake/read-profile.ts';
import { parseSkillsArgument } from '../../src/intake/skills-argument.ts';
import { makeSuggestIds } from '../../src/intake/suggest-ids.ts';
import { builtInCatalog, scale } from '../support/make-catalog.ts';

describe('a level', () => {
  test.each([
    ['0', 0],
    ['none', 0],
    ['no', 0],
    ['Novice', 1],
    ['advanced-beginner', 2],
    ['3', 3],
    ['Working Knowledge', 3],
    ['PROFICIENT', 4],
    [' expert ', 5],
  ])('%j is %d', (word, level) => {
    expect(levelOfWord(scale, word)).toBe(level);
  });

  test.each(['6', '-1', '3.5', '03', 'god', '', 'constructor'])('%j is none', (word) => {
    expect(levelOfWord(scale, word)).toBeUndefined();
  });
});

describe('--skills', () => {
  const said = (text: string): unknown[] =>
    parseSkillsArgument(text, scale).skills.map((one) => [one.input, one.level, ...(one.assumed ? ['assumed'] : [])]);

  test('takes commas or semicolons, = or :, and words or digits', () => {
    expect(said('java=3, sql:expert;docker\n C++ = none,,')).toEqual([
      ['java', 3],
      ['sql', 5],
      ['docker', 3, 'assumed'],
      ['C++', 0],
    ]);
  });

  test('separates at the last sign: a name may hold one', () => {
    expect(said('http://e.org/skill/1=4')).toEqual([['http://e.org/skill/1', 4]]);
  });

  test('says what is no level, and what has no name', () => {
    const { skills, diagnostics } = parseSkillsArgument('java=9,=3,sql=experd', scale);
    expect(skills).toEqual([]);
    expect(diagnostics.map(messageOf)).toEqual([
      '--skills: "9" is not a level (for java)',
      '--skills: no skill before "=3"',
      '--skills: "experd" is not a level (for sql)',
    ]);
    expect(diagnostics[2]?.suggestions?.[0]).toBe('expert');
  });
});

describe('a profile', () => {
  const skillsOf = (text: string): unknown =>
    readProfile(text, 'p.yaml', scale).profile?.skills.map((one) => [one.input, one.level]);

  test('takes skills as a map, as a list, or as a list of entries', () => {
    const java3 = [['java', 3]];
    expect(skillsOf('skills: { java: 3 }')).toEqual(java3);
    expect(skillsOf('skills: { java: competent }')).toEqual(java3);
    expect(skillsOf('skills: { java: { level: 3, years: 2 } }')).toEqual(java3);
    expect(skillsOf('skills: [java]')).toEqual(java3);
    expect(skillsOf('skills: [{ java: 3 }]')).toEqual(java3);
    expect(skillsOf('skills: [{ skill: java, level: 3 }]')).toEqual(java3);
    expect(skillsOf('{"skills": {"java": 3}}')).toEqual(java3);
  });

  test('takes `kafka: no` for none, and names that objects inherit for names', () => {
    expect(skillsOf('skills: { kafka: no, constructor: 2, __proto__: 1 }')).toEqual([
      ['kafka', 0],
      ['constructor', 2],
      ['__proto__', 1],
    ]);
  });

  test('says where a wrong level stands, and reads the rest', () => {
    const { profile, diagnostics } = readProfile('skills:\n  java: experd\n  go: 2\n', 'p.yaml', scale);
    expect(profile?.skills.map((one) => one.input)).toEqual(['go']);
    expect(diagnostics.map((one) => [one.code, one.place?.line, one.place?.column, one.suggestions?.[0]])).toEqual([
      ['wrong-value', 2, 9, 'expert'],
    ]);
  });
});

test('suggestions are ids, at most three, and none for what is near nothing', () => {
  const suggest = makeSuggestIds(builtInCatalog());
  expect(suggest('skill', 'kuberntes')[0]).toBe('kubernetes');
  expect(suggest('role', 'senoir backend developer')[0]).toBe('senior-backend-developer');
  // What adverts say instead of a name means its skill, however many names are spelled more like it.
  expect(suggest('skill', 'Performance')[0]).toBe('performance-optimization');
  expect(suggest('skill', 'security')[0]).toBe('information-security');
  expect(suggest('skill', 'security').length).toBeLessThanOrEqual(3);
  expect(suggest('skill', 'a').length).toBeLessThanOrEqual(3);
  expect(suggest('skill', 'qqqqqqqqqqqq')).toEqual([]);
  expect(suggest('skill', '')).toEqual([]);
});
