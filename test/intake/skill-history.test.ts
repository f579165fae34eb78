import { expect, test } from 'vitest';
import { textAt } from '../../src/core/catalog/text-table.ts';
import { declarationsOn } from '../../src/core/score/progress.ts';
import { readProfile } from '../../src/intake/read-profile.ts';
import { resolveProfile } from '../../src/intake/resolve-profile.ts';
import { readHistory } from '../../src/intake/skill-history.ts';
import { builtInCatalog, scale } from '../support/make-catalog.ts';

const catalog = builtInCatalog();
const today = '2026-11-25';

function historyOf(skills: string): { levels: string; codes: string[] } {
  const { profile } = readProfile(`skills:\n${skills}`, 'me.yaml', scale);
  if (profile === undefined) throw new Error('no profile');
  const { skills: read, diagnostics } = readHistory(catalog, profile, today);
  // Whatever is written, today counts what the profile counts.
  const { declarations } = resolveProfile(catalog, profile, () => []);
  expect(declarationsOn(read, today)).toEqual(declarations);
  const words = read.map(
    ({ skill, levels }) =>
      `${textAt(catalog.skillIds, skill)}: ${levels.map(({ on, level }) => `${level} ${on}`.trim()).join(', ')}`,
  );
  return { levels: words.join('; '), codes: diagnostics.map(({ code }) => code) };
}

test.each([
  ['a level alone is as old as can be', '  java: 3', 'java: 3'],
  ['a day says from when it counts', '  java: { level: 3, on: 2026-03-01 }', 'java: 3 2026-03-01'],
  [
    'former own levels by their days, the one without a day first',
    '  java: { level: 4, on: 2026-06-01, ratings: [{ level: 3, on: 2026-03-01, assessedBy: self }, { level: 2 }] }',
    'java: 2, 3 2026-03-01, 4 2026-06-01',
  ],
  [
    'what others say is beside it, not before it',
    '  java: { level: 4, on: 2026-06-01, ratings: [{ level: 2, on: 2026-03-01, assessedBy: manager }] }',
    'java: 4 2026-06-01',
  ],
  [
    'where others alone have spoken, their newest counts each day',
    '  java: { ratings: [{ level: 2, on: 2026-03-01, assessedBy: coach }, { level: 3, on: 2026-06-01, assessedBy: manager }] }',
    'java: 2 2026-03-01, 3 2026-06-01',
  ],
  [
    'what a scan or a document said was the person’s own',
    '  java: { level: 4, on: 2026-06-01, ratings: [{ level: 1, on: 2026-03-01, assessedBy: scan }] }',
    'java: 1 2026-03-01, 4 2026-06-01',
  ],
  [
    'a level without a day is newer than own ones that have one',
    '  java: { level: 4, ratings: [{ level: 3, on: 2026-03-01 }] }',
    `java: 3 2026-03-01, 4 ${today}`,
  ],
  ['a name of two skills has two histories', '  HTML/CSS: { level: 3, on: 2026-03-01 }', 'html: 3 2026-03-01; css: 3 2026-03-01'],
  ['days as spreadsheets write them', '  java: { level: 3, on: 1.3.2026 }', 'java: 3 2026-03-01'],
])('%s', (_, skills, levels) => expect(historyOf(skills)).toEqual({ levels, codes: [] }));

test('a day that is none or ahead is told; the level counts', () => {
  expect(historyOf('  java: { level: 3, on: 2026-02-30 }')).toEqual({ levels: 'java: 3', codes: ['no-such-date'] });
  expect(historyOf('  java: { level: 3, on: 2027-01-01 }')).toEqual({ levels: `java: 3 ${today}`, codes: ['future-date'] });
});
