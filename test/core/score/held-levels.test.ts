import { describe, expect, test } from 'vitest';
import type { Catalog } from '../../../src/core/catalog/catalog-index.ts';
import { skillNumberOf } from '../../../src/core/catalog/catalog-index.ts';
import { messageOf } from '../../../src/core/model/diagnostic.ts';
import { type Person, resolveProfile } from '../../../src/intake/resolve-profile.ts';
import { parseSkillsArgument } from '../../../src/intake/skills-argument.ts';
import { makeCatalog } from '../../support/make-catalog.ts';

// Spring Boot at n implies Java at n - 1, and Java at n implies programming at n.
const catalog = makeCatalog(
  [
    { id: 'programming' },
    { id: 'java', name: 'Java', altLabels: ['jdk', 'core java'], implies: [{ skill: 'programming' }] },
    { id: 'spring-boot', name: 'Spring Boot', altLabels: ['springboot'], implies: [{ skill: 'java', offset: -1 }] },
    { id: 'kafka', name: 'Kafka', implies: [{ skill: 'events', offset: -2 }] },
    { id: 'events', name: 'Events' },
  ],
  [],
);

function person(skills: string, of: Catalog = catalog): Person {
  const read = parseSkillsArgument(skills, of.scale);
  return resolveProfile(of, { skills: read.skills, targets: [] }, () => []);
}

function levels(who: Person): Record<string, number> {
  const ids = ['events', 'java', 'kafka', 'programming', 'spring-boot'];
  const held = ids.map((id) => [id, who.held.level[skillNumberOf(catalog, id)] ?? 0] as const);
  return Object.fromEntries(held.filter(([, level]) => level > 0));
}

const messages = (who: Person): string[] => who.diagnostics.map(messageOf);

describe('held levels', () => {
  test('Spring Boot at 4 implies Java at 3, and through it programming at 3', () => {
    const who = person('spring-boot=4');
    expect(levels(who)).toEqual({ 'spring-boot': 4, java: 3, programming: 3 });
    // The declared skill stands behind both, however many steps away.
    const by = (id: string): number => who.held.impliedBy[skillNumberOf(catalog, id)] ?? -2;
    expect([by('java'), by('programming'), by('spring-boot')]).toEqual([
      skillNumberOf(catalog, 'spring-boot'),
      skillNumberOf(catalog, 'spring-boot'),
      -1,
    ]);
  });

  test('an offset that leads to 0 implies nothing: neither a level nor an assessment', () => {
    const who = person('spring-boot=1, kafka=2');
    expect(levels(who)).toEqual({ 'spring-boot': 1, kafka: 2 });
    expect(who.held.assessed[skillNumberOf(catalog, 'java')]).toBe(0);
    expect(levels(person('kafka=3'))).toEqual({ kafka: 3, events: 1 });
  });

  test('a declared level above the implied one stands', () => {
    const who = person('spring-boot=4, java=5');
    expect(levels(who)).toEqual({ 'spring-boot': 4, java: 5, programming: 5 });
    expect(who.held.impliedBy[skillNumberOf(catalog, 'java')]).toBe(-1);
    expect(messages(who)).toEqual([]);
  });

  test('a declared level below the implied one is pointed out, not obeyed', () => {
    const who = person('spring-boot=4, java=1');
    expect(levels(who)).toEqual({ 'spring-boot': 4, java: 3, programming: 3 });
    expect(messages(who)).toEqual(['Java is declared at 1, but Spring Boot implies 3; 3 counts']);
  });

  test('the same skill declared through two aliases counts once, at the higher level, and is pointed out', () => {
    for (const skills of ['jdk=2, Core_Java=4', 'Core_Java=4, jdk=2']) {
      const who = person(skills);
      expect(levels(who)).toEqual({ java: 4, programming: 4 });
      expect(who.declarations).toEqual([{ skill: skillNumberOf(catalog, 'java'), level: 4 }]);
      expect(who.diagnostics.map((one) => one.code)).toEqual(['declared-twice']);
      expect(messages(who)[0]).toMatch(/are one skill, Java; the higher level, 4, counts$/);
    }
  });

  test('`kafka: none` is assessed and absent; a skill that is not mentioned is not assessed', () => {
    const who = person('kafka=none');
    expect(levels(who)).toEqual({});
    expect(who.held.assessed[skillNumberOf(catalog, 'kafka')]).toBe(1);
    // Nobody is taken to know events for not knowing Kafka.
    expect(who.held.assessed[skillNumberOf(catalog, 'events')]).toBe(0);
    expect(who.held.assessed[skillNumberOf(catalog, 'java')]).toBe(0);
  });

  test('a bare name counts at level 3, and that is said', () => {
    const who = person('java');
    expect(levels(who)).toEqual({ java: 3, programming: 3 });
    expect(messages(who)).toEqual(['no level given for "java"; 3 was assumed']);
  });

  test('a name that matches nothing is listed and never scored, however near it is', () => {
    const who = resolveProfile(
      catalog,
      { skills: [{ input: 'Jva', level: 5, assumed: false }], targets: ['nobody'], role: 'no one' },
      (kind) => (kind === 'skill' ? ['java'] : []),
    );
    expect(levels(who)).toEqual({});
    expect(who.unrecognised).toEqual([{ input: 'Jva', suggestions: ['java'] }]);
    expect(who.targets).toEqual([]);
    expect(messages(who)).toEqual([
      'no skill is called "Jva"; it does not count',
      'no role is called "nobody"; it is left out',
      '"no one" is no role of this catalog; its words are read as a job, and none of them is known',
    ]);
  });
});
