import { type DependencyReader, keysOf, readJsonObject } from '../dependency-reader.ts';

/** `package.json`: what it needs to run, to build and beside it. */
export const npmManifest: DependencyReader = {
  ecosystem: 'npm',
  files: ['package.json'],
  whole: true,
  *read(text) {
    const manifest = readJsonObject(text);
    for (const key of ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies']) {
      yield* keysOf(manifest[key]);
    }
  },
};

const imported = /(?:\bfrom\s{0,9}|\brequire\s{0,9}\(\s{0,9}|\bimport\s{0,9}(?:\(\s{0,9})?)(['"])([^'"\n]{1,214})\1/g;

/** The packages that JavaScript and TypeScript sources import; Node's own modules come as `node:fs`. */
export const npmImports: DependencyReader = {
  ecosystem: 'npm',
  files: ['*.js', '*.mjs', '*.cjs', '*.jsx', '*.ts', '*.mts', '*.cts', '*.tsx'],
  whole: false,
  *read(text) {
    for (const [, , specifier = ''] of text.matchAll(imported)) {
      if (/^[./#]/.test(specifier)) continue;
      yield specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/');
    }
  },
};
