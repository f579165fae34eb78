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
const wrapper = `(function (exports, require, module, __filename, __dirname) {${readFileSync(filename, 'utf8')}\n})`;
const script = new Script(wrapper, { filename, cachedData, importModuleDynamically: require('node:vm').constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER });
const program = { exports: {} };
script.runInThisContext()(program.exports, require('node:module').createRequire(filename), program, filename, dirname(filename));
program.exports.main(home);
