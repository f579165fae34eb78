// Whole commands over a large compiled pack beside `node -e 0`: the median of alternating runs, as ratios.
//   node test/bench/esco-startup.mjs [PACK] [runs]      without PACK an invented one of ESCO's size is made
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const bin = join(here, '..', '..', 'bin', 'careerpath.js');
const work = mkdtempSync(join(tmpdir(), 'careerpath-bench-'));
const [givenPack, runsText = '21'] = process.argv.slice(2);
const pack = givenPack ?? join(work, 'pack');
if (givenPack === undefined) execFileSync(process.execPath, [join(here, 'make-large-pack.mjs'), pack], { stdio: 'inherit' });
const env = { ...process.env, XDG_CACHE_HOME: join(work, 'cache') };

const run = (args) => {
  const started = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`${args.join(' ')}: exit ${status}\n${stderr}`);
  return { milliseconds: Number(process.hrtime.bigint() - started) / 1e6, stdout };
};

// The first run compiles the pack; it also tells ids and names to ask for, whatever pack it is.
const compile = run([bin, 'roles', '--pack', pack, '-f', 'csv']);
const lines = compile.stdout.trimEnd().split('\n');
const role = lines[Math.floor(lines.length / 2)].split(',')[0];
const skills = run([bin, 'skills', '--pack', pack, '-f', 'ndjson'])
  .stdout.trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));
const [one, other] = [skills[Math.floor(skills.length / 3)], skills[Math.floor(skills.length / 2)]];
const held = ['--skills', `${one.id}=3,${other.id}=2`];
console.log(`${lines.length - 1} roles, ${skills.length} skills; compiled in ${(compile.milliseconds / 1000).toFixed(1)} s`);

const word = one.name.split(' ')[0];
const typo = `${one.name.slice(1, 3)}${one.name[0]}${one.name.slice(3)}`;
const commands = [
  ['fit', 'fit', ...held],
  ['fit ROLE', 'fit', role, ...held],
  ['gaps ROLE', 'gaps', role, ...held],
  ['match', 'match', ...held],
  ['skills QUERY', 'skills', word],
  ['skills, a typo', 'skills', typo],
  ['fit, a typo in --skills', 'fit', '--skills', `${typo}=3`],
];
const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
const times = commands.map(() => []);
const bare = [];
for (let i = 0; i < Number(runsText); i++) {
  bare.push(run(['-e', '0']).milliseconds);
  for (const [c, [, ...argv]] of commands.entries()) times[c].push(run([bin, ...argv, '--pack', pack]).milliseconds);
}
const unit = median(bare);
console.log(`node -e 0: ${unit.toFixed(0)} ms`);
commands.forEach(([name], c) => {
  const time = median(times[c]);
  const budget = name === 'fit' ? ` (at most 2.50)  ${time / unit <= 2.5 ? 'met' : 'NOT met'}` : '';
  console.log(`${name.padEnd(24)} ${time.toFixed(0).padStart(5)} ms  ratio ${(time / unit).toFixed(2)}${budget}`);
});
rmSync(work, { recursive: true, force: true });
