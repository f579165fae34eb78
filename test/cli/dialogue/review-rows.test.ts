import { expect, it } from 'vitest';
import { applyReview, reviewRows } from '../../../src/cli/dialogue/review-rows.ts';
import { lookUpSkill } from '../../../src/core/catalog/label-lookup.ts';
import type { Level } from '../../../src/core/model/scale.ts';
import type { ImportedProfile } from '../../../src/intake/import/resolve-import.ts';
import { builtInCatalog } from '../../support/make-catalog.ts';

const catalog = builtInCatalog();
const numberOf = (name: string): number => lookUpSkill(catalog, name);
const one = (name: string, level: Level, isAssumed: boolean, line: number): ImportedProfile['skills'][number] => ({
  skill: numberOf(name),
  level,
  isAssumed,
  evidence: [`cv.txt, line ${line}: "${name}"`],
});
const imported: ImportedProfile = {
  workEvidence: [],
  skills: [one('Docker', 2, true, 3), one('Java', 5, false, 1), one('PostgreSQL', 4, false, 2)].sort((a, b) => a.skill - b.skill),
  unrecognised: [
    { input: 'Dokcer', origin: 'line 4', suggestions: ['docker'] },
    { input: 'Kubernets', origin: 'line 5', suggestions: ['kubernetes', 'docker'] },
    { input: 'Zyxw', origin: 'line 6', suggestions: [] },
  ],
  diagnostics: [
    { code: 'unrecognised-skill', facts: { input: 'Kubernets' } },
    { code: 'unrecognised-skill', facts: { input: 'Zyxw' } },
  ],
};
const shown = (found: ReturnType<typeof reviewRows>): string[] =>
  found.map(({ row }) => `${row.level ?? '–'} ${row.label} (${row.hint})`);

it('lists what is said before what is assumed, then unknown names that have something near', () => {
  const found = reviewRows(catalog, imported);
  expect(shown(found).slice(0, 2).sort()).toEqual(['4 PostgreSQL (line 2: "PostgreSQL")', '5 Java (line 1: "Java")']);
  expect(shown(found).slice(2)).toEqual([
    '2 Docker (line 3: "Docker")',
    '– Dokcer → Docker (line 4)',
    '– Kubernets → Kubernetes (line 5)',
  ]);
});

it('leaves out what the profile has already, and says what it has of the rest', () => {
  const found = reviewRows(catalog, imported, new Map([[numberOf('Java'), 3]]));
  expect(shown(found)[0]).toBe('5 Java (was 3 · line 1: "Java")');
  expect(found.map(({ unknown }) => unknown)).toEqual([undefined, 'Dokcer', 'Kubernets']);
});

it('a review without a change changes nothing', () => {
  const found = reviewRows(catalog, imported);
  expect(
    applyReview(
      imported,
      found,
      found.map(({ row }) => row.level),
    ),
  ).toEqual(imported);
});

it('takes over levels, drops, and takes what is nearest', () => {
  const found = reviewRows(catalog, imported);
  const levels: Record<string, Level | undefined> = { Java: 3, Docker: 1, 'Dokcer → Docker': 2, 'Kubernets → Kubernetes': 4 };
  const left = applyReview(
    imported,
    found,
    found.map(({ row }) => levels[row.label]),
  );
  const held = new Map(left.skills.map(({ skill, level }) => [skill, level]));
  // PostgreSQL is dropped; of two findings of Docker the higher one counts.
  expect(held).toEqual(
    new Map([
      [numberOf('Java'), 3],
      [numberOf('Docker'), 2],
      [numberOf('Kubernetes'), 4],
    ]),
  );
  expect(left.skills.map(({ skill }) => skill)).toEqual([...held.keys()].sort((a, b) => a - b));
  expect(left.unrecognised.map(({ input }) => input)).toEqual(['Zyxw']);
  expect(left.diagnostics).toEqual([{ code: 'unrecognised-skill', facts: { input: 'Zyxw' } }]);
  expect(left.skills.find(({ skill }) => skill === numberOf('Kubernetes'))?.evidence).toEqual([
    'line 5: listed as "Kubernets", taken for Kubernetes',
  ]);
});
