// Many people against every role of a large pack, ten best roles each, from NDJSON to NDJSON, beside SciPy's sparse product on
// the same people in the same run; then the memory that 10,000 and 1,000,000 people take.
//   node test/bench/compare.mjs [PACK] [people]      without PACK an invented one of ESCO's size is made
import { execFileSync, spawnSync } from 'node:child_process';
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const bin = join(here, '..', '..', 'bin', 'careerpath.js');
const work = mkdtempSync(join(tmpdir(), 'careerpath-bench-'));
const [givenPack, countText = '100000'] = process.argv.slice(2);
const pack = givenPack ?? join(work, 'pack');
if (givenPack === undefined) execFileSync(process.execPath, [join(here, 'make-large-pack.mjs'), pack], { stdio: 'inherit' });
const env = { ...process.env, XDG_CACHE_HOME: join(work, 'cache') };
const rolesFile = join(work, 'roles.json');
writeFileSync(
  rolesFile,
  execFileSync(process.execPath, [bin, 'roles', '--pack', pack, '-f', 'json'], { env, maxBuffer: 2 ** 30 }),
);
const roles = JSON.parse(readFileSync(rolesFile, 'utf8')).results.map((role) =>
  role.requirements.flatMap((requirement) => (requirement.skill === undefined ? [] : [requirement.skill])),
);

let state = 7;
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
}

/** Twenty skills each: most from one occupation, the rest from another. */
function personLine(i) {
  const skills = {};
  const [main, other] = [roles[Math.floor(random() * roles.length)], roles[Math.floor(random() * roles.length)]];
  for (let tries = 0, held = 0; held < 20 && tries < 200; tries++) {
    const from = tries < 15 || tries > 40 ? main : other;
    const skill = from[Math.floor(random() * from.length)] ?? main[0];
    if (Object.hasOwn(skills, skill)) continue;
    skills[skill] = 1 + Math.floor(random() * 5);
    held++;
  }
  return `${JSON.stringify({ person: `p${i}`, skills })}\n`;
}

async function writePeople(path, count) {
  const out = createWriteStream(path);
  let block = '';
  for (let i = 0; i < count; i++) {
    block += personLine(i);
    if (block.length < 1_000_000) continue;
    if (!out.write(block)) await new Promise((done) => out.once('drain', done));
    block = '';
  }
  await new Promise((done) => out.end(block, done));
}

/** Seconds by the clock and of processor time, and peak memory (MiB), of a command; GNU time tells the latter two where it is there. */
function measure(command, args) {
  const timed = existsSync('/usr/bin/time');
  const started = process.hrtime.bigint();
  const run = timed
    ? spawnSync('/usr/bin/time', ['-f', 'peak %M cpu %U %S', command, ...args], { env, encoding: 'utf8', maxBuffer: 2 ** 26 })
    : spawnSync(command, args, { env, encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (run.status !== 0) throw new Error(`${command} ${args.join(' ')}: exit ${run.status}\n${run.stderr}`);
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  const [, peak, user, system] = /peak (\d+) cpu ([\d.]+) ([\d.]+)/.exec(run.stderr) ?? [];
  return { seconds, mebibytes: Number(peak) / 1024, cpu: Number(user) + Number(system) };
}

const ours = (people, out, ...more) =>
  measure(process.execPath, [bin, 'compare', people, '--pack', pack, '--top', '10', '-f', 'ndjson', '-o', out, ...more]);

const count = Number(countText);
const people = join(work, 'people.ndjson');
await writePeople(people, count);
console.log(
  `${count} people, ${roles.length} roles, ${availableParallelism()} cores, ${Math.round(statSync(people).size / 2 ** 20)} MiB in`,
);
const best = (runs) => runs.reduce((a, b) => (a.seconds <= b.seconds ? a : b));
const careerpath = best([0, 1, 2].map(() => ours(people, join(work, 'ours.ndjson'))));
console.log(
  `careerpath: ${careerpath.seconds.toFixed(2)} s (${careerpath.cpu.toFixed(2)} s of processor time), peak ${careerpath.mebibytes.toFixed(0)} MiB`,
);
const python = '/usr/bin/python3';
if (spawnSync(python, ['-c', 'import scipy']).status === 0) {
  const scipy = best(
    [0, 1, 2].map(() => measure(python, [join(here, 'compare_scipy.py'), rolesFile, people, join(work, 'scipy.ndjson')])),
  );
  console.log(
    `SciPy:      ${scipy.seconds.toFixed(2)} s (${scipy.cpu.toFixed(2)} s of processor time), peak ${scipy.mebibytes.toFixed(0)} MiB`,
  );
  const ratio = careerpath.seconds / scipy.seconds;
  console.log(`ratio ${ratio.toFixed(2)} (at most 1.00)  ${ratio <= 1 ? 'met' : 'NOT met'}`);
} else console.log('SciPy is not installed (apt-get install python3-scipy): no ratio');

for (const size of process.env.BENCH_MEMORY === 'no' ? [] : [10_000, 1_000_000]) {
  const path = join(work, 'memory.ndjson');
  await writePeople(path, size);
  const { mebibytes, seconds } = ours(path, '/dev/null');
  console.log(`${size} people: peak ${mebibytes.toFixed(0)} MiB, ${seconds.toFixed(1)} s`);
}
rmSync(work, { recursive: true, force: true });
