// Runs every command line that the documents show, with the built program in this process, and compares what it prints with
// what stands below it. `--write` puts the real output in its place.
//
// A fenced block ```console holds command lines (`$ careerpath …`, `$ cat FILE | careerpath …`, `$ echo $?`) and what they
// print. A line `…` stands for lines left out. A block such as ```yaml file=skills.yaml is a file that the commands after it
// find in their folder.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const documents = ['README.md', 'data/README.md', 'docs/developers.md', 'docs/coaches.md', 'docs/ci.md'];
const write = process.argv.includes('--write');
const { run } = createRequire(import.meta.url)('../bin/careerpath.js').program;
// A day that the documents can show, and nobody who presses Ctrl-C.
const now = () => new Date(2026, 10, 20);
const onSignal = () => () => {};

let commandCount = 0;
for (const name of documents) {
  const folder = mkdtempSync(join(tmpdir(), 'careerpath-readme-'));
  try {
    await checkDocument(name, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
console.log(`${commandCount} commands in ${documents.join(', ')}`);

async function checkDocument(name, folder) {
  const path = join(root, name);
  const before = readFileSync(path, 'utf8');
  let after = '';
  let end = 0;
  for (const block of before.matchAll(/^```(\w+)([^\n]*)\n(.*?)^```$/gms)) {
    const [whole, language, info, body] = block;
    const file = /\bfile=(\S+)/.exec(info)?.[1];
    if (file !== undefined) saveFile(folder, file, body);
    if (language !== 'console') continue;
    const line = before.slice(0, block.index).split('\n').length;
    const real = await checkConsole(body, folder, `${name}:${line}`);
    after += before.slice(end, block.index) + whole.replace(body, () => real);
    end = block.index + whole.length;
  }
  after += before.slice(end);
  if (write && after !== before) writeFileSync(path, after);
}

function saveFile(folder, file, text) {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Runs the command lines of one block and returns the block as it should be. */
async function checkConsole(body, folder, place) {
  const parts = body.split(/^(?=\$ )/m);
  let code = 0;
  let real = '';
  for (const part of parts) {
    const [first = '', ...rest] = part.trimEnd().split('\n');
    const command = first.slice(2);
    let printed = `${code}\n`;
    if (command !== 'echo $?') {
      commandCount++;
      ({ code, printed } = await runLine(command, folder, place));
    }
    const expected = rest.map((line) => line.trimEnd());
    const found = printed
      .trimEnd()
      .split('\n')
      .map((line) => line.trimEnd());
    if (!agrees(expected, found) && !write) {
      console.error(`${place}: \`${command}\` prints something else (npm run update puts it right):\n${found.join('\n')}\n`);
      process.exitCode = 1;
    }
    real += `${[first, ...(agrees(expected, found) ? expected : cutAs(expected, found))].join('\n')}\n`;
  }
  return real;
}

async function runLine(command, folder, place) {
  const piped = /^cat (\S+) \| /.exec(command);
  const [program, ...argv] = splitWords(piped === null ? command : command.slice(piped[0].length));
  if (program !== 'careerpath') throw new Error(`${place}: only careerpath can be run here, not ${command}`);
  let printed = '';
  const output = {
    isTTY: false,
    columns: undefined,
    write: async (text) => {
      printed += text;
    },
  };
  const stdin = Readable.from(piped === null ? [] : [readFileSync(join(folder, piped[1]))]);
  const code = await run(argv, { stdin, stdout: output, stderr: output, env: {}, cwd: folder, home: root, now, onSignal });
  return { code, printed };
}

/** A command line's words, with single and double quotes as in a shell. */
function splitWords(command) {
  return [...command.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)].map(([word]) => word.replace(/"([^"]*)"|'([^']*)'/g, '$1$2'));
}

/** Whether the lines found are the lines expected, where `…` stands for one line or more. */
function agrees(expected, found) {
  const at = expected.indexOf('…');
  if (at < 0) return expected.length === found.length && expected.every((line, i) => line === found[i]);
  if (!expected.slice(0, at).every((line, i) => line === found[i])) return false;
  const rest = expected.slice(at + 1);
  for (let skipped = 1; at + skipped <= found.length; skipped++) if (agrees(rest, found.slice(at + skipped))) return true;
  return false;
}

/** The lines found, with as many left out as the block leaves out: so many lines before the first `…`, so many after the last. */
function cutAs(expected, found) {
  const before = expected.indexOf('…');
  if (before < 0) return found;
  const after = expected.length - expected.lastIndexOf('…') - 1;
  return [...found.slice(0, before), '…', ...found.slice(found.length - after)];
}
