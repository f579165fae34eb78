// How near is the likely fit to judged ones? The profiles are invented, and the judgements were made by language models that were
// told to read as hiring managers: agreement with them is not agreement with people.
// Usage: node test/bench/judged.mjs PEOPLE.json [--rows] [--folds N] [--tune]
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { home, loadSources } from './load-sources.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rows: { type: 'boolean' },
    tune: { type: 'boolean' },
    folds: { type: 'string', default: '5' },
    blind: { type: 'string' },
  },
});
const [file] = positionals;
if (file === undefined) throw new Error('usage: node test/bench/judged.mjs PEOPLE.json [--rows] [--folds N] [--tune]');
const program = await loadSources('judged', {
  'cli/open/open-catalog.ts': ['compiledBuiltIn'],
  'catalog/compiled-form.ts': ['openTrusted'],
  'core/catalog/catalog-index.ts': ['roleNumberOf'],
  'core/score/fit.ts': ['assessRole'],
  'core/score/held-levels.ts': ['holdLevels'],
  'core/score/estimate.ts': ['makeEstimator'],
  'core/score/likely.ts': ['estimateFit'],
  'intake/names/read-name.ts': ['makeNameReader', 'levelOfNamed'],
});
const { catalog } = program.openTrusted(readFileSync(program.compiledBuiltIn(home)));
const readName = program.makeNameReader(catalog);
let names = 0;
const unknown = [];

const people = JSON.parse(readFileSync(file, 'utf8')).map((person) => {
  const entries = Array.isArray(person.skills) ? person.skills.map((name) => [name, 'listed']) : Object.entries(person.skills);
  const declared = new Map();
  for (const [input, level] of entries) {
    const assumed = level === 'listed';
    const reading = readName(input);
    names++;
    if (reading.skills.length === 0) unknown.push(input);
    for (const named of reading.skills) {
      const one = program.levelOfNamed(named, { level: assumed ? catalog.scale.assumedLevel : level, assumed });
      const before = declared.get(named.skill);
      declared.set(named.skill, {
        skill: named.skill,
        level: Math.max(one.level, before?.level ?? 0),
        ...(one.assumed && (before === undefined || before.assumed) ? { assumed: true } : {}),
      });
    }
  }
  const background = {
    ...(values.blind === 'years' ? {} : { years: person.years }),
    ...(values.blind === 'years-and-job' ? { years: undefined } : { job: person.role }),
  };
  return { id: person.id, held: program.holdLevels(catalog.index, [...declared.values()]), background, judged: person.judged };
});

const verdicts = ['far', 'stretch', 'near', 'ready'];

/** One row a person and role: what was judged, the fit and its estimate, under the given constants. */
function answer(some, likely) {
  const tuned = { ...catalog, scale: { ...catalog.scale, likely } };
  const estimator = program.makeEstimator(tuned);
  return some.flatMap(({ id, held, background, judged }) => {
    const estimate = estimator(held, background);
    return Object.entries(judged).map(([roleId, { fit, verdict }]) => {
      const proven = program.assessRole(tuned, program.roleNumberOf(tuned, roleId), held);
      const { score, verdict: said } = program.estimateFit(tuned, proven, held, estimate);
      return { id, role: roleId, judged: fit, verdict, proven: proven.fit, score, said };
    });
  });
}

function measure(rows, pick = (row) => row.score) {
  const errors = rows.map((row) => pick(row) - row.judged);
  const steps = rows.map((row) => verdicts.indexOf(row.said === 'unknown' ? 'far' : row.said) - verdicts.indexOf(row.verdict));
  const mean = (list) => list.reduce((sum, x) => sum + x, 0) / list.length;
  return {
    mae: mean(errors.map(Math.abs)),
    bias: mean(errors),
    rho: spearman(
      rows.map(pick),
      rows.map((row) => row.judged),
    ),
    same: mean(steps.map((step) => (step === 0 ? 1 : 0))),
    within: mean(steps.map((step) => (Math.abs(step) <= 1 ? 1 : 0))),
  };
}

