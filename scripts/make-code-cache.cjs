// Runs the built program on typical command lines and writes V8's code caches, with every function that they needed.
'use strict';
const { writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { PassThrough } = require('node:stream');
const { program, scripts } = require('../bin/careerpath.js');

const home = dirname(__dirname);
const example = join(home, 'data', 'examples', 'java-developer.yaml');
// What each pack should be quick at. A function that did not run here is compiled when it is first called: better than having
// every run read the compiled form of what few runs use.
const commandLines = {
  careerpath: [
    ['match', '-p', example],
    ['match', '--skills', 'java=3,nonsense', '-f', 'json'],
    ['fit', '--skills', 'java=3', '--explain'],
    ['gaps', 'backend-developer', '--skills', 'java=3'],
  ],
  reading: [['validate', example]],
  commands: [
    ['roles'],
    ['skills', 'java'],
    ['show', 'java'],
    ['what-if', '-p', example, '--set', 'kafka=3'],
    ['profile', 'show', '-p', example],
    ['match', '--skills', 'nonsense', '-f', 'csv'],
    ['--help'],
  ],
};

(async () => {
  for (const [pack, lines] of Object.entries(commandLines)) {
    for (const argv of lines) {
      const io = { stdin: new PassThrough(), stdout: sink(), stderr: sink(), env: { FORCE_COLOR: '1' }, cwd: home, home };
      const exitCode = await program.run(argv, io);
      if (exitCode !== 0) throw new Error(`careerpath ${argv.join(' ')} ended with ${exitCode}`);
    }
    writeFileSync(join(home, 'dist', `${pack}.cache`), scripts.get(pack).createCachedData());
  }
})();

function sink() {
  return { isTTY: false, columns: undefined, write: async () => {} };
}
