#!/usr/bin/env node
'use strict';
// Starts the built program, which is in packs of chunks, through the V8 code caches that were made with them: that saves
// compiling it at each start. Where V8 rejects a cache (another Node version), the pack is compiled as usual.
const { readFileSync } = require('node:fs');
const { join, dirname } = require('node:path');
const { Script } = require('node:vm');

const home = dirname(__dirname);
const scripts = new Map();

function openPack(name) {
  const filename = join(home, 'dist', `${name}.cjs`);
  let cachedData;
  try {
    cachedData = readFileSync(join(home, 'dist', `${name}.cache`));
  } catch {
    // Built without a cache.
  }
  // The build writes ASCII only; read as such it stays one byte a character.
  const script = new Script(readFileSync(filename, 'latin1'), { filename, cachedData });
  scripts.set(name, script);
  return script.runInThisContext();
}

const { chunks, packOf } = openPack('careerpath');
const modules = new Map();

/** What chunks require: one another, each run once, and Node's own modules. */
function requireChunk(path) {
  if (!path.startsWith('./')) return require(path);
  const name = path.slice(2);
  let module = modules.get(name);
  if (module === undefined) {
    module = { exports: {} };
    modules.set(name, module);
    if (chunks[name] === undefined) Object.assign(chunks, openPack(packOf[name]).chunks);
    chunks[name](module.exports, requireChunk, module);
  }
  return module.exports;
}

const program = requireChunk('./careerpath.cjs');
if (require.main === module) program.main(home);
// Scripts of ours run the program in their own process.
else module.exports = { program, scripts };
