// Builds dist/: the program as one CommonJS file, its V8 code cache, and the built-in data in compiled form.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');
rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);

// Parts of packages that this program never uses, but that cost milliseconds at each start: chalk looks at the system to
// guess a colour level (ours is always given), and commander brings in what starts programs (our commands are none).
const unusedParts = {
  name: 'unused-parts',
  setup(build) {
    build.onResolve({ filter: /^#supports-color$/ }, () => ({ path: 'colour-guess', namespace: 'unused' }));
    build.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes('commander') ? { path: 'child-process', namespace: 'unused' } : undefined,
    );
    // cli-table3 measures every cell several times over; our measure looks at Unicode's tables only where it must.
    build.onResolve({ filter: /^string-width$/ }, ({ importer }) =>
      importer.includes('cli-table3') ? { path: 'width', namespace: 'width' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'width' }, () => ({
      contents: `module.exports = require('./src/report/text-width.ts').textWidth;`,
      resolveDir: root,
    }));
    build.onLoad({ filter: /.*/, namespace: 'unused' }, () => ({
      contents: 'module.exports = { stdout: false, stderr: false };',
    }));
  },
};

// What only a few commands need, and what exists as ES modules alone, is built into files of its own beside the program. There
// an import() of one of these sources becomes an importBuilt() of its built file, which the launcher hands in: the program runs as
// a vm.Script, and code there cannot import(). Adding one is one line here.
const builtApart = { 'src/cli/prompts/prompts.ts': 'prompts.mjs', 'src/documents/pdf-text.ts': 'pdf-text.mjs' };
const reachBuiltApart = {
  name: 'reach-built-apart',
  setup(build) {
    build.onResolve({ filter: /^\./ }, ({ path, resolveDir, kind }) => {
      if (kind !== 'dynamic-import') return undefined;
      const built = builtApart[relative(root, resolve(resolveDir, path)).replaceAll('\\', '/')];
      return built === undefined ? undefined : { path: built, external: true };
    });
  },
};

const shared = {
  plugins: [unusedParts, reachBuiltApart],
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.17',
  // The launcher starts the bundle as a script, in which a bare import() has no loader: Node's modules come by require.
  supported: { 'dynamic-import': false },
  format: 'cjs',
  logLevel: 'warning',
  legalComments: 'none',
  // The published file keeps readable names in stack traces; white space is all that goes.
  minifyWhitespace: true,
  minifySyntax: true,
  minifyIdentifiers: true,
};

// The whole file is one function expression, so that the launcher compiles it as it is, with no copy made.
await build({
  ...shared,
  entryPoints: ['src/cli/main.ts'],
  outfile: join(dist, 'careerpath.cjs'),
  banner: { js: '(function (exports, require, module, __filename, __dirname, importBuilt) {' },
  footer: { js: '})' },
});

// The solver's thread is a program of its own: its package is large, and most runs never need it.
await build({ ...shared, entryPoints: ['src/solver/solver-worker.ts'], outfile: join(dist, 'solver.cjs'), external: ['highs'] });

// Threads of `compare` start from a file of their own.
await build({ ...shared, entryPoints: ['src/cli/batch/batch-worker.ts'], outfile: join(dist, 'batch-worker.cjs') });

// Without import(), esbuild writes a require() there, which cannot load an ES module.
const program = join(dist, 'careerpath.cjs');
let text = readFileSync(program, 'utf8');
for (const built of Object.values(builtApart)) {
  const required = new RegExp(
    `Promise\\.resolve\\(\\)\\.then\\(\\(\\)=>[\\w$]+\\(require\\("${built.replace('.', '\\.')}"\\)\\)\\)`,
    'g',
  );
  if (!required.test(text)) throw new Error(`the program does not import ${built} in the form that is expected here`);
  text = text.replace(required, `importBuilt("${built}")`);
}
writeFileSync(program, text);

for (const [source, built] of Object.entries(builtApart)) {
  await build({
    ...shared,
    entryPoints: [source],
    outfile: join(dist, built),
    format: 'esm',
    // Packages of the older module form are bundled too, and they require() Node's own modules.
    banner: { js: "import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);" },
  });
}

// Generators of files that are built from the sources run from one bundle of their own, outside dist/.
const tools = join(root, 'node_modules', '.cache', 'careerpath', 'build-tools.cjs');
await build({ ...shared, entryPoints: ['scripts/build-tools.ts'], outfile: tools });
execFileSync(process.execPath, [tools, root], { stdio: 'inherit' });

// The cache holds what V8 compiled while the program ran once, so that lazily compiled functions are in it too.
const warmUp = join(root, 'scripts', 'make-code-cache.cjs');
const cache = execFileSync(process.execPath, [warmUp, root], { maxBuffer: 64 * 1024 * 1024 });
writeFileSync(join(dist, 'careerpath.cache'), cache);
