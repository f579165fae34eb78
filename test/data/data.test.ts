import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileBuiltIn } from '../../scripts/compile-built-in.ts';
import { roleNumberOf, skillNumberOf } from '../../src/core/catalog/catalog-index.ts';
import { lookUpSkill } from '../../src/core/catalog/label-lookup.ts';
import { textAt } from '../../src/core/catalog/text-table.ts';
import { normaliseLabel } from '../../src/core/model/label.ts';
import { choicesOf, type Role, type Skill } from '../../src/core/model/model.ts';
import { weightOf } from '../../src/core/model/scale.ts';
import { assessRole, rankRoles, reaches } from '../../src/core/score/fit.ts';
import { explainRole } from '../../src/core/score/gaps.ts';
import { type Declaration, holdLevels } from '../../src/core/score/held-levels.ts';
import { readTextFile } from '../../src/documents/read-file.ts';
import { readProfile } from '../../src/intake/read-profile.ts';
import { type Person, resolveProfile } from '../../src/intake/resolve-profile.ts';
import { highestLevel, importance } from '../../src/schema/fields.ts';
import { roleSchema } from '../../src/schema/role-schema.ts';
import { skillSchema } from '../../src/schema/skill-schema.ts';
import { builtInCatalog } from '../support/make-catalog.ts';
import { home } from '../support/run-cli.ts';

const catalog = builtInCatalog();
const { scale } = catalog;
const skills: Skill[] = Array.from({ length: catalog.index.skillCount }, (_, i) => catalog.skill(i));
const roles: Role[] = Array.from({ length: catalog.index.roleCount }, (_, i) => catalog.role(i));

test('dist/catalog.bin is what data/ compiles to, byte for byte', async () => {
  const fresh = await compileBuiltIn(home);
  expect(fresh.equals(readFileSync(join(home, 'dist', 'catalog.bin')))).toBe(true);
});

test('no cue is a name, but of its own skill where that name counts in lists alone; none is a cue twice', () => {
  const cues = skills.flatMap((skill) => skill.cues ?? []);
  expect(cues.length).toBeGreaterThan(0);
  const inLists = new Map(skills.map((skill) => [skill.id, Object.keys(skill.ambiguous ?? {}).map(normaliseLabel)]));
  const names = skills.flatMap((skill) =>
    (skill.cues ?? []).filter((cue) => {
      const named = lookUpSkill(catalog, cue);
      return (
        named >= 0 && !(textAt(catalog.skillIds, named) === skill.id && inLists.get(skill.id)?.includes(normaliseLabel(cue)))
      );
    }),
  );
  expect(names).toEqual([]);
  expect(new Set(cues.map(normaliseLabel)).size).toBe(cues.length);
});

describe('scale.yaml and the schemas agree', () => {
  test('on the levels', () => {
    expect(scale.levels.map((anchor) => anchor.level)).toEqual(Array.from({ length: highestLevel + 1 }, (_, i) => i));
    expect(Object.keys(skillSchema.entries.learn.wrapped.pipe[0].entries)).toEqual(
      Array.from({ length: highestLevel }, (_, i) => String(i + 1)),
    );
    for (const hours of Object.values(scale.efforts)) {
      for (const steps of [hours.low, hours.typical, hours.high]) expect(steps.length).toBe(highestLevel);
    }
  });

  test('on words that mean one level each', () => {
    const words = scale.levels.flatMap((anchor) => [anchor.word, ...anchor.alsoSaid]);
    expect(new Set(words).size).toBe(words.length);
  });

  test('on the seniorities and the kinds of education', () => {
    expect(roleSchema.entries.seniority.wrapped.options).toEqual(scale.seniorities);
    expect(roleSchema.entries.education.wrapped.entries.level.options).toEqual(scale.education.map((one) => one.id));
  });

  test('on the importances and the classes of effort', () => {
    expect([...importance.options[0].options].sort()).toEqual(Object.keys(scale.importances).sort());
    expect([...skillSchema.entries.effort.wrapped.pipe[0].options].sort()).toEqual(Object.keys(scale.efforts).sort());
  });

  test('hours rise with the level and from low to high, in multiples of ten', () => {
    for (const { low, typical, high } of Object.values(scale.efforts)) {
      typical.forEach((hours, i) => {
        expect((low[i] ?? 0) <= hours && hours <= (high[i] ?? 0)).toBe(true);
        expect(hours).toBeGreaterThanOrEqual(typical[i - 1] ?? 0);
        for (const one of [low[i], hours, high[i]]) expect((one ?? 1) % 10).toBe(0);
      });
    }
  });

  test('verdicts fall from the best to the last, which asks for nothing', () => {
    expect(scale.verdicts.map((mark) => mark.verdict)).toEqual(['ready', 'near', 'stretch', 'far']);
    expect(scale.verdicts.map((mark) => [mark.fit, mark.essentials])).toEqual([
      [80, 1],
      [65, 0.75],
      [35, 0.4],
      [0, 0],
    ]);
  });
});

