import type { Rule } from './check.ts';

const java = '- id: java\n  name: Java\n';

function requirement(rest: string): string {
  return `id: developer\ntitle: Developer\nrequirements:\n  - skill: java\n${rest}`;
}

const skills = { 'skills/core.yaml': java };
const asked = { ...skills, 'roles/developer.yaml': requirement('    level: 3\n    importance: essential\n') };

/** What reading a file finds before any rule over the catalog runs. */
export const readingRules: readonly Rule[] = [
  {
    code: 'bad-encoding',
    why: 'A file in another encoding, or with a NUL byte in it, reads as other words to other programs.',
    failing: { 'skills/core.yaml': '- id: java\n  name: Ja\0va\n' },
    passing: skills,
  },
  {
    code: 'yaml-syntax',
    why: 'A file that is no YAML has no meaning that readers agree on. Every error of the file is reported, not the first alone.',
    failing: { 'skills/core.yaml': '- id: java\n  name: "Java\n' },
    passing: { 'skills/core.yaml': '- id: java\n  name: "Java"\n' },
  },
  {
    code: 'yaml-feature',
    why: 'Anchors, aliases, tags, directives and merge keys mean different things to different readers, and an alias can grow a small file to gigabytes.',
    failing: { 'skills/core.yaml': '- id: java\n  name: &name Java\n  altLabels: [*name]\n' },
    passing: { 'skills/core.yaml': '- id: java\n  name: Java\n' },
  },
  {
    code: 'yaml-too-deep',
    why: 'No role or skill needs deep nesting, and parsers run out of stack on it.',
    failing: { 'skills/core.yaml': `- id: java\n  name: ${'['.repeat(40)}${']'.repeat(40)}\n` },
    passing: skills,
  },
  {
    code: 'yaml-trap',
    why: 'Without quotes YAML reads 3.10 as 3.1, and older readers take no for false and 010 for 8: the text would not be what was written.',
    failing: { 'skills/core.yaml': '- id: python\n  name: Python\n  altLabels: [3.10, no]\n' },
    passing: { 'skills/core.yaml': "- id: python\n  name: Python\n  altLabels: ['3.10', 'no']\n" },
  },
  {
    code: 'duplicate-key',
    why: 'Readers keep one of the two values, some the first and some the last.',
    failing: { 'skills/core.yaml': '- id: java\n  name: Java\n  name: Java SE\n' },
    passing: { 'skills/core.yaml': '- id: java\n  name: Java\n' },
  },
  {
    code: 'merge-conflict',
    why: 'The file holds two versions of the same lines; which one counts is for its authors to say, and all else in it follows from that.',
    failing: { 'skills/core.yaml': '- id: java\n<<<<<<< HEAD\n  name: Java\n=======\n  name: Java SE\n>>>>>>> rename\n' },
    passing: { 'skills/core.yaml': '- id: java\n  name: Java SE\n' },
  },
  {
    code: 'comment-cuts-text',
    why: 'From a # behind a space on, YAML reads a comment: the skill would be called C, which is another one.',
    failing: { 'skills/core.yaml': '- id: csharp\n  name: C #\n  altLabels: [C #, CSharp]\n' },
    passing: { 'skills/core.yaml': "- id: csharp\n  name: C#\n  altLabels: ['C #', CSharp]\n" },
  },
  {
    code: 'unknown-key',
    why: 'A misspelled key would be passed over in silence, and what stands under it with it.',
    failing: { 'skills/core.yaml': '- id: java\n  name: Java\n  altLabel: [Core Java]\n' },
    passing: { 'skills/core.yaml': '- id: java\n  name: Java\n  altLabels: [Core Java]\n' },
  },
  {
    code: 'missing-key',
    why: 'Without it the entry cannot be used.',
    failing: { ...skills, 'roles/developer.yaml': requirement('    importance: essential\n') },
    passing: asked,
  },
  {
    code: 'wrong-type',
    why: 'A list where a text belongs, or a text where a number belongs, has no meaning here.',
    failing: { 'skills/core.yaml': '- id: java\n  name: Java\n  altLabels: Core Java\n' },
    passing: { 'skills/core.yaml': '- id: java\n  name: Java\n  altLabels: [Core Java]\n' },
  },
  {
    code: 'wrong-value',
    why: 'The value is taken from a closed list, so that every file says the same thing with the same word.',
    failing: { 'skills/core.yaml': '- id: java\n  name: Java\n  effort: lage\n' },
    passing: { 'skills/core.yaml': '- id: java\n  name: Java\n  effort: large\n' },
  },
  {
    code: 'invalid-id',
    why: 'Ids stand in file names, links and other files; lower-case letters, digits and hyphens survive all of them.',
    failing: { 'skills/core.yaml': '- id: Spring Boot\n  name: Spring Boot\n' },
    passing: { 'skills/core.yaml': '- id: spring-boot\n  name: Spring Boot\n' },
  },
  {
    code: 'out-of-scale',
    why: 'Levels go from 1 to 5 and numeric importances from 1 to 5; what lies outside has no anchor, no hours and no meaning in a score.',
    failing: { ...skills, 'roles/developer.yaml': requirement('    level: 9\n    importance: essential\n') },
    passing: asked,
  },
  {
    code: 'unknown-document',
    why: 'What a file is, its keys say; of a file without any of them nothing could be checked, and that must not look like no faults.',
    failing: { 'skills.yaml': 'skils:\n  Java: 3\n' },
    passing: { 'skills.yaml': 'skills:\n  Java: 3\n' },
  },
  {
    code: 'not-read',
    why: 'A role that nobody reads is missing from every answer, and nothing else says so. A pack may set this to off.',
    failing: { ...skills, 'role/developer.yaml': asked['roles/developer.yaml'] },
    passing: asked,
  },
  {
    code: 'base-none',
    why: 'Of a pack that stands alone, every id has to be in it. Many ids that the built-in data has mean that it was to lie below.',
    failing: {
      'pack.yaml': 'name: example\nbase: none\n',
      'roles/developer.yaml':
        'id: developer\ntitle: Developer\nrequirements:\n  - { skill: java, level: 3, importance: essential }\n  - { skill: sql, level: 2, importance: important }\n',
    },
    passing: {
      'pack.yaml': 'name: example\nbase: built-in\n',
      'roles/developer.yaml':
        'id: our-developer\ntitle: Our Developer\nrequirements:\n  - { skill: java, level: 3, importance: essential }\n  - { skill: sql, level: 2, importance: important }\n',
    },
  },
  {
    code: 'severity-refused',
    why: 'What a catalog cannot be built without is no matter of opinion: with the rule switched off, every command would still refuse the pack.',
    failing: { 'pack.yaml': 'name: example\nbase: none\nseverity: { unknown-skill: off }\n' },
    passing: { 'pack.yaml': 'name: example\nbase: none\nseverity: { unused-skill: error }\n' },
  },
  {
    code: 'severity-loosened',
    why: 'Whoever reads a change should see that it makes the gate wider. --no-pack-severity ignores what packs set.',
    failing: { 'pack.yaml': 'name: example\nbase: none\nseverity: { unused-skill: off }\n', ...skills },
    passing: { 'pack.yaml': 'name: example\nbase: none\n', ...skills },
  },
  {
    code: 'unknown-rule',
    why: 'A severity for a rule that does not exist changes nothing, and its author believes that it does.',
    failing: { 'pack.yaml': 'name: example\nbase: none\nseverity: { unusd-skill: off }\n' },
    passing: { 'pack.yaml': 'name: example\nbase: none\nseverity: { unused-skill: error }\n' },
  },
];

