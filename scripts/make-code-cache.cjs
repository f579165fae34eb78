// Runs the built program on typical command lines and prints V8's code cache, with every function that they needed.
'use strict';
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname, join } = require('node:path');
const { PassThrough } = require('node:stream');
const { Script } = require('node:vm');

const home = process.argv[2];
const filename = join(home, 'dist', 'careerpath.cjs');
const script = new Script(readFileSync(filename, 'latin1'), { filename });
const program = { exports: {} };
script.runInThisContext()(program.exports, createRequire(filename), program, filename, dirname(filename));

const commandLines = [
  ['match', '-p', join(home, 'data', 'examples', 'java-developer.yaml')],
  ['match', '--skills', 'java=3,nonsense', '-f', 'json'],
  ['fit', '--skills', 'java=3', '--explain'],
];

(async () => {
  for (const argv of commandLines) {
    const io = { stdin: new PassThrough(), stdout: sink(), stderr: sink(), env: { FORCE_COLOR: '1' }, cwd: home, home };
    await program.exports.run(argv, io);
  }
  process.stdout.write(script.createCachedData());
})();

function sink() {
  return { isTTY: false, columns: undefined, write: async () => {} };
}
