import { describe, expect, test } from 'vitest';
import type { SkillProfile } from '../../../src/core/model/model.ts';
import { judgeEducation, judgeExperience } from '../../../src/core/score/background.ts';
import { assessRole } from '../../../src/core/score/fit.ts';
import { holdLevels } from '../../../src/core/score/held-levels.ts';
import { makeCatalog } from '../../support/make-catalog.ts';

const catalog = makeCatalog(
  [{ id: 'java', name: 'Java', altLabels: ['jdk'] }, { id: 'go' }],
  [
    {
      id: 'asks',
      experience: { years: 8, of: [{ skill: 'java', years: 3 }] },
      education: { level: 'bachelor', alternatives: ['bootcamp with projects'] },
      requirements: [{ skill: 'java', level: 4, importance: 'essential' }],
    },
    { id: 'asks-not', requirements: [{ skill: 'java', level: 4, importance: 'essential' }] },
  ],
);
const asks = catalog.role(0);
const asksNot = catalog.role(1);
const nobody: SkillProfile = { skills: [], targets: [] };
const java = (years?: number): SkillProfile['skills'] => [
  { input: 'jdk', level: 4, assumed: false, ...(years === undefined ? {} : { years }) },
];

describe('experience', () => {
  test.each([
    ['met by years enough', { ...nobody, experience: { years: 8, of: [{ skill: 'Java', years: 3 }] } }, true],
    ['met by the years that stand with the skill', { ...nobody, experience: { years: 9, of: [] }, skills: java(3) }, true],
    ['not met by too few years', { ...nobody, experience: { years: 7.5, of: [] }, skills: java(5) }, false],
    ['not met by too few years in Java', { ...nobody, experience: { years: 20, of: [] }, skills: java(2) }, false],
    ['open where the profile does not say', { ...nobody, experience: { years: 20, of: [] }, skills: java() }, null],
    ['open without any profile', nobody, null],
  ] as const)('is %s', (_, profile, met) => {
    expect(judgeExperience(catalog, asks, profile).met).toBe(met);
  });

  test('takes the most years that are stated for a skill, under whatever name', () => {
    const profile = { ...nobody, experience: { of: [{ skill: 'JAVA', years: 6 }] }, skills: java(2) };
    expect(judgeExperience(catalog, asks, profile).of).toEqual([{ skill: 'java', years: 6, required: 3, met: true }]);
  });

  test('is met where nothing is asked', () => {
    expect(judgeExperience(catalog, asksNot, nobody)).toEqual({ years: null, required: null, met: true, of: [] });
  });
});

describe('education', () => {
  test.each([
    ['bachelor', true],
    ["Bachelor's degree", true],
    ['master', true],
    ['doctorate', true],
    ['associate', false],
    ['secondary', false],
    ['bootcamp', true],
    ['Bootcamp with projects', true],
    ['boot', false],
    ['self-taught', false],
  ] as const)('%s: %s', (level, met) => {
    expect(judgeEducation(catalog, asks, { ...nobody, education: { level } })).toEqual({
      held: level,
      required: 'bachelor',
      met,
    });
  });

  test('is open where the profile does not say, and met where nothing is asked', () => {
    expect(judgeEducation(catalog, asks, nobody)).toEqual({ held: null, required: 'bachelor', met: null });
    expect(judgeEducation(catalog, asksNot, nobody)).toEqual({ held: null, required: null, met: true });
  });
});

test('neither of them is mixed into the fit or the verdict', () => {
  const held = holdLevels(catalog.index, [{ skill: 1, level: 4 }]);
  const [withAsk, without] = [assessRole(catalog, 0, held), assessRole(catalog, 1, held)];
  expect({ ...withAsk, role: 0 }).toEqual({ ...without, role: 0 });
  expect(withAsk).toMatchObject({ fit: 100, verdict: 'ready' });
});
