// Plans from nothing and from each example profile to each built-in role, `ready` and a fit of 80: the time of the whole
// process, the proven gap, and the hours of the greedy plan beside ours. Budgets: ready 0.5 s, reach 2 s on two cores.
// Build first; then: node test/bench/plan.mjs [repeats]
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleSource } from '../../scripts/bundle-source.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const repeats = Number(process.argv[2] ?? 1);
const budgets = { ready: 0.5, 80: 2 };
const bundle = join(root, 'node_modules', '.cache', 'careerpath', 'greedy-baseline.cjs');
mkdirSync(dirname(bundle), { recursive: true });
await bundleSource('test/bench/greedy-baseline.ts', bundle);
const { greedyBaseline, roleIds } = createRequire(import.meta.url)(bundle);

const run = (...argv) => {
  const started = process.hrtime.bigint();
  const text = execFileSync(process.execPath, [join(root, 'bin', 'careerpath.js'), ...argv, '-f', 'json'], { cwd: root });
  return { seconds: Number(process.hrtime.bigint() - started) / 1e9, json: JSON.parse(text) };
};

const starts = [
  { name: 'nothing', argv: ['--skills', 'git=0'] },
  ...readdirSync(join(root, 'data', 'examples')).map((file) => ({
    name: file.replace('.yaml', ''),
    argv: ['-p', join('data', 'examples', file)],
  })),
];
const worst = {};
console.log('from                 to                             reach   seconds  of budget  gap %  steps   hours  greedy');
for (const { name, argv } of starts) {
  for (const role of roleIds(root)) {
    for (const reach of ['ready', '80']) {
      const runs = Array.from({ length: repeats }, () => run('plan', role, '--reach', reach, ...argv));
      const seconds = runs.map((one) => one.seconds).sort((a, b) => a - b)[Math.floor((repeats - 1) / 2)];
      const { json } = runs[0];
      const [plan] = json.results;
      const greedy = greedyBaseline(root, role, reach, json.profile.skills);
      worst[reach] = Math.max(worst[reach] ?? 0, seconds / budgets[reach]);
      const more =
        plan.hours.typical === 0 ? '' : ` (+${Math.round((100 * (greedy - plan.hours.typical)) / plan.hours.typical)} %)`;
      console.log(
        [
          name.padEnd(20),
          role.padEnd(30),
          reach.padEnd(6),
          seconds.toFixed(2).padStart(8),
          (seconds / budgets[reach]).toFixed(2).padStart(10),
          String(plan.gapPercent).padStart(6),
          String(plan.steps.length).padStart(6),
          String(plan.hours.typical).padStart(7),
          `${greedy}${more}`.padStart(8),
        ].join(' '),
      );
    }
  }
}
for (const [reach, ratio] of Object.entries(worst))
  console.log(`worst ${reach}: ${ratio.toFixed(2)} of the budget of ${budgets[reach]} s`);
