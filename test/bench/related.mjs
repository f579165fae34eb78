// Are the roles nearest to a person the ones that people call related? Converts O*NET with `careerpath convert`, lets a person hold
// what an occupation asks (each single requirement at its level, the first of each group), and counts how many of the ten closest
// other occupations O*NET names among its ten primary related ones. Its file of them is left out of the conversion, so that nothing that
// is measured has read them. Then the constants anew in five folds over origins; the form itself was found on all of them, so the figures out of fold say nothing about the choice of form.
// Usage: node test/bench/related.mjs ONET_FOLDER RELATED.csv
import { readFileSync } from 'node:fs';
import { loadSources } from './load-sources.mjs';
import { openConverted } from './open-converted.mjs';

const [folder, file] = process.argv.slice(2);
if (file === undefined) throw new Error('usage: node test/bench/related.mjs ONET_FOLDER RELATED.csv');
const program = await loadSources('related', {
  'core/score/fit.ts': ['scoreFit'],
  'core/score/held-levels.ts': ['holdLevels'],
  'core/score/closeness.ts': ['makeClosenessSheet', 'closenessConstants'],
});
const catalog = await openConverted('onet', folder, ['Related Occupations.txt']);

const { index } = catalog;
const roleOf = new Map();
for (let role = 0; role < index.roleCount; role++) roleOf.set(catalog.role(role).identifiers?.onet, role);
/** Rated: it has requirements with importances, not only tools. */
const rated = new Set(
  [...roleOf.values()].filter((role) => catalog.role(role).requirements.some(({ importance }) => typeof importance === 'number')),
);
const related = new Map();
for (const line of readFileSync(file, 'utf8').trim().split('\n').slice(1)) {
  const [origin, other, tier] = line.split(',');
  const [from, to] = [roleOf.get(origin), roleOf.get(other)];
  if (!tier.startsWith('Primary') || !rated.has(from) || !rated.has(to)) continue;
  related.set(from, (related.get(from) ?? new Set()).add(to));
}

/** The person who does this job: each single requirement at its level, of a group the first. */
function holderOf(role) {
  const declarations = [];
  for (let r = index.requirementStart[role]; r < index.requirementStart[role + 1]; r++) {
    const first = index.alternativeStart[r];
    declarations.push({ skill: index.alternativeSkill[first], level: index.alternativeLevel[first] });
  }
  return program.holdLevels(index, declarations);
}

const origins = [...related.keys()].sort((a, b) => a - b);
const held = new Map(origins.map((origin) => [origin, holderOf(origin)]));
const others = [...rated];

/** Of the ten occupations with the highest score, the share that is related; by origin. */
function precisions(scoreFor) {
  return new Map(
    origins.map((origin) => {
      const score = scoreFor(origin);
      const scored = others.filter((role) => role !== origin).map((role) => [score(role), role]);
      scored.sort((a, b) => b[0] - a[0] || a[1] - b[1]);
      return [origin, scored.slice(0, 10).filter(([, role]) => related.get(origin).has(role)).length / 10];
    }),
  );
}

const meanOver = (some, found) => some.reduce((sum, origin) => sum + found.get(origin), 0) / some.length;
const withSheet = (sheet, pick) => (origin) => {
  sheet.take(held.get(origin));
  return pick(sheet, origin);
};

const sheet = program.makeClosenessSheet(catalog);
const fitFor = (origin) => (role) => program.scoreFit(index, role, held.get(origin));

/** What a role asks as a vector of weight × level; the baseline that issue and design name. */
const vectors = new Map(
  others.map((role) => {
    const vector = new Map();
    for (let r = index.requirementStart[role]; r < index.requirementStart[role + 1]; r++)
      for (let i = index.alternativeStart[r]; i < index.alternativeStart[r + 1]; i++) {
        const value = index.requirementWeight[r] * index.alternativeLevel[i];
        vector.set(index.alternativeSkill[i], Math.max(value, vector.get(index.alternativeSkill[i]) ?? 0));
      }
    return [role, vector];
  }),
);
const length = (vector) => Math.sqrt([...vector.values()].reduce((sum, value) => sum + value * value, 0));
const lengths = new Map([...vectors].map(([role, vector]) => [role, length(vector)]));
/** The origin's own weights stand in for the person's, who has none. */
const cosine = (origin) => (role) => {
  let product = 0;
  const other = vectors.get(role);
  for (const [skill, value] of vectors.get(origin)) product += value * (other.get(skill) ?? 0);
  return product / (lengths.get(origin) * lengths.get(role));
};
/** The same with what a person has: levels alone. */
const cosineOfLevels = (origin) => {
  const { level, touched } = held.get(origin);
  return (role) =>
    touched.reduce((sum, skill) => sum + level[skill] * (vectors.get(role).get(skill) ?? 0), 0) / lengths.get(role);
};

console.log(`${origins.length} origins, precision at 10`);
for (const [name, scoreFor] of Object.entries({
  'plain fit': fitFor,
  'use alone': withSheet(sheet, ({ useOf }) => useOf),
  'mean of fit and use': withSheet(sheet, ({ useOf }, origin) => {
    const fitOf = fitFor(origin);
    return (role) => (fitOf(role) + useOf(role)) / 2;
  }),
  'cosine, levels of the person': cosineOfLevels,
  'cosine, weights of the origin': cosine,
}))
  console.log(`  ${name.padEnd(34)} ${meanOver(origins, precisions(scoreFor)).toFixed(4)}`);

const closeness = (constants) => precisions(withSheet(program.makeClosenessSheet(catalog, constants), (one) => one.closenessOf));
const ours = closeness(program.closenessConstants);
console.log(`  ${'closeness'.padEnd(34)} ${meanOver(origins, ours).toFixed(4)}`);

// Each fifth of the origins is judged with the constants that are best on the other four.
const grid = [];
for (const meanShare of [0.9, 0.95, 1])
  for (const carriedShare of [0.1, 0.2, 0.3, 0.4])
    for (const technologyWeight of [1.3, 1.6, 2, 2.5, 3]) {
      const constants = { ...program.closenessConstants, meanShare, carriedShare, technologyWeight };
      grid.push({ constants, found: closeness(constants) });
    }
const foldCount = 5;
let outOfFold = 0;
for (let fold = 0; fold < foldCount; fold++) {
  const [left, rest] = [origins.filter((_, i) => i % foldCount === fold), origins.filter((_, i) => i % foldCount !== fold)];
  const best = grid.reduce((a, b) => (meanOver(rest, b.found) > meanOver(rest, a.found) ? b : a));
  const { meanShare, carriedShare, technologyWeight } = best.constants;
  const here = meanOver(left, best.found);
  outOfFold += here * left.length;
  console.log(
    `  fold ${fold + 1}: mean ${meanShare}, carried ${carriedShare}, technologies ${technologyWeight}: ${here.toFixed(4)} (ours ${meanOver(left, ours).toFixed(4)})`,
  );
}
const values = grid.map(({ found }) => meanOver(origins, found)).sort((a, b) => a - b);
console.log(`  closeness, constants out of fold     ${(outOfFold / origins.length).toFixed(4)}`);
console.log(`  the whole grid of ${grid.length}: ${values[0].toFixed(4)} to ${values.at(-1).toFixed(4)}`);
