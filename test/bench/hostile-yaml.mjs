// Promise 3: any file up to 1 MiB is loaded or refused within 5 s. Runs the built program on a MiB of each hostile text
// and prints the slowest. Usage: npm run build && node test/bench/hostile-yaml.mjs
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const bin = join(home, 'bin', 'careerpath.js');
const mebibyte = 1024 * 1024;
const promise = 5;
const fill = (part) => part.repeat(Math.floor(mebibyte / Buffer.byteLength(part)));
const times = (count, line) => Array.from({ length: count }, (_, i) => line(i)).join('');

const repeated = [
  '[',
  '{',
  '{,',
  '[,',
  '&a ',
  '!a ',
  '*a ',
  '- ',
  '? ',
  ': ',
  ']',
  '}',
  ',',
  '%',
  '@',
  '-\n',
  '---\n',
  '{a: ',
  'a: b: ',
  '<<: *a\n',
  '"',
  "'",
  'a: |\n',
  'a: 1\n',
  '- a\n',
  'a: "x"\n',
  '\n',
  '\r',
  ' \n',
  '#\n',
  'a\n',
  'a:\n',
  '|',
  '>',
  '|\n',
  '\t',
  '\ta\n',
  '"\\u0041',
  "a: '\n",
  '`',
  '...\n',
  'a,',
  '{a}\n',
  '[a]\n',
  '[a]: ',
  '"a": ',
  '? a\n: b\n',
  'a: &x\n',
  'k: {a: [b, c]}\n',
  '[a] b\n',
  '{a} {b}\n',
  '[a]\n- b\n',
  'é: ü\n',
  '- - a\n',
  'a: [b]\n',
];
const cases = new Map([
  ...repeated.map((part) => [JSON.stringify(part), fill(part)]),
  ['32,000 distinct keys', times(32_000, (i) => `k${i}: 1\n`)],
  ['32,000 keys in a flow map', `{${times(32_000, (i) => `k${i}: 1, `)}}`],
  ['32,000 skills', `skills:\n${times(32_000, (i) => `  k${i}: 1\n`)}`],
  ['32,000 wrong levels', `skills:\n${times(32_000, (i) => `  k${i}: 9\n`)}`],
  ['16,000 anchors with aliases', times(16_000, (i) => `k${i}: &a${i} x\nl${i}: *a${i}\n`)],
  ['a scalar of 1 MiB', `name: ${'x'.repeat(mebibyte - 10)}`],
  ['a block scalar of many lines', `name: |\n${fill('  x\n').slice(0, -20)}`],
  ['a quote that is never closed', `name: "${'x\n'.repeat(500_000)}`],
  ['a list that is never closed', `skills: [${'java, '.repeat(170_000)}`],
  ['a plain scalar of many lines', `name: ${'x\n  '.repeat(260_000)}`],
  ['digits', `years: ${'9'.repeat(mebibyte - 10)}`],
  ['wrong items', `targets:\n${times(100_000, () => '  - 1\n')}`],
  ['indentation 1,400 deep', times(1_400, (i) => `${' '.repeat(i)}a:\n`)],
]);

const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
const rows = [];
try {
  for (const [name, text] of cases) {
    const file = join(folder, 'profile.yaml');
    writeFileSync(file, text);
    const start = performance.now();
    const { status, stderr, signal } = spawnSync(process.execPath, [bin, 'fit', '-p', file, '-o', join(folder, 'out')], {
      timeout: 60_000,
    });
    const seconds = (performance.now() - start) / 1000;
    const trace = /\n\s+at /.test(String(stderr));
    rows.push({
      name,
      bytes: text.length,
      seconds: Number(seconds.toFixed(2)),
      exit: signal ?? status,
      ok: seconds < promise && !trace && (status === 0 || status === 3),
    });
  }
} finally {
  rmSync(folder, { recursive: true });
}
rows.sort((a, b) => b.seconds - a.seconds);
console.table(rows.slice(0, 15));
const broken = rows.filter((row) => !row.ok);
console.log(
  `${rows.length} texts; slowest ${rows[0].seconds} s of ${promise} s promised; ${broken.length} beyond the promise or crashed`,
);
for (const row of broken) console.log(`  ${row.name}: ${row.seconds} s, exit ${row.exit}`);
process.exitCode = broken.length === 0 ? 0 : 1;
