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

// Only where a line begins a statement: a text that speaks of imports, as in tests and in documentation, is none.
const statement =
  /^[ \t]{0,99}((?:import|export|const|let|var|await|require|\})(?![\w$])[^'"`\n]{0,300})(['"])([^'"\n]{1,214})\2/gm;
const asksForModule = /\b(?:from|import(?:\s{0,9}\()?|require\s{0,9}\()\s{0,9}$/;

/** The packages that JavaScript and TypeScript sources import; Node's own modules come as `node:fs`. */
export const npmImports: DependencyReader = {
  ecosystem: 'npm',
  files: ['*.js', '*.mjs', '*.cjs', '*.jsx', '*.ts', '*.mts', '*.cts', '*.tsx'],
  whole: false,
  *read(text) {
    for (const [, head = '', , specifier = ''] of text.matchAll(statement)) {
      if (/^[./#]/.test(specifier) || !asksForModule.test(head)) continue;
      const parts = specifier.split('/');
      yield parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
    }
  },
};
