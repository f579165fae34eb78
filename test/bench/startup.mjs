// The whole process of `careerpath match`, and of some other commands, against `node -e 0`, in turn, so that a busy moment hits
// both. Only `match` has a budget; the others show what a change of the packs costs them.
//   node test/bench/startup.mjs [pairs]
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const budget = 1.4;
const warmUps = 5;
const pairs = Math.max(21, Number(process.argv[2] ?? 41) || 41);
const home = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const bare = ['-e', '0'];
const example = join(home, 'data', 'examples', 'java-developer.yaml');
const match = `match -p ${example}`;
const commandLines = [
  match,
  `fit -p ${example}`,
  'match --skills jaava=3',
  'roles',
  'skills java',
  'show java',
  `validate ${example}`,
  'profile path',
  '--version',
  '--help',
];

/** Wall time of one process, in milliseconds. */
function time(args) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], cwd: home });
  const end = process.hrtime.bigint();
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return Number(end - start) / 1e6;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

console.log(`node ${process.version}, ${pairs} pairs each; medians`);
for (const line of commandLines) {
  const command = [join(home, 'bin', 'careerpath.js'), ...line.split(' ')];
  for (let i = 0; i < warmUps; i++) time(command);
  const runs = Array.from({ length: pairs }, () => ({ bare: time(bare), command: time(command) }));
  const ms = (values) => `${median(values).toFixed(1)} ms`;
  const ratio = median(runs.map((run) => run.command / run.bare));
  const verdict = line === match ? `, budget ${budget}: ${ratio <= budget ? 'within' : 'over'}` : '';
  const times = `${ms(runs.map((run) => run.command))} against ${ms(runs.map((run) => run.bare))}`;
  console.log(`${line.replace(example, 'EXAMPLE').padEnd(24)} ${ratio.toFixed(3)}  ${times}${verdict}`);
}
