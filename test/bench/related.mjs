// Are the roles nearest to a person the ones that people call related? Converts O*NET with `careerpath convert`, lets a person hold
// what an occupation asks (each single requirement at its level, the first of each group), and counts how many of the ten closest
// other occupations O*NET names among its ten primary related ones. `convert` reads no related occupations.
// Usage: node test/bench/related.mjs ONET_FOLDER RELATED.csv
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { home, loadSources } from './load-sources.mjs';

const [folder, file] = process.argv.slice(2);
if (file === undefined) throw new Error('usage: node test/bench/related.mjs ONET_FOLDER RELATED.csv');
const program = await loadSources('related', {
  'taxonomies/convert-taxonomy.ts': ['convertTaxonomy'],
  'cli/open/compile-packs.ts': ['compilePacks'],
  'cli/open/open-catalog.ts': ['compiledBuiltIn'],
  'catalog/compiled-form.ts': ['openCompiled', 'openTrusted'],
  'core/score/fit.ts': ['scoreFit'],
  'core/score/held-levels.ts': ['holdLevels'],
  'core/score/closeness.ts': ['makeClosenessSheet'],
});
const temporary = mkdtempSync(join(tmpdir(), 'careerpath-related-'));
let catalog;
try {
  await program.convertTaxonomy('onet', { folder, shown: folder }, join(temporary, 'pack'), () => {});
  const builtIn = program.openTrusted(readFileSync(program.compiledBuiltIn(home)));
  const bytes = await program.compilePacks({ cwd: temporary, home }, ['pack'], builtIn.catalog.scale);
  catalog = (await program.openCompiled(bytes)).catalog;
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

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

function precision(some, scoreFor) {
  let found = 0;
  for (const origin of some) {
    const score = scoreFor(origin);
    const scored = others.filter((role) => role !== origin).map((role) => [score(role), role]);
    scored.sort((a, b) => b[0] - a[0] || a[1] - b[1]);
    for (const [, role] of scored.slice(0, 10)) if (related.get(origin).has(role)) found++;
  }
  return found / (10 * some.length);
}

const sheet = program.makeClosenessSheet(catalog);
const closeness = (origin) => {
  sheet.take(held.get(origin));
  return sheet.closenessOf;
};
const use = (origin) => {
  sheet.take(held.get(origin));
  return sheet.useOf;
};
const fit = (origin) => (role) => program.scoreFit(index, role, held.get(origin));
const both = (origin) => {
  sheet.take(held.get(origin));
  return (role) => program.scoreFit(index, role, held.get(origin)) + sheet.useOf(role);
};
console.log(`${origins.length} origins`);
for (const [name, score] of Object.entries({ 'plain fit': fit, 'use alone': use, 'fit + use': both, closeness }))
  console.log(`${name.padEnd(12)} precision at 10: ${precision(origins, score).toFixed(3)}`);
for (let fold = 0; fold < 5; fold++)
  console.log(
    `  closeness, fifth ${fold + 1}: ${precision(
      origins.filter((_, i) => i % 5 === fold),
      closeness,
    ).toFixed(3)}`,
  );
