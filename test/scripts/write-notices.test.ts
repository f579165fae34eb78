import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageFolderOf, writeNotices } from '../../scripts/write-notices.mjs';
import { makeFolder } from '../support/make-folder.ts';
import { home } from '../support/run-cli.ts';

const licence = `MIT License\n\n${'Permission is hereby granted, free of charge, to any person. '.repeat(3)}`;
const manifest = (name: string): string => JSON.stringify({ name, version: '1.2.3', license: 'MIT' });

/** Writes the notices of a made-up tree of modules and returns their text. */
function noticesOf(files: Readonly<Record<string, string>>, modules: readonly string[]): string {
  const folder = makeFolder(files);
  const file = join(folder, 'notices.txt');
  writeNotices(
    modules.map((name) => join(folder, name)),
    file,
  );
  return readFileSync(file, 'utf8');
}

describe('notices of bundled packages', () => {
  test('hold the text of each licence once, and what a source says of code that it took over', () => {
    const text = noticesOf(
      {
        'src/own.ts': '',
        'node_modules/b/package.json': manifest('b'),
        'node_modules/b/LICENSE': licence,
        'node_modules/b/one.js': '/*!\n * Copyright (c) Somebody Else\n */\n/* no more than a remark */',
        'node_modules/b/two.js': '',
        'node_modules/b/node_modules/@a/c/package.json': manifest('@a/c'),
        'node_modules/b/node_modules/@a/c/license.md': licence,
        'node_modules/b/node_modules/@a/c/three.js': '',
      },
      ['src/own.ts', 'node_modules/b/one.js', 'node_modules/b/two.js', 'node_modules/b/node_modules/@a/c/three.js'],
    );
    expect(text.match(/^(?:@a\/c|b) 1\.2\.3 \(MIT\)$/gm)).toEqual(['@a/c 1.2.3 (MIT)', 'b 1.2.3 (MIT)']);
    expect(text.match(/MIT License/g)).toHaveLength(2);
    expect(text).toContain('Copyright (c) Somebody Else');
    expect(text).not.toContain('remark');
  });

  test.each([
    ['no file', {}],
    ['an empty file', { 'node_modules/b/LICENSE': 'MIT' }],
    ['a notice alone', { 'node_modules/b/NOTICE': licence }],
  ])('are refused for a package with %s', (_, more) => {
    const files = { 'node_modules/b/package.json': manifest('b'), 'node_modules/b/one.js': '', ...more };
    expect(() => noticesOf(files, ['node_modules/b/one.js'])).toThrow('b 1.2.3 (MIT) is bundled, and has no text of its licence');
  });

  test('know the package of a module by its path', () => {
    expect(packageFolderOf('/x/node_modules/a/b/c.js')).toBe('/x/node_modules/a');
    expect(packageFolderOf('\0/x/node_modules/a/node_modules/@d/e/c.js?commonjs')).toBe('/x/node_modules/a/node_modules/@d/e');
    expect(packageFolderOf('/x/src/a.ts')).toBeUndefined();
  });
});

test('the build wrote the notices of every package that is imported and not left outside the bundle', () => {
  const { dependencies } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const text = readFileSync(join(home, 'dist', 'THIRD-PARTY-NOTICES.txt'), 'utf8');
  // The solver is installed as a package of its own, with its licence in it.
  const bundled = Object.entries(dependencies).filter(([name]) => name !== 'highs');
  expect(bundled.filter(([name, version]) => !text.includes(`\n${name} ${version} (`))).toEqual([]);
  expect(existsSync(join(home, 'node_modules', 'highs', 'LICENSE'))).toBe(true);
});