/** What a role asks and no more: the first `atLeast` of each group, each at its level. */
function declare(role: Role): Declaration[] {
  return role.requirements.flatMap((requirement) =>
    requirement.anyOf
      .slice(0, requirement.atLeast)
      .map((one) => ({ skill: skillNumberOf(catalog, one.skill), level: one.level })),
  );
}

describe('the roles', () => {
  test('begin with the five of the descriptions, in every list that is not ranked; the others follow by id', () => {
    const ids = [
      'junior-backend-engineer',
      'backend-developer',
      'java-spring-boot-microservices',
      'senior-backend-developer',
      'principal-api-architect',
    ];
    const listed = roles.map((role) => role.id);
    expect(listed.slice(0, 5)).toEqual(ids);
    expect(listed.slice(5)).toEqual(listed.slice(5).sort());
    expect(listed.length).toBeGreaterThanOrEqual(5 + 12);
  });

  test('cover every grade, and each leads on or back to another', () => {
    for (const seniority of scale.seniorities) {
      expect(roles.filter((role) => role.seniority === seniority).length).toBeGreaterThanOrEqual(2);
    }
    for (const role of roles) expect([role.id, role.leadsTo.length > 0]).toEqual([role.id, true]);
  });

  // Nobody is ready while one essential is open: a role of thirty essentials would be a wish, not a demand.
  test.each(roles)('$id has at most twelve essentials, which demand at most twenty skills together', (role) => {
    const essentials = role.requirements.filter((one) => weightOf(one.importance, scale) >= scale.essentialFrom);
    expect(essentials.length).toBeLessThanOrEqual(12);
    expect(essentials.reduce((sum, one) => sum + one.atLeast, 0)).toBeLessThanOrEqual(20);
  });

  test.each(roles)('$id has essentials, a seniority, a source for each requirement and texts that name skills', (role) => {
    expect(role.requirements.some((one) => weightOf(one.importance, scale) >= scale.essentialFrom)).toBe(true);
    expect(scale.seniorities).toContain(role.seniority);
    expect(role.responsibilities.length).toBeGreaterThan(0);
    const sources = role.sources.map((source) => source.id);
    for (const requirement of role.requirements) expect(sources).toContain(requirement.source);
    for (const { skill } of role.experience?.of ?? []) expect(skillNumberOf(catalog, skill)).toBeGreaterThanOrEqual(0);
  });

  test.each(roles)('$id is met in full by someone who holds exactly what it asks', (role) => {
    const fit = assessRole(catalog, roleNumberOf(catalog, role.id), holdLevels(catalog.index, declare(role)));
    expect(fit).toMatchObject({ fit: 100, high: 100, verdict: 'ready' });
  });

  test('the principal who lacks nothing is near the top for the junior role too, through what his skills imply', () => {
    const principal = catalog.role(roleNumberOf(catalog, 'principal-api-architect'));
    const held = holdLevels(catalog.index, declare(principal));
    const fitFor = (id: string): number => assessRole(catalog, roleNumberOf(catalog, id), held).fit;
    expect(fitFor('junior-backend-engineer')).toBeGreaterThanOrEqual(90);
    expect(fitFor('backend-developer')).toBeGreaterThanOrEqual(75);
    const junior = explainRole(catalog, roleNumberOf(catalog, 'junior-backend-engineer'), held);
    expect(junior.some((one) => one.via.some((way) => way.kind === 'implied'))).toBe(true);
  });
});

