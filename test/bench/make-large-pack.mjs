// Writes an invented pack of the size of a whole taxonomy (3,007 roles, 13,896 skills, 123,855 requirements, about 100,000
// labels). The same folder contents at every run: the numbers come from a seeded generator.
//   node test/bench/make-large-pack.mjs FOLDER [scale]        scale 0.01 makes a hundredth of it
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, scaleText = '1'] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: node test/bench/make-large-pack.mjs FOLDER [scale]');
  process.exit(2);
}
const scale = Number(scaleText);
const skillCount = Math.max(200, Math.round(13_896 * scale));
const roleCount = Math.max(20, Math.round(3_007 * scale));
const requirementCount = Math.round(123_855 * (roleCount / 3_007));
const topicCount = Math.max(4, Math.round(120 * scale));
const mostBytes = 900_000;

let state = 20_240_501;
/** Mulberry32: 0 to 1, the same row of numbers at every run. */
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
}
const below = (n) => Math.floor(random() * n);
const pick = (items) => items[below(items.length)];

const onsets = ['b', 'br', 'd', 'dr', 'f', 'g', 'gr', 'k', 'l', 'm', 'n', 'p', 'pl', 'r', 's', 'st', 't', 'tr', 'v', 'z'];
const vowels = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou'];
const codas = ['', 'n', 'r', 'l', 's', 'm', 't', 'x'];
const word = () => Array.from({ length: 2 + below(2) }, () => pick(onsets) + pick(vowels) + pick(codas)).join('');
const words = Array.from({ length: 6_000 }, word).filter((text) => text.length > 4);
const taken = new Set();
/** A name of some words that nothing else has. */
function name(least, most) {
  for (;;) {
    const text = Array.from({ length: least + below(most - least + 1) }, () => pick(words)).join(' ');
    if (!taken.has(text)) {
      taken.add(text);
      return text;
    }
  }
}

const skills = Array.from({ length: skillCount }, (_, i) => ({
  id: `skill-${String(i).padStart(5, '0')}`,
  topic: i % topicCount,
}));
const byTopic = Array.from({ length: topicCount }, (_, topic) => skills.filter((skill) => skill.topic === topic));
const common = skills.filter((_, i) => i % 47 === 0);
/** A few skills of a topic are asked everywhere, most of them seldom. */
const skewed = (items) => items[Math.floor(random() ** 2 * items.length)];

function skillEntry({ id, topic }) {
  const related = new Set();
  for (let i = 0; i < 4; i++) related.add(pick(byTopic[topic]).id);
  related.delete(id);
  const lines = [
    `- id: ${id}`,
    `  name: ${name(2, 4)}`,
    `  altLabels: [${Array.from({ length: 3 + below(6) }, () => name(2, 5)).join(', ')}]`,
  ];
  lines.push(`  effort: ${pick(['small', 'medium', 'large'])}`);
  lines.push(
    `  related: [${[...related].map((other) => `{ skill: ${other}, transfer: ${(0.1 + below(7) / 10).toFixed(1)} }`).join(', ')}]`,
  );
  return `${lines.join('\n')}\n`;
}

function roleEntry(i) {
  const topic = below(topicCount);
  const asked = new Set();
  const wanted = Math.round((requirementCount / roleCount) * (0.5 + random()));
  while (asked.size < wanted) {
    const from = random();
    asked.add(from < 0.7 ? skewed(byTopic[topic]) : from < 0.9 ? pick(byTopic[(topic + 1) % topicCount]) : pick(common));
    if (asked.size >= skillCount / 2) break;
  }
  const lines = [
    `- id: role-${String(i).padStart(4, '0')}`,
    `  title: ${name(1, 3)}`,
    `  altTitles: [${name(2, 4)}, ${name(2, 4)}]`,
  ];
  lines.push(`  seniority: ${pick(['entry', 'mid', 'senior', 'principal'])}`, '  requirements:');
  for (const { id } of asked) {
    const essential = random() < 0.5;
    lines.push(`    - { skill: ${id}, level: ${essential ? 3 : 2}, importance: ${essential ? 'essential' : 'helpful'} }`);
  }
  return `${lines.join('\n')}\n`;
}

function writeParts(kind, entries) {
  mkdirSync(join(folder, kind), { recursive: true });
  let part = '';
  let number = 0;
  const flush = () => {
    writeFileSync(join(folder, kind, `part-${String(number++).padStart(3, '0')}.yaml`), part);
    part = '';
  };
  for (const entry of entries) {
    if (part.length + entry.length > mostBytes) flush();
    part += entry;
  }
  if (part !== '') flush();
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'pack.yaml'), 'name: invented taxonomy\nversion: "1"\nbase: none\nlicence: CC0-1.0\n');
writeParts('skills', skills.map(skillEntry));
writeParts(
  'roles',
  Array.from({ length: roleCount }, (_, i) => roleEntry(i)),
);
console.log(`${folder}: ${roleCount} roles, ${skillCount} skills, ${taken.size} labels`);
