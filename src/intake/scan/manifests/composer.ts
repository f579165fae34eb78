import { type DependencyReader, keysOf, readJsonObject } from '../dependency-reader.ts';

/** `composer.json`: packages, extensions and `php` itself. */
export const composerManifest: DependencyReader = {
  ecosystem: 'composer',
  files: ['composer.json'],
  whole: true,
  *read(text) {
    const manifest = readJsonObject(text);
    for (const key of ['require', 'require-dev']) yield* keysOf(manifest[key]).map((name) => name.toLowerCase());
  },
};