/**
 * For each skill the highest level that a role asks, a prerequisite needs or an implication of such a level reaches.
 * Each member of a family that a role asks for counts: a plan may build on whichever a person holds.
 */
function highestLevels(): Map<string, number> {
  const highest = new Map<string, number>();
  const reach = (id: string, level: number): void => {
    if (level < 1 || level <= (highest.get(id) ?? 0)) return;
    highest.set(id, level);
    const skill = catalog.skill(skillNumberOf(catalog, id));
    for (const implied of skill.implies) reach(implied.skill, level + implied.offset);
    for (const needed of skill.requires) for (const one of choicesOf(needed)) reach(one, needed.level);
  };
  for (const role of roles) {
    for (const { anyOf } of role.requirements) for (const one of anyOf) reach(one.skill, one.level);
  }
  return highest;
}

describe('the skills', () => {
  test('of a family that a role asks for can be learned to that level, by as many as are asked and by three at least', () => {
    const learnable = (id: string, level: number): boolean =>
      catalog.skill(skillNumberOf(catalog, id)).learn[String(level)] !== undefined;
    for (const role of roles) {
      for (const { id, anyOf, atLeast, family } of role.requirements) {
        if (family === undefined) continue;
        const found = anyOf.filter((one) => learnable(one.skill, one.level)).length;
        expect([role.id, id, found >= Math.max(3, atLeast)]).toEqual([role.id, id, true]);
      }
    }
  });

  test('say what to do at every level up to the highest that a role asks or an implication reaches', () => {
    const missing: string[] = [];
    for (const [id, level] of highestLevels()) {
      const { learn } = catalog.skill(skillNumberOf(catalog, id));
      for (let at = 1; at <= level; at++) if (learn[String(at)] === undefined) missing.push(`${id} ${at}`);
    }
    expect(missing).toEqual([]);
  });

  test('give at least one https resource with each thing to do', () => {
    const faults: string[] = [];
    for (const skill of skills) {
      for (const [level, entry] of Object.entries(skill.learn)) {
        if (entry.resources.length === 0) faults.push(`${skill.id} ${level}: no resource`);
        if (entry.do.trim().length < 20) faults.push(`${skill.id} ${level}: nothing to do`);
        for (const { url } of entry.resources) {
          if (!URL.canParse(url) || new URL(url).protocol !== 'https:') faults.push(`${skill.id} ${level}: ${url}`);
        }
      }
    }
    expect(faults).toEqual([]);
  });

  test('each state their kind', () => {
    expect(skills.filter((skill) => skill.kind === undefined).map((skill) => skill.id)).toEqual([]);
  });
});

describe('the examples', () => {
  const folder = join(home, 'data', 'examples');
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

  function open(name: string): Person {
    const read = readTextFile(join(folder, name), name);
    if ('diagnostic' in read) throw new Error(read.diagnostic.code);
    const { profile, diagnostics } = readProfile(read.text, name, scale);
    expect(diagnostics).toEqual([]);
    if (profile === undefined) throw new Error('no profile');
    return resolveProfile(catalog, profile, () => []);
  }

  test('are three', () => {
    expect(files.map((name) => basename(name, '.yaml')).sort()).toEqual(['bootcamp-graduate', 'java-developer', 'team-lead']);
  });

  test.each(files)('%s resolves without unrecognised names', (name) => {
    const person = open(name);
    expect(person.unrecognised).toEqual([]);
    expect(person.diagnostics.filter((one) => one.code === 'unrecognised-role')).toEqual([]);
    expect(person.targets.length).toBe(person.profile.targets.length);
    expect(person.declarations.length).toBeGreaterThan(10);
  });

  test('are told apart by the roles: who has done more fits the senior roles better', () => {
    const fits = ['bootcamp-graduate.yaml', 'java-developer.yaml', 'team-lead.yaml'].map((name) => {
      const role = roleNumberOf(catalog, 'senior-backend-developer');
      return rankRoles(catalog, open(name).held).find((one) => one.role === role)?.fit ?? -1;
    });
    expect(fits[0]).toBeLessThan(fits[1] ?? 0);
    expect(fits[1]).toBeLessThan(fits[2] ?? 0);
    expect(reaches(fits[0] ?? 100, 65)).toBe(false);
  });
});
