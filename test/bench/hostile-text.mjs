// Promise 3 for documents: a MiB of anything is read or refused within 5 s. Runs the built program on a MiB of each hostile
// text through posting and import, and prints the slowest. Usage: npm run build && node test/bench/hostile-text.mjs
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const bin = join(home, 'bin', 'careerpath.js');
const mebibyte = 1024 * 1024;
const promise = 5;
const parts = [
  ...'aA1 .,;:!?-–*_#|/\\()[]{}<>@%&+=~`\'"\t\n…•★年和ǘ'.split(''),
  ...[
    'a@',
    'a.',
    '. ',
    '.A',
    '. A',
    '! A ',
    '((',
    '()',
    '[](',
    '](',
    '**',
    'Java ',
    'Java, ',
    'Java (',
    'Go. ',
    'BS, ',
    '2019 - ',
    '2019-',
    'Mar ',
  ],
  ...[
    '5 years ',
    'years ',
    'not ',
    'is a plus, ',
    ', knowledge ',
    'and ',
    'or ',
    'a-',
    'https://',
    'www.',
    '# ',
    '- \n',
    '<p>',
    '<!--',
    '&lt;',
    '~~',
  ],
  ...[
    'race ',
    'applicant data ',
    'interested in ',
    'learning ',
    'Spring\nBoot, ',
    'degree ',
    'Master ',
    'data, ',
    '熟悉',
    'Dipl.-',
    'm/w/',
    '(m/',
  ],
];
const folder = mkdtempSync(join(tmpdir(), 'careerpath-hostile-'));
const rows = [];
for (const part of parts) {
  const text = part.repeat(Math.floor(mebibyte / Buffer.byteLength(part)));
  for (const [command, name] of [
    ['posting', 'text.md'],
    ['import', 'text.md'],
  ]) {
    const file = join(folder, name);
    writeFileSync(file, `Java\n${text}`);
    const start = process.hrtime.bigint();
    const { status, signal } = spawnSync(process.execPath, [bin, command, file, '-f', 'json'], {
      timeout: 60_000,
      maxBuffer: 1 << 30,
    });
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
    rows.push({ command, part: JSON.stringify(part), seconds, status: status ?? signal });
  }
}
rmSync(folder, { recursive: true, force: true });
rows.sort((a, b) => b.seconds - a.seconds);
const bad = rows.filter(({ seconds, status }) => seconds > promise || ![0, 1, 3].includes(status));
for (const { command, part, seconds, status } of rows.slice(0, Math.max(10, bad.length)))
  console.log(`${seconds.toFixed(2)} s  exit ${status}  ${command} ${part}`);
console.log(`${rows.length} runs, ${bad.length} beyond ${promise} s or with another exit code`);
process.exitCode = bad.length > 0 ? 1 : 0;
