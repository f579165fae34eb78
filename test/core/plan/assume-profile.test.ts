import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { skillNumberOf } from '../../../src/core/catalog/catalog-index.ts';
import { decodeCatalog, encodeCatalog } from '../../../src/core/catalog/compiled-layout.ts';
import { assumeProfile } from '../../../src/core/plan/assume-profile.ts';
import { presentGrade } from '../../../src/core/plan/present-grade.ts';
import { makeEstimator } from '../../../src/core/score/estimate.ts';
import { holdLevels } from '../../../src/core/score/held-levels.ts';
import { arbitraryWorld } from '../../support/arbitrary-catalog.ts';
import { builtInCatalog, makeCatalog, scale } from '../../support/make-catalog.ts';

describe('by hand', () => {
  // After five years 3.1 is usual. Docker comes with Kubernetes, one level and half a level below it; Linux with Docker.
  const catalog = makeCatalog(
    [
      { id: 'docker', kind: 'tool', implies: [{ skill: 'linux', offset: 0 }] },
      { id: 'kubernetes', kind: 'platform', usually: [{ skill: 'docker', offset: -1 }] },
      { id: 'linux', kind: 'platform' },
    ],
    [{ id: 'role', requirements: [{ skill: 'docker', level: 3, importance: 'essential' }] }],
  );
  const kubernetes = { skill: skillNumberOf(catalog, 'kubernetes'), level: 4 };
  const docker = skillNumberOf(catalog, 'docker');
  const linux = skillNumberOf(catalog, 'linux');

  test('an estimate of 2.5 counts as 2, with why', () => {
    const { assumed, held } = assumeProfile(catalog, [kubernetes], { years: 5 });
    const reason = { kind: 'usually', skill: kubernetes.skill, level: 4 };
    expect(assumed).toEqual([
      { skill: docker, level: 2, reason },
      { skill: linux, level: 2, reason },
    ]);
    expect(held.level[docker]).toBe(2);
  });

  test('what is said stays: with Linux 1, no Docker is assumed that would imply more of it', () => {
    const { assumed, held } = assumeProfile(catalog, [kubernetes, { skill: linux, level: 1 }], { years: 5 });
    expect(assumed.map(({ skill, level }) => [skill, level])).toEqual([[docker, 1]]);
    expect(held.level[linux]).toBe(1);
    expect(assumeProfile(catalog, [kubernetes, { skill: linux, level: 0 }], { years: 5 }).assumed).toEqual([]);
  });
});

test('laws: said levels stay, no level lies above the estimate, and nothing is assumed of what is said', () => {
  fc.assert(
    fc.property(arbitraryWorld, fc.constantFrom(undefined, 0, 1, 4, 12), (world, years) => {
      const catalog = decodeCatalog(encodeCatalog(world.entries));
      const said = holdLevels(catalog.index, world.said);
      const { held, assumed, declarations } = assumeProfile(catalog, world.said, { years });
      const estimate = makeEstimator(catalog)(said, { years });
      for (let skill = 0; skill < catalog.index.skillCount; skill++) {
        if (said.said[skill] === 1) expect(held.level[skill]).toBe(said.level[skill]);
        expect(held.level[skill]).toBeGreaterThanOrEqual(said.level[skill] as number);
        expect(held.level[skill]).toBeLessThanOrEqual(estimate.levelOf(skill) + 1e-9);
      }
      for (const { skill, level } of assumed) {
        expect(said.said[skill]).toBe(0);
        expect(Number.isInteger(level)).toBe(true);
      }
      expect(held).toEqual(holdLevels(catalog.index, declarations));
      expect(held.level).toEqual(assumeProfile(catalog, world.said.toReversed(), { years }).held.level);
    }),
    { numRuns: 1000, seed: 5 },
  );
});

describe('the present grade', () => {
  const catalog = builtInCatalog();
  const nobody = holdLevels(catalog.index, []);
  const gradeNamed = (name: string): number => scale.seniorities.indexOf(name);

  test('is that of the current role, else what the words of the job say, else below entry', () => {
    const senior = catalog.index.roleSeniority.indexOf(gradeNamed('senior'));
    expect(presentGrade(catalog, nobody, { job: 'whatever' }, senior)).toBe(gradeNamed('senior'));
    expect(presentGrade(catalog, nobody, { job: 'Senior Django Developer' }, undefined)).toBe(gradeNamed('senior'));
    expect(presentGrade(catalog, nobody, {}, undefined)).toBe(-1);
  });
});
