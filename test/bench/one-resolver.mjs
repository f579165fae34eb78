// Proves on a large pack that a batch scores as `fit` does: random people, each against every role. Exit 1 on any difference.
//   node test/bench/one-resolver.mjs PACK [people] [seed]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { home, loadSources } from './load-sources.mjs';

const [pack, countText = '300', seedText = '1'] = process.argv.slice(2);
if (pack === undefined) throw new Error('usage: node test/bench/one-resolver.mjs PACK [people] [seed]');
const { openTrusted, makeManyScorer, assessRole, creditRequirement, holdLevels, textAt } = await loadSources('one-resolver', {
  'catalog/compiled-form.ts': ['openTrusted'],
  'core/score/score-roles.ts': ['makeManyScorer'],
  'core/score/fit.ts': ['assessRole'],
  'core/score/credit.ts': ['creditRequirement'],
  'core/score/held-levels.ts': ['holdLevels'],
  'core/catalog/text-table.ts': ['textAt'],
});

const work = mkdtempSync(join(tmpdir(), 'careerpath-bench-'));
const env = { ...process.env, XDG_CACHE_HOME: join(work, 'cache') };
const bin = join(home, 'bin', 'careerpath.js');
const ask = (...args) =>
  execFileSync(process.execPath, [bin, ...args, '--pack', pack], { env, encoding: 'utf8', maxBuffer: 2 ** 30 });
ask('roles', '-f', 'csv');
const cache = join(work, 'cache', 'careerpath');
const compiled = readdirSync(cache).find((name) => name.endsWith('.bin'));
const { catalog } = openTrusted(new Uint8Array(readFileSync(join(cache, compiled))));
const { index } = catalog;

let state = Number(seedText);
function below(n) {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * n);
}

/** Skills of two roles and of nowhere in particular, at any level, none included. */
function person() {
  const said = [];
  for (const role of [below(index.roleCount), below(index.roleCount)]) {
    const first = index.alternativeStart[index.requirementStart[role]];
    const end = index.alternativeStart[index.requirementStart[role + 1]];
    for (let n = below(15); n > 0 && end > first; n--)
      said.push({ skill: index.alternativeSkill[first + below(end - first)], level: below(6) });
  }
  for (let n = below(4); n > 0; n--) said.push({ skill: below(index.skillCount), level: below(6) });
  return said;
}

let differences = 0;
const differ = (what, ours, theirs) => {
  if (Object.is(ours, theirs) || JSON.stringify(ours) === JSON.stringify(theirs)) return;
  if (differences++ < 10) console.log(`${what}: ${JSON.stringify(ours)} is not ${JSON.stringify(theirs)}`);
};

const scorer = makeManyScorer(catalog);
const count = Number(countText);
const people = Array.from({ length: count }, person);
people.forEach((said, n) => {
  const held = holdLevels(index, said);
  scorer.take(held);
  for (let r = 0; r < index.requirementWeight.length; r++)
    differ(`person ${n}, requirement ${r}`, scorer.credit(r), creditRequirement(index, r, held));
  const fits = Array.from({ length: index.roleCount }, (_, role) => assessRole(catalog, role, held).fit);
  fits.forEach((fit, role) => {
    differ(`person ${n}, role ${role}`, scorer.fitOf(role), fit);
  });
  const order = fits.map((_, role) => role).sort((a, b) => fits[b] - fits[a] || a - b);
  for (const most of [1, 10, 50]) differ(`person ${n}, best ${most}`, scorer.best(most), order.slice(0, most));
});
console.log(
  `${count} people, ${index.roleCount} roles, ${index.requirementWeight.length} requirements: ${differences} differences`,
);

// The same through the commands, for some of them.
const file = join(work, 'people.ndjson');
const asked = people.filter((said) => said.length > 0).slice(0, 10);
const skillsOf = (said) => Object.fromEntries(said.map(({ skill, level }) => [textAt(catalog.skillIds, skill), level]));
writeFileSync(file, asked.map((said, n) => `${JSON.stringify({ person: `p${n}`, skills: skillsOf(said) })}\n`).join(''));
const lines = ask('compare', file, '--top', '5', '-f', 'ndjson')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));
asked.forEach((said, n) => {
  const profile = join(work, 'person.json');
  writeFileSync(profile, JSON.stringify({ skills: skillsOf(said) }));
  const fits = JSON.parse(ask('fit', '-f', 'json', '-p', profile)).results;
  const mine = lines.filter((line) => line.person === `p${n}`);
  mine.forEach((line, place) => {
    const { role, score, exactScore, range, verdict, essentials } = fits[place];
    const { gaps } = JSON.parse(ask('gaps', role, '-f', 'json', '-p', profile)).results[0];
    const topGaps = gaps.slice(0, 5).map((gap) => gap.id);
    const { person: _, unrecognised: __, ...ours } = line;
    differ(`compare, person ${n}, place ${place}`, ours, { role, score, exactScore, range, verdict, essentials, topGaps });
  });
});
console.log(`${lines.length} lines of compare against fit and gaps: ${differences} differences in all`);
rmSync(work, { recursive: true, force: true });
process.exitCode = differences === 0 ? 0 : 1;
