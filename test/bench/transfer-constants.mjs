// How the constants of the transfers were chosen: every combination of a small grid, five folds over origins. In each fold the
// best combination on the other four (rho + AUC, pairs inside ICT left out) scores the fold. Scores come from scoreFit over a
// catalog encoded from the conversion's own parts. Takes about five minutes.
// Usage: node test/bench/transfer-constants.mjs ESCO_FOLDER RATINGS.csv
import { readFileSync } from 'node:fs';
import { agreement } from './agreement.mjs';
import { home, loadSources } from './load-sources.mjs';
import { readRatings } from './ratings.mjs';

const [folder, ratings] = process.argv.slice(2);
if (ratings === undefined) throw new Error('usage: node test/bench/transfer-constants.mjs ESCO_FOLDER RATINGS.csv');
const program = await loadSources('transfer-constants', {
  'taxonomies/read-esco.ts': ['readEsco'],
  'taxonomies/measure-transfers.ts': ['measureTransfers', 'transferConstants'],
  'cli/open/open-catalog.ts': ['compiledBuiltIn'],
  'catalog/compiled-form.ts': ['openTrusted'],
  'core/catalog/compiled-layout.ts': ['decodeCatalog', 'encodeCatalog'],
  'core/score/fit.ts': ['scoreFit'],
  'core/score/held-levels.ts': ['holdLevels'],
});
const { scale } = program.openTrusted(readFileSync(program.compiledBuiltIn(home))).catalog;
const taxonomy = await program.readEsco({ folder, shown: folder, progress: () => {} });
const pairs = readRatings(ratings).filter((pair) => pair.nesta !== undefined);

const grid = [];
for (const words of [0.6, 0.85, 1.1])
  for (const company of [0.15, 0.25])
    for (const hierarchy of [0, 0.1])
      for (const demand of [0.4, 0.7])
        for (const frequency of [0, 0.3]) grid.push({ words, company, hierarchy, demand, frequency });

const id = (key) => key.slice(key.lastIndexOf('/') + 1);
const roleIds = taxonomy.roles.map((role) => id(role.key)).sort();
const skillIds = taxonomy.skills.map((skill) => id(skill.key)).sort();
const roleNumber = new Map(roleIds.map((one, i) => [one, i]));
const skillNumber = new Map(skillIds.map((one, i) => [one, i]));

/** The scores of all pairs, with optional skills counted as each of the two words. */
function score(constants, related) {
  const bare = { altLabels: [], effort: 'medium', implies: [], requires: [], learn: {} };
  const catalog = program.decodeCatalog(
    program.encodeCatalog({
      packs: [],
      scale,
      skills: taxonomy.skills.map((skill, i) => ({
        ...bare,
        id: id(skill.key),
        name: id(skill.key),
        related: related[i].map((one) => ({ skill: id(taxonomy.skills[one.skill].key), transfer: one.transfer })),
      })),
      roles: taxonomy.roles.map((role) => ({
        id: id(role.key),
        title: id(role.key),
        altTitles: [],
        sources: [],
        responsibilities: [],
        leadsTo: [],
        requirements: role.requirements.map((one) => ({
          id: id(one.skills[0]),
          anyOf: [{ skill: id(one.skills[0]), level: one.level }],
          atLeast: 1,
          importance: one.importance,
        })),
      })),
    }),
  );
  const { index } = catalog;
  const skillsOf = new Map(
    taxonomy.roles.map((role) => [
      role.key,
      role.requirements.map((one) => ({ skill: skillNumber.get(id(one.skills[0])), level: one.level })),
    ]),
  );
  return ['helpful', 'important'].map((optional) => {
    const weighed = index.requirementWeight.map((weight) => (weight === essential ? weight : scale.importances[optional]));
    const counted = { ...index, requirementWeight: weighed };
    return {
      constants: { ...constants, optional },
      scores: pairs.map((pair) =>
        program.scoreFit(counted, roleNumber.get(id(pair.to)), program.holdLevels(index, skillsOf.get(pair.from))),
      ),
    };
  });
}
const { essential } = scale.importances;

const tried = [];
for (const [i, constants] of grid.entries()) {
  if (process.stderr.isTTY) process.stderr.write(`\r${i} of ${grid.length}`);
  const all = { ...program.transferConstants, ...constants };
  const related = program.measureTransfers(taxonomy.skills, taxonomy.roles, all);
  tried.push(...score(constants, related));
}

const folds = 5;
const origins = [...new Set(pairs.map((pair) => pair.from))].sort();
const foldOf = new Map(origins.map((origin, i) => [origin, i % folds]));
const indices = pairs.map((_, i) => i);
const measure = (chosen, scores) =>
  agreement(
    chosen.map((i) => ({ rating: pairs[i].rating, score: scores[i] })),
    (pair) => pair.score,
  );
const value = (chosen, scores) => {
  const { rho, auc } = measure(chosen, scores);
  return rho + auc;
};
const bestOn = (chosen) => {
  const open = chosen.filter((i) => !pairs[i].ict);
  return tried.reduce((best, one) => (value(open, one.scores) > value(open, best.scores) ? one : best));
};
const say = (title, { rho, auc }, constants) =>
  console.log(
    `${title.padEnd(24)} rho ${rho.toFixed(3)}   AUC ${auc.toFixed(3)}   ${constants === undefined ? '' : JSON.stringify(constants)}`,
  );

const outOfFold = [];
for (let fold = 0; fold < folds; fold++) {
  const inside = indices.filter((i) => foldOf.get(pairs[i].from) === fold);
  const best = bestOn(indices.filter((i) => foldOf.get(pairs[i].from) !== fold));
  for (const i of inside) outOfFold[i] = best.scores[i];
  say(`fold ${fold + 1} (${inside.length} pairs)`, measure(inside, best.scores), best.constants);
}
say('out of fold, all pairs', measure(indices, outOfFold));
const overall = bestOn(indices);
say('in fold, all pairs', measure(indices, overall.scores), overall.constants);
