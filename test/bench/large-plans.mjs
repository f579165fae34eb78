// Whole-command times of plan, route and what-if on a large pack, with what each answer says about itself: roles drawn with
// a seed, from a profile with two skills of another role. Build first; then: node test/bench/large-plans.mjs PACK [roles] [seed]
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bin = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'bin', 'careerpath.js');
const [pack, countText = '5', seedText = '1'] = process.argv.slice(2);
if (pack === undefined) throw new Error('usage: node test/bench/large-plans.mjs PACK [roles] [seed]');
/** A person waits this long and no longer for a plan. */
const patience = 5;

const run = (...argv) => {
  const started = process.hrtime.bigint();
  let text;
  try {
    text = execFileSync(process.execPath, [bin, ...argv, '--pack', pack, '-f', 'json'], { encoding: 'utf8', maxBuffer: 2 ** 30 });
  } catch (error) {
    // Exit 1 says that something cannot be reached: an answer too.
    if (error.status !== 1) throw error;
    text = error.stdout;
  }
  return { seconds: Number(process.hrtime.bigint() - started) / 1e9, json: JSON.parse(text) };
};

let state = Number(seedText);
const below = (n) => {
  state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
  return Math.floor((state / 0x80000000) * n);
};
const roles = run('roles').json.results;
const [other] = run('show', roles[below(roles.length)].id).json.results;
const skills = other.requirements
  .flatMap((one) => one.skill ?? one.skills?.[0]?.id ?? one.anyOf?.[0]?.skill ?? [])
  .slice(0, 2)
  .map((skill) => `${skill.id ?? skill}=3`)
  .join(',');
console.log(`${roles.length} roles; from ${other.id}: ${skills}`);
console.log('command                role                                         seconds  of 5 s  status       gap %   hours');
let worst = 0;
const show = (command, role, { seconds, json }) => {
  worst = Math.max(worst, seconds);
  const [first] = json.results;
  const gap = first?.gapPercent === undefined || first.gapPercent === null ? '' : first.gapPercent.toFixed(1);
  const hours = first?.hours?.typical ?? '';
  console.log(
    `${command.padEnd(22)} ${role.slice(0, 44).padEnd(44)} ${seconds.toFixed(2).padStart(7)} ${(seconds / patience).toFixed(2).padStart(7)}  ${(first?.status ?? '').padEnd(11)} ${gap.padStart(6)} ${String(hours).padStart(7)}`,
  );
};
for (let i = 0; i < Number(countText); i++) {
  const { id } = roles[below(roles.length)];
  for (const [name, ...argv] of [
    ['plan', 'plan', id],
    ['plan --reach 80', 'plan', id, '--reach', '80'],
    ['plan --reach 65', 'plan', id, '--reach', '65'],
    ['plan --hours 300', 'plan', id, '--hours', '300'],
    ['route', 'route', id],
    ['what-if ROLE', 'what-if', id],
  ]) {
    show(name, id, run(...argv, '--skills', skills));
  }
}
show('what-if', 'all', run('what-if', '--skills', skills));
show('what-if --set', 'all', run('what-if', '--set', skills.replace(/=3.*/, '=5'), '--skills', skills));
console.log(`worst: ${worst.toFixed(2)} s, ${(worst / patience).toFixed(2)} of ${patience} s`);
