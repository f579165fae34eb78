// Does fit agree with people? Converts ESCO with `careerpath convert`, compiles the pack as `--pack` does, and scores each rated
// move with scoreFit: the person declares the origin's essential and optional skills, the role is the destination.
// The ratings are reconstructed from the figures that Nesta published in Mapping Career Causeways.
// Usage: node test/bench/feasibility.mjs ESCO_FOLDER RATINGS.csv
import { agreement } from './agreement.mjs';
import { loadSources } from './load-sources.mjs';
import { openConverted } from './open-converted.mjs';
import { readRatings } from './ratings.mjs';

const [folder, ratings] = process.argv.slice(2);
if (ratings === undefined) throw new Error('usage: node test/bench/feasibility.mjs ESCO_FOLDER RATINGS.csv');
const program = await loadSources('feasibility', {
  'core/score/fit.ts': ['scoreFit'],
  'core/score/held-levels.ts': ['holdLevels'],
  'core/catalog/label-lookup.ts': ['lookUpRole'],
});

const catalog = await openConverted('esco', folder);

const { index } = catalog;
const alone = { ...index, relatedStart: new Uint32Array(index.skillCount + 1) };
/** The skills that a role asks for, at the level that it asks. */
function skillsOf(role) {
  const from = index.alternativeStart[index.requirementStart[role]];
  const to = index.alternativeStart[index.requirementStart[role + 1]];
  return Array.from({ length: to - from }, (_, i) => ({
    skill: index.alternativeSkill[from + i],
    level: index.alternativeLevel[from + i],
  }));
}

/** The share of the destination's essential skills that the origin has: the simplest baseline. */
function coverage(role, held) {
  let [met, total] = [0, 0];
  for (let i = index.requirementStart[role]; i < index.requirementStart[role + 1]; i++) {
    if (index.requirementEssential[i] === 0) continue;
    total++;
    if (held.level[index.alternativeSkill[index.alternativeStart[i]]] > 0) met++;
  }
  return total === 0 ? 0 : met / total;
}

const pairs = readRatings(ratings).map((pair) => {
  const [from, to] = [program.lookUpRole(catalog, pair.from), program.lookUpRole(catalog, pair.to)];
  if (from < 0 || to < 0) throw new Error(`an occupation is not in the pack: ${from < 0 ? pair.from : pair.to}`);
  const held = program.holdLevels(index, skillsOf(from));
  return {
    ...pair,
    fit: program.scoreFit(index, to, held),
    direct: program.scoreFit(alone, to, held),
    exact: coverage(to, held),
  };
});

const shown = (number) => number.toFixed(3).replace(/^(-?)0\./, '$1.');
function print(title, chosen) {
  console.log(`${title}: ${chosen.length} pairs`);
  for (const [name, scoreOf] of [
    ['exact coverage of essentials', (pair) => pair.exact],
    ["Nesta's sentence embeddings", (pair) => pair.nesta],
    ['fit without transfers', (pair) => pair.direct],
    ['fit', (pair) => pair.fit],
  ]) {
    if (chosen.some((pair) => scoreOf(pair) === undefined)) continue;
    const { rho, auc } = agreement(chosen, scoreOf);
    console.log(`  ${name.padEnd(30)} rho ${shown(rho)}   AUC ${shown(auc)}`);
  }
}
const compared = pairs.filter((pair) => pair.nesta !== undefined);
print("Pairs with Nesta's value", compared);
print(
  'Of these outside ICT, on which the constants were chosen',
  compared.filter((pair) => !pair.ict),
);
print(
  'Inside ICT (ISCO 25, 133, 351)',
  compared.filter((pair) => pair.ict),
);
print('All pairs', pairs);
