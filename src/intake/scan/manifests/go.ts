import type { DependencyReader } from '../dependency-reader.ts';

const required = /^\s{0,99}(?:require\s{1,9})?([\w.-]{1,99}\.[a-z]{2,20}\/[^\s"]{1,300})\s{1,9}v\d[^\n]{0,300}/gm;
const imported = /^[ \t]{0,99}(?:import[ \t]{1,9})?(?:[\w.]{1,99}[ \t]{1,9})?"([\w.-]{1,99}\.[a-z]{2,20}\/[^\s"]{1,300})"/gm;

/** `go.mod`: the modules that it requires itself. */
export const goModule: DependencyReader = {
  ecosystem: 'golang',
  files: ['go.mod'],
  whole: true,
  *read(text) {
    for (const [line, module = ''] of text.matchAll(required)) if (!line.includes('// indirect')) yield module;
  },
};

/** The packages that Go sources import from outside the standard library. */
export const goImports: DependencyReader = {
  ecosystem: 'golang',
  files: ['*.go'],
  whole: false,
  *read(text) {
    for (const [, path = ''] of text.matchAll(imported)) yield path;
  },
};
