import type { DependencyReader } from '../dependency-reader.ts';

const gem = /^[ \t]{0,99}(?:gem|[\w.]{1,99}\.add_(?:runtime_|development_)?dependency)[ \t(]{1,9}['"]([\w.-]{1,200})['"]/gm;

/** `Gemfile` and gem specifications. */
export const gemfile: DependencyReader = {
  ecosystem: 'gem',
  files: ['Gemfile', 'gems.rb', '*.gemspec'],
  whole: true,
  *read(text) {
    for (const [, name = ''] of text.matchAll(gem)) yield name;
  },
};
