// How long `validate` takes over 1,000 role files of 40 requirements, against ajv-cli over the same files with our JSON
// Schema, in one run. Usage: npm run build && node test/bench/validate.mjs [roles] [rounds]
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const roles = Number(process.argv[2] ?? 1000);
const rounds = Number(process.argv[3] ?? 5);
const work = mkdtempSync(join(tmpdir(), 'careerpath-bench-'));
const pack = join(work, 'pack');
writePack(pack, roles);

const ajv = createRequire(import.meta.url).resolve('ajv-cli/dist/index.js');
const schema = join(root, 'data', 'schema', 'role.schema.json');
const program = join(root, 'bin', 'careerpath.js');
const cache = join(work, 'cache');
const ours = () => run([program, 'validate', pack, '--max-warnings', '0'], { XDG_CACHE_HOME: cache });
const measured = { ajv: [], cold: [], unchanged: [] };
for (let round = 0; round < rounds; round++) {
  measured.ajv.push(run([ajv, 'validate', '--strict=false', '-s', schema, '-d', join(pack, 'roles', '*.yaml')], {}));
  rmSync(cache, { recursive: true, force: true });
  measured.cold.push(ours());
  measured.unchanged.push(ours());
}
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const base = median(measured.ajv);
console.log(`${roles} role files of 40 requirements, median of ${rounds}`);
console.log(`ajv-cli              ${base.toFixed(0)} ms`);
report('validate, cold', median(measured.cold), 3);
report('validate, unchanged', median(measured.unchanged), 1);
rmSync(work, { recursive: true, force: true });

function report(name, time, budget) {
  const ratio = time / base;
  const verdict = ratio <= budget ? 'within' : 'ABOVE';
  console.log(`${name.padEnd(20)} ${time.toFixed(0)} ms = ${ratio.toFixed(2)} x ajv-cli, ${verdict} the budget of ${budget}`);
}

function run(argv, env) {
  const start = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, {
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const time = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0) throw new Error(`${argv.join(' ')}\n${stdout.slice(-2000)}${stderr.slice(-2000)}`);
  return time;
}

/** A pack without any fault: 500 skills that can be learned to level 5, and roles that lead to each other. */
function writePack(folder, count) {
  mkdirSync(join(folder, 'roles'), { recursive: true });
  mkdirSync(join(folder, 'skills'));
  writeFileSync(join(folder, 'pack.yaml'), 'name: bench\nversion: "1"\nbase: none\n');
  const skills = Array.from({ length: 500 }, (_, i) => {
    const steps = [1, 2, 3, 4, 5].map(
      (level) =>
        `    ${level}: { do: Build something., resources: [{ title: A page, url: "https://example.org/${i}/${level}" }] }`,
    );
    return `- id: skill-${i}\n  name: Skill number ${i}\n  learn:\n${steps.join('\n')}`;
  });
  writeFileSync(join(folder, 'skills', 'all.yaml'), `${skills.join('\n')}\n`);
  const importances = ['essential', 'important', 'helpful'];
  for (let role = 0; role < count; role++) {
    const requirements = Array.from({ length: 40 }, (_, i) => {
      const skill = (role * 7 + i * 11) % 500;
      return `  - skill: skill-${skill}\n    level: ${1 + (skill % 5)}\n    importance: ${importances[i % 3]}\n    source: guide`;
    });
    const head = `id: role-${role}\ntitle: Role number ${role}\nseniority: mid\nsources: [{ id: guide, title: A guide }]`;
    const next = `leadsTo: [{ role: role-${(role + 1) % count}, because: It is the next step. }]`;
    writeFileSync(join(folder, 'roles', `role-${role}.yaml`), `${head}\nrequirements:\n${requirements.join('\n')}\n${next}\n`);
  }
}
