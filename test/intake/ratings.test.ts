import { expect, test } from 'vitest';
import { lookUpSkill } from '../../src/core/catalog/label-lookup.ts';
import { editProfile } from '../../src/intake/edit-profile.ts';
import { isoDay, pickCounting } from '../../src/intake/ratings.ts';
import { readProfile } from '../../src/intake/read-profile.ts';
import { builtInCatalog } from '../support/make-catalog.ts';

const catalog = builtInCatalog();

test.each([
  [
    'the own one, whatever others say',
    [
      { assessedBy: 'manager', on: '2026-05-01' },
      { assessedBy: 'self', on: '2026-01-01' },
    ],
    1,
  ],
  [
    'the own newest',
    [
      { assessedBy: 'self', on: '2026-05-01' },
      { assessedBy: 'self', on: '2026-01-01' },
    ],
    0,
  ],
  [
    'without an own one the newest of others',
    [
      { assessedBy: 'coach', on: '2026-01-01' },
      { assessedBy: 'manager', on: '2026-05-01' },
    ],
    1,
  ],
  ['of equally new ones the last', [{ assessedBy: 'coach' }, { assessedBy: 'manager' }], 1],
])('which rating counts: %s', (_, ratings, at) => {
  expect(pickCounting(ratings)).toBe(ratings[at]);
});

test('a person’s own name is the person', () => {
  const ratings = [
    { assessedBy: 'Ada', level: 2 },
    { assessedBy: 'Bo', level: 5 },
  ];
  expect(pickCounting(ratings, ['ada'])?.level).toBe(2);
});

test.each([
  ['2026-3-1', '2026-03-01'],
  ['2026/03/01 09:14', '2026-03-01'],
  ['1.3.2026', '2026-03-01'],
  ['13/3/2026', '2026-03-13'],
  ['3/13/2026', '2026-03-13'],
  ['3/4/2026', ''],
  ['last spring', ''],
])('the day %s is "%s"', (text, day) => expect(isoDay(text)).toBe(day));

const written = `# mine
skills:
  Docker:
    level: 3 # alone
    on: 2026-11-20
    assessedBy: self
    ratings:
      - { level: 2, on: 2026-03-01, assessedBy: self }
      - { level: 5, on: 2026-11-22, assessedBy: manager, note: builds images }
`;

test('a profile with ratings: the level that stands there counts, and the ratings are kept', () => {
  const { profile, diagnostics } = readProfile(written, 'me.yaml', catalog.scale);
  expect(diagnostics).toEqual([]);
  expect(profile?.skills[0]).toMatchObject({
    level: 3,
    ratings: [
      { level: 2, on: '2026-03-01', assessedBy: 'self' },
      { level: 5, on: '2026-11-22', assessedBy: 'manager', note: 'builds images' },
    ],
  });
  const without = readProfile(written.replace('    level: 3 # alone\n', ''), 'me.yaml', catalog.scale);
  expect(without.profile?.skills[0]?.level).toBe(2);
});

test('a level that changes keeps what it was, and every other character', () => {
  const docker = lookUpSkill(catalog, 'docker');
  const edited = editProfile(written, catalog, [{ kind: 'skill', skill: docker, level: 4 }]);
  expect(edited).toBe(
    `${written.replace('level: 3', 'level: 4').replace('    on: 2026-11-20\n', '')}      - { level: 3, on: 2026-11-20, assessedBy: self }\n`,
  );
  expect(editProfile(edited, catalog, [{ kind: 'skill', skill: docker, level: 4 }])).toBe(edited);
});
