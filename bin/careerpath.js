#!/usr/bin/env node
'use strict';
// Starts the built program through the V8 code cache that was made with it: that saves compiling it at each start.
// Where V8 rejects the cache (another Node version), the program is compiled as usual.
const { readFileSync } = require('node:fs');
const { join, dirname } = require('node:path');
const { Script } = require('node:vm');

const home = dirname(__dirname);
const filename = join(home, 'dist', 'careerpath.cjs');
let cachedData;
try {
  cachedData = readFileSync(join(home, 'dist', 'careerpath.cache'));
} catch {
  // Built without a cache.
}
// The build writes ASCII only; read as such it stays one byte a character.
const script = new Script(readFileSync(filename, 'latin1'), { filename, cachedData });
const program = { exports: {} };
// Code in a Script has no import() of its own: what was built apart (scripts/build.mjs) is imported from here.
const importBuilt = (name) => import(`../dist/${name}`);
const start = script.runInThisContext();
start(program.exports, require('node:module').createRequire(filename), program, filename, dirname(filename), importBuilt);
program.exports.main(home);
