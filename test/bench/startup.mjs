// The whole process of `careerpath match` against `node -e 0`, in turn, so that a busy moment hits both.
//   node test/bench/startup.mjs [pairs]
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const budget = 1.4;
const warmUps = 5;
const pairs = Math.max(21, Number(process.argv[2] ?? 41) || 41);
const home = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const bare = ['-e', '0'];
const match = [join(home, 'bin', 'careerpath.js'), 'match', '-p', join(home, 'data', 'examples', 'java-developer.yaml')];

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

for (let i = 0; i < warmUps; i++) {
  time(bare);
  time(match);
}
const runs = Array.from({ length: pairs }, () => ({ bare: time(bare), match: time(match) }));
const ratio = median(runs.map((run) => run.match / run.bare));
const ms = (values) => `${median(values).toFixed(1)} ms`;
console.log(`node ${process.version}, ${pairs} pairs`);
console.log(`node -e 0         ${ms(runs.map((run) => run.bare))}`);
console.log(`careerpath match  ${ms(runs.map((run) => run.match))}`);
console.log(`median ratio ${ratio.toFixed(3)}, budget ${budget}: ${ratio <= budget ? 'within' : 'over'}`);
