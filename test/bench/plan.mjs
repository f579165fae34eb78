// Plans from nothing and from each example profile to each built-in role, `ready` and a fit of 80, the same as `what-if`, and
// the route: the time of the whole process, the proven gap, the hours, and for plans those of the greedy plan beside ours.
// Budgets on two cores: ready 0.5 s, reach and what-if 2 s, route 1.5 s. Build first; then: node test/bench/plan.mjs [repeats] [kind,kind] [start,start]
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleSource } from '../../scripts/bundle-source.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const repeats = Number(process.argv[2] ?? 1);
const isChosen = (list, name) => list === undefined || list.split(',').includes(name);
const bundle = join(root, 'node_modules', '.cache', 'careerpath', 'greedy-baseline.cjs');
mkdirSync(dirname(bundle), { recursive: true });
await bundleSource('test/bench/greedy-baseline.ts', bundle);
const { greedyBaseline, roleIds } = createRequire(import.meta.url)(bundle);

const kinds = [
  { name: 'ready', budget: 0.5, argv: (role) => ['plan', role] },
  { name: '80', budget: 2, argv: (role) => ['plan', role, '--reach', '80'] },
  { name: 'what-if', budget: 2, argv: (role) => ['what-if', role, '--reach', '80'] },
  { name: 'route', budget: 1.5, argv: (role) => ['route', role] },
].filter(({ name }) => isChosen(process.argv[3], name));
const starts = [
  { name: 'nothing', argv: ['--skills', ''] },
  ...readdirSync(join(root, 'data', 'examples')).map((file) => ({
    name: file.replace('.yaml', ''),
    argv: ['-p', join('data', 'examples', file)],
  })),
].filter(({ name }) => isChosen(process.argv[4], name));

const run = (argv) => {
  const started = process.hrtime.bigint();
  const argvJson = [join(root, 'bin', 'careerpath.js'), ...argv, '-f', 'json'];
  const { stdout } = spawnSync(process.execPath, argvJson, { cwd: root, encoding: 'utf8', maxBuffer: 1e8 });
  return { seconds: Number(process.hrtime.bigint() - started) / 1e9, json: JSON.parse(stdout) };
};
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)];

const ratios = new Map(kinds.map(({ name }) => [name, []]));
console.log('from                 to                             kind     seconds  of budget  gap %   hours  greedy');
for (const start of starts) {
  for (const role of roleIds(root)) {
    for (const { name, budget, argv } of kinds) {
      const runs = Array.from({ length: repeats }, () => run([...argv(role), ...start.argv]));
      const seconds = median(runs.map((one) => one.seconds));
      const { json } = runs[0];
      const [answer] = json.results;
      const hours = answer?.hours?.typical;
      ratios.get(name).push(seconds / budget);
      let greedy = '';
      // The greedy plan starts from what is said and assumed, like ours.
      if ((name === 'ready' || name === '80') && hours > 0) {
        const held = [...json.profile.skills, ...answer.assumed.map(({ skill, level }) => ({ id: skill, level }))];
        const typical = greedyBaseline(root, role, name, held);
        greedy = `${typical} (+${Math.round((100 * (typical - hours)) / hours)} %)`;
      }
      console.log(
        [
          start.name.padEnd(20),
          role.padEnd(30),
          name.padEnd(8),
          seconds.toFixed(2).padStart(7),
          (seconds / budget).toFixed(2).padStart(10),
          String(Math.round((answer?.gapPercent ?? 0) * 100) / 100).padStart(6),
          String(hours ?? '-').padStart(7),
          greedy,
        ].join(' '),
      );
    }
  }
}
for (const { name, budget } of kinds) {
  const all = ratios.get(name);
  const times = (ratio) => `${ratio.toFixed(2)} (${(ratio * budget).toFixed(2)} s)`;
  console.log(`${name}: worst ${times(Math.max(...all))}, median ${times(median(all))} of the budget of ${budget} s`);
}