/** What is found in a profile. */
export const profileRules: readonly Rule[] = [
  {
    code: 'unrecognised-skill',
    why: 'What matches no skill does not count. It is listed with the nearest names, never dropped in silence.',
    failing: { 'skills.yaml': 'skills:\n  Jva: 3\n' },
    passing: { 'skills.yaml': 'skills:\n  Java: 3\n' },
  },
  {
    code: 'unrecognised-role',
    why: 'A target that does not exist is never compared.',
    failing: { 'skills.yaml': 'skills: { Java: 3 }\ntargets: [backend-develper]\n' },
    passing: { 'skills.yaml': 'skills: { Java: 3 }\ntargets: [backend-developer]\n' },
  },
  {
    code: 'read-as',
    why: 'A name that is not in the catalog was taken apart, or read without its version: what counts is what it was read as.',
    failing: { 'skills.yaml': 'skills:\n  Java 8/11: 3\n' },
    passing: { 'skills.yaml': 'skills:\n  Java: 3\n' },
  },
  {
    code: 'declared-below-implied',
    why: 'One skill says more than the other admits: one of the two levels is not what the person means.',
    failing: { 'skills.yaml': 'skills:\n  Spring Boot: 5\n  Java: 1\n' },
    passing: { 'skills.yaml': 'skills:\n  Spring Boot: 5\n  Java: 5\n' },
  },
  {
    code: 'declared-twice',
    why: 'Two names of one skill count once; the lower level is passed over.',
    failing: { 'skills.yaml': 'skills:\n  Java: 3\n  Core Java: 4\n' },
    passing: { 'skills.yaml': 'skills:\n  Java: 4\n' },
  },
  {
    code: 'assumed-level',
    why: 'A skill without a level is taken as level 3: enough to work alone. Say so if it is not what you mean.',
    failing: { 'skills.yaml': 'skills: [Java]\n' },
    passing: { 'skills.yaml': 'skills: { Java: 3 }\n' },
  },
  {
    code: 'no-such-date',
    why: 'A day that no calendar has is a typing error, and programs silently turn it into another day.',
    failing: { 'skills.yaml': 'skills:\n  Java: { level: 3, on: 2026-02-31 }\n' },
    passing: { 'skills.yaml': 'skills:\n  Java: { level: 3, on: 2026-02-28 }\n' },
  },
  {
    code: 'future-date',
    why: 'Nobody has been assessed on a day that is still to come.',
    failing: { 'skills.yaml': 'skills:\n  Java: { level: 3, on: 2999-01-01 }\n' },
    passing: { 'skills.yaml': 'skills:\n  Java: { level: 3, on: 2026-01-01 }\n' },
  },
];
