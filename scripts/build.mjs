// Builds dist/: the program as packs of CommonJS chunks, V8 code caches of them, and the built-in data in compiled form.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { writeNotices } from './write-notices.mjs';
import { writePacks } from './write-packs.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');
rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);

// Parts of packages that this program never uses, but that cost milliseconds at each start: chalk looks at the system to
// guess a colour level (ours is always given), and commander brings in what starts programs (our commands are none).
const unusedParts = {
  name: 'unused-parts',
  resolveId(source, importer = '') {
    if (source === '#supports-color') return '\0unused';
    if (source === 'node:child_process' && importer.includes('commander')) return '\0unused';
    // cli-table3 measures every cell several times over; our measure looks at Unicode's tables only where it must.
    if (source === 'string-width' && importer.includes('cli-table3')) return '\0text-width';
    return undefined;
  },
  load(id) {
    if (id === '\0unused') return 'export default { stdout: false, stderr: false };';
    if (id === '\0text-width') {
      const measure = JSON.stringify(join(root, 'src', 'report', 'text-width.ts'));
      return { code: `module.exports = require(${measure}).textWidth;`, moduleSideEffects: false };
    }
    return undefined;
  },
};

/** Bundles the sources behind the given entries. */
function bundle(input, external = []) {
  return rolldown({
    input,
    external,
    cwd: root,
    platform: 'node',
    transform: { target: 'node20.17' },
    plugins: [unusedParts],
    // A module that is loaded late by one file and at once by another is simply there already.
    checks: { ineffectiveDynamicImport: false },
  });
}

const output = {
  format: 'cjs',
  exports: 'named',
  minify: true,
  // One byte a character, however the file is read.
  charset: 'ascii',
  comments: false,
  // What is exported never changes later, so that a plain property does for it.
  externalLiveBindings: false,
  // The launcher starts packs as scripts, in which a bare import() has no loader: Node's modules come by require.
  dynamicImportInCjs: false,
};

/** Writes the source and all that it needs to one file; returns what was written. */
async function writeAlone(source, file, external) {
  const bundled = await bundle(source, external);
  return (await bundled.write({ ...output, file, codeSplitting: false })).output;
}

// What the everyday commands always need is one chunk, and with what they may need the first pack; what reads YAML in full is
// the second, which a profile with anything to point out needs. Each command and reader beyond is a chunk of the third pack.
const everyday = ['cli/main', 'cli/commands/match', 'cli/commands/fit', 'cli/commands/gaps', 'report/format-table'];
const sources = (...names) => names.map((name) => join(root, 'src', `${name}.ts`));
const together = new Set(sources(...everyday));
const program = await bundle({ careerpath: 'src/cli/main.ts' });
const { output: chunks } = await program.generate({
  ...output,
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name].cjs',
  codeSplitting: { groups: [{ name: 'everyday', test: (id) => together.has(id) }] },
});
const first = new Set(sources(...everyday, 'report/paint-colours', 'catalog/pack-cache', 'catalog/cache-folder'));
const reading = new Set(sources('intake/read-profile'));
writePacks(dist, chunks, [
  { name: 'careerpath', holds: (chunk) => chunk.isEntry || chunk.moduleIds.some((id) => first.has(id)) },
  { name: 'reading', holds: (chunk) => chunk.moduleIds.some((id) => reading.has(id)) },
  { name: 'commands', holds: () => true },
]);

// The solver's thread is a program of its own: its package is large, and most runs never need it.
const solver = await writeAlone('src/solver/solver-worker.ts', join(dist, 'solver.cjs'), ['highs']);

// A PDF is read in a thread that can be ended; its reader is larger than all the rest.
const pdf = await writeAlone('src/documents/pdf-thread.ts', join(dist, 'pdf.cjs'));

// Threads of `compare` start from a file of their own.
const worker = await writeAlone('src/cli/batch/batch-worker.ts', join(dist, 'batch-worker.cjs'));

// A package whose licence has no text to keep must not be in there: the build fails.
const bundled = [...chunks, ...solver, ...pdf, ...worker].flatMap((chunk) => chunk.moduleIds ?? []);
writeNotices(bundled, join(dist, 'THIRD-PARTY-NOTICES.txt'));

// Generators of files that are built from the sources run from one bundle of their own, outside dist/.
const tools = join(root, 'node_modules', '.cache', 'careerpath', 'build-tools.cjs');
await writeAlone('scripts/build-tools.ts', tools);
execFileSync(process.execPath, [tools, root], { stdio: 'inherit' });

// The caches hold what V8 compiled while the program ran a few times, so that lazily compiled functions are in them too.
// What runs once in a while gains less from it than everything else loses by reading it.
execFileSync(process.execPath, [join(root, 'scripts', 'make-code-cache.cjs')], { stdio: 'inherit' });