function spearman(a, b) {
  const [x, y] = [ranks(a), ranks(b)];
  const mean = (x.length + 1) / 2;
  let [xy, xx, yy] = [0, 0, 0];
  x.forEach((rank, i) => {
    xy += (rank - mean) * (y[i] - mean);
    xx += (rank - mean) ** 2;
    yy += (y[i] - mean) ** 2;
  });
  return xy / Math.sqrt(xx * yy);
}

/** Ranks from 1; equals share their mean rank. */
function ranks(list) {
  const order = list.map((value, i) => [value, i]).sort((p, q) => p[0] - q[0]);
  const result = new Array(list.length);
  for (let i = 0; i < order.length; ) {
    let end = i;
    while (end < order.length && order[end][0] === order[i][0]) end++;
    for (let k = i; k < end; k++) result[order[k][1]] = (i + end + 1) / 2;
    i = end;
  }
  return result;
}

const line = (title, { mae, bias, rho, same, within }) =>
  `${title.padEnd(34)} MAE ${mae.toFixed(2)}  bias ${bias.toFixed(2).padStart(6)}  rho ${rho.toFixed(3)}  same ${same.toFixed(2)}  within one ${within.toFixed(2)}`;

const base = catalog.scale.likely;
console.log(`${people.length} people, ${names} names, ${unknown.length} unknown: ${unknown.join(', ')}`);
const rows = answer(people, base);
console.log(
  line(
    'the fit alone',
    measure(rows, (row) => row.proven),
  ),
);
console.log(line('the likely fit', measure(rows)));
for (const role of new Set(rows.map((row) => row.role)))
  console.log(line(`  ${role}`, measure(rows.filter((row) => row.role === role))));
if (values.rows) {
  for (const row of rows)
    console.log(
      [
        row.id,
        row.role,
        row.judged,
        row.proven.toFixed(0),
        row.score.toFixed(0),
        (row.score - row.judged).toFixed(0),
        row.verdict,
        row.said,
      ].join('\t'),
    );
}
if (values.tune) tune(Number(values.folds));

/** Each constant moved alone, over folds of people: what is chosen on the others is measured on the fold. */
function tune(folds) {
  const grid = [];
  const level = (points, shift, slope) => points.map((p) => ({ years: p.years, level: Math.max(1, p.level * slope + shift) }));
  for (const shift of [-0.3, 0, 0.3, 0.6])
    for (const slope of [0.9, 1, 1.1])
      for (const usuallyCost of [0.3, 0.4, 0.5, 0.6, 0.7, 0.8])
        for (const least of [0.6, 0.7, 0.8, 0.9])
          grid.push({
            ...base,
            usualLevels: level(base.usualLevels, shift, slope),
            usuallyCost,
            certainty: { least, stack: 1 - least },
          });
  const all = grid.map((constants) => answer(people, constants));
  const foldOf = new Map(people.map(({ id }, i) => [id, i % folds]));
  const out = [];
  const chosen = [];
  for (let fold = 0; fold < folds; fold++) {
    let best = -1;
    let least = Infinity;
    all.forEach((rowsOf, i) => {
      const { mae, bias } = measure(rowsOf.filter((row) => foldOf.get(row.id) !== fold));
      const loss = mae + 0.2 * Math.abs(bias);
      if (loss < least) [least, best] = [loss, i];
    });
    chosen.push(grid[best]);
    out.push(...all[best].filter((row) => foldOf.get(row.id) === fold));
  }
  console.log(line(`chosen by ${folds} folds, out of fold`, measure(out)));
  for (const c of chosen)
    console.log(
      JSON.stringify({ usual: c.usualLevels.map((p) => +p.level.toFixed(2)), cost: c.usuallyCost, least: c.certainty.least }),
    );
}
