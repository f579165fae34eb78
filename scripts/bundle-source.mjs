import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Bundles a TypeScript source of this project to one readable file, for what runs beside the program: generators, benches,
 * tests.
 *
 * @param input the source's path, or several exports: `{ 'core/score/fit.ts': ['scoreFit'] }`, paths within src/
 * @param settings `format` is `cjs` or `esm`; `external` leaves packages out
 */
export async function bundleSource(input, file, { format = 'cjs', external = [] } = {}) {
  const picked = typeof input === 'string' ? undefined : exportsText(input);
  const plugin = {
    name: 'picked-exports',
    resolveId: (id) => (id === 'picked-exports' ? id : undefined),
    load: (id) => (id === 'picked-exports' ? picked : undefined),
  };
  const bundled = await rolldown({
    input: picked === undefined ? input : 'picked-exports',
    external,
    cwd: root,
    platform: 'node',
    transform: { target: 'node20.17' },
    plugins: [plugin],
    checks: { ineffectiveDynamicImport: false },
  });
  await bundled.write({ format, file, codeSplitting: false });
}

function exportsText(exportsByFile) {
  const path = (file) => JSON.stringify(join(root, 'src', file));
  return Object.entries(exportsByFile)
    .map(([file, names]) => `export { ${names.join(', ')} } from ${path(file)};`)
    .join('\n');
}
