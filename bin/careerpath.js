#!/usr/bin/env node
'use strict';
// Starts the built program through the V8 code cache that was made with it: that saves compiling it at each start.
// Where V8 rejects the cache (another Node version), the program is compiled as usual.
const { readFileSync } = require('node:fs');
const { join, dirname } = require('node:path');
const { constants, Script } = require('node:vm');

const home = dirname(__dirname);
const filename = join(home, 'dist', 'careerpath.cjs');
let cachedData;
try {
  cachedData = readFileSync(join(home, 'dist', 'careerpath.cache'));
} catch {
  // Built without a cache.
}
// Without a loader of its own, code in a Script cannot import(): what was built apart (scripts/build.mjs) is reached that way.
const importModuleDynamically = constants.USE_MAIN_CONTEXT_DEFAULT_LOADER;
// The build writes ASCII only; read as such it stays one byte a character.
const script = new Script(readFileSync(filename, 'latin1'), { filename, cachedData, importModuleDynamically });
const program = { exports: {} };
script.runInThisContext()(program.exports, require('node:module').createRequire(filename), program, filename, dirname(filename));
program.exports.main(home);
