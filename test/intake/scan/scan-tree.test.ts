import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SkillSignals } from '../../../src/core/model/model.ts';
import { readIgnoreRules } from '../../../src/intake/scan/ignore-rules.ts';
import { describeEvidence, levelOfEvidence } from '../../../src/intake/scan/judge-evidence.ts';
import { indexNamePatterns } from '../../../src/intake/scan/name-patterns.ts';
import { manifestLimit, sourceLimit } from '../../../src/intake/scan/read-source.ts';
import { scanTrees, type TreeScan } from '../../../src/intake/scan/scan-tree.ts';
import { findMarkers } from '../../../src/intake/scan/signal-index.ts';
import { walkTree } from '../../../src/intake/scan/walk-tree.ts';
import { makeFolder } from '../../support/make-folder.ts';

const none: SkillSignals = { files: [], dependencies: {}, content: [] };
const javaSignals: SkillSignals = { ...none, files: ['*.java'] };
const springSignals: SkillSignals = {
  files: ['application.yml'],
  dependencies: { maven: ['org.springframework.boot:*'] },
  content: [{ in: ['*.java'], has: ['^import org.springframework.boot.'] }],
};

function scan(folder: string, ...signals: SkillSignals[]): Promise<TreeScan> {
  const own = signals.map((one, skill) => ({ skill, signals: one }));
  return scanTrees([{ root: folder, shown: 'tree' }], own, async () => {});
}

const filesOf = (folder: string): string[] =>
  [...walkTree(folder)].flatMap((found) => (found.kind === 'skipped' ? [] : [found.path]));

const pom = '<dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter</artifactId></dependency>';

test('a small tree by hand: two Java files, one of them and the pom show Spring Boot', async () => {
  const folder = makeFolder({
    'pom.xml': pom,
    'src/App.java': 'package a;\nimport org.springframework.boot.SpringApplication;\n',
    'src/Plain.java': '// import org.springframework.boot.not.at.the.beginning\nclass Plain {}',
  });
  const { evidence, account, diagnostics } = await scan(folder, javaSignals, springSignals);
  expect(account.files).toBe(3);
  expect(diagnostics).toEqual([]);
  expect(evidence).toEqual([
    {
      skill: 0,
      files: 2,
      places: [
        { path: 'src/App.java', kind: 'file', what: '*.java' },
        { path: 'src/Plain.java', kind: 'file', what: '*.java' },
      ],
    },
    {
      skill: 1,
      files: 2,
      places: [
        { path: 'pom.xml', kind: 'dependency', what: 'org.springframework.boot:spring-boot-starter' },
        { path: 'src/App.java', kind: 'content', what: 'import org.springframework.boot.' },
      ],
    },
  ]);
});

test('the level is 1 for one file, 2 for more, and never above', () => {
  const evidence = (files: number) => ({ skill: 0, files, places: [{ path: 'a', kind: 'file', what: 'a' } as const] });
  expect([1, 2, 3, 100_000].map((files) => levelOfEvidence(evidence(files)))).toEqual([1, 2, 2, 2]);
  expect(describeEvidence(evidence(4))).toBe('seen in 4 files: a, …');
  expect(describeEvidence({ skill: 0, files: 1, places: [{ path: 'go.mod', kind: 'dependency', what: 'x.org/y' }] })).toBe(
    'seen in 1 file: go.mod (x.org/y)',
  );
});

describe('the walk', () => {
  test('goes by code point, whatever the order on disk', () => {
    const names = ['b/x', 'a.txt', 'B', 'a/z', 'é', 'a/b/c', '\u{1f600}', '\uff21'];
    const folder = makeFolder(Object.fromEntries(names.map((name) => [name, ''])));
    expect(filesOf(folder)).toEqual(['B', 'a/b/c', 'a/z', 'a.txt', 'b/x', 'é', '\uff21', '\u{1f600}']);
  });

  test('leaves out what others wrote and what programs made', () => {
    const out = [
      'node_modules/x/a.js',
      'src/vendor/b.go',
      'third_party/c.c',
      'target/d.java',
      'build/e',
      'dist/f.js',
      '.git/config',
    ];
    const made = ['env/pyvenv.cfg', 'env/lib/g.py', 'app.min.js'];
    const folder = makeFolder(Object.fromEntries([...out, ...made, 'src/app.js', 'vendor.js'].map((name) => [name, ''])));
    expect(filesOf(folder)).toEqual(['src/app.js', 'vendor.js']);
  });

  test('obeys ignore files: nested ones, negations, folders, comments', () => {
    const folder = makeFolder({
      '.gitignore': '# logs\n*.log\n/generated/\n!keep.log\nsub/secret.txt\r\n',
      'a.log': '',
      'keep.log': '',
      'generated/x.java': '',
      'sub/generated/y.java': '',
      'sub/secret.txt': '',
      'sub/.gitignore': '!a.log\n*.java\n',
      'sub/a.log': '',
      'sub/b.log': '',
    });
    expect(filesOf(folder)).toEqual(['.gitignore', 'keep.log', 'sub/.gitignore', 'sub/a.log']);
  });

  test('enters a folder that a nearer ignore file takes in again, and obeys the farther one in there', () => {
    const folder = makeFolder({
      '.gitignore': 'out [[]1]/\n*.log\n',
      'a/.gitignore': '!out [[]1]/\n',
      'a/out [1]/x.java': '',
      'a/out [1]/x.log': '',
      'b/out [1]/y.java': '',
    });
    expect(filesOf(folder)).toEqual(['.gitignore', 'a/.gitignore', 'a/out [1]/x.java']);
  });

  test('reports an ignore file of more rules than anybody writes, and does not obey it', async () => {
    const folder = makeFolder({ '.gitignore': 'a*b*c.java\n'.repeat(5001), 'a-b-c.java': '' });
    const { account, diagnostics } = await scan(folder, javaSignals);
    expect(account.files).toBe(2);
    expect(diagnostics).toEqual([
      { code: 'not-scanned', facts: { reason: 'it has 5001 rules; the limit is 5000' }, file: 'tree/.gitignore' },
    ]);
  });

  test('obeys them however many paths are asked about', () => {
    const rules = readIgnoreRules('*.log\n!keep.log');
    if ('refused' in rules) throw new Error(rules.refused);
    const said = Array.from({ length: 12_000 }, (_, i) => rules.says(`f${i}.${i % 2 === 0 ? 'log' : 'txt'}`, false));
    expect(said.filter((one) => one === true).length).toBe(6000);
    expect(rules.says('keep.log', false)).toBe(false);
  });

  test('follows no link: not out of the tree, not in circles, not to a file', async () => {
    const outside = makeFolder({ 'secret.java': 'class Secret {}', 'App.java': '' });
    const folder = makeFolder({ 'src/App.java': '' });
    symlinkSync(outside, join(folder, 'out'));
    symlinkSync('..', join(folder, 'src', 'loop'));
    symlinkSync(join(outside, 'secret.java'), join(folder, 'Link.java'));
    symlinkSync(join(outside, '.gitignore'), join(folder, '.gitignore'));
    expect(filesOf(folder)).toEqual(['src/App.java']);
    expect((await scan(folder, javaSignals)).evidence[0]?.files).toBe(1);
  });

  test('waits for no pipe, even under the name of a source or an ignore file', async () => {
    const folder = makeFolder({ 'Plain.java': '' });
    execFileSync('mkfifo', [join(folder, 'App.java'), join(folder, 'pom.xml'), join(folder, '.gitignore')]);
    const { account, evidence, diagnostics } = await scan(folder, javaSignals, springSignals);
    expect([account.files, evidence.length, diagnostics.length]).toEqual([1, 1, 0]);
  });

  test('reports a folder that is gone', () => {
    expect([...walkTree(join(makeFolder(), 'gone'))]).toEqual([
      { kind: 'refused', path: '.', reason: 'the folder does not exist' },
    ]);
  });

  test('comes back from a very deep tree', () => {
    const folder = makeFolder();
    mkdirSync(join(folder, 'd/'.repeat(300)), { recursive: true });
    expect(filesOf(folder)).toEqual([]);
  });
});

describe('a folder within a repository', () => {
  const repository = {
    '.git/HEAD': 'ref: refs/heads/main\n',
    '.git/info/exclude': 'private.java\n!b.gen.java\n',
    '.gitignore': '*.gen.java\n/packages/a/local/\n/packages/old/\nlocal.java\n',
    'packages/.gitignore': '!c.gen.java\n/a/secret.java\n',
    'packages/a/.gitignore': '!local.java\n',
    ...Object.fromEntries(
      ['a.gen.java', 'b.gen.java', 'c.gen.java', 'local.java', 'local/x.java', 'private.java', 'secret.java', 'deep/secret.java']
        .map((name) => `packages/a/${name}`)
        .map((path) => [path, '']),
    ),
    'packages/old/.gitignore': 'no.java\n',
    'packages/old/no.java': '',
    'packages/old/yes.java': '',
  };

  test('the ignore files from its top down count, the nearest one most, and its own excludes least', () => {
    const folder = makeFolder(repository);
    const seen = ['.gitignore', 'c.gen.java', 'deep/secret.java', 'local.java'];
    expect(filesOf(join(folder, 'packages', 'a'))).toEqual(seen);
    expect(filesOf(join(folder, 'packages', 'a', 'deep'))).toEqual(['secret.java']);
    // The same files as when the walk begins at the top.
    const fromTop = filesOf(folder).filter((path) => path.startsWith('packages/a/'));
    expect(fromTop).toEqual(seen.map((path) => `packages/a/${path}`));
  });

  test('one that the repository leaves out, and somebody names, is a tree of its own', () => {
    const folder = makeFolder(repository);
    expect(filesOf(folder).filter((path) => path.startsWith('packages/old/'))).toEqual([]);
    expect(filesOf(join(folder, 'packages', 'old'))).toEqual(['.gitignore', 'yes.java']);
  });

  test('without a repository, what lies above says nothing; within another repository, that one counts alone', () => {
    const { '.git/HEAD': head, '.git/info/exclude': _, ...files } = repository;
    const plain = makeFolder(files);
    expect(filesOf(join(plain, 'packages', 'a'))).toContain('a.gen.java');
    const nested = makeFolder({ ...repository, 'packages/a/.git/HEAD': head });
    const all = filesOf(join(nested, 'packages', 'a'));
    expect(all).toEqual(expect.arrayContaining(['a.gen.java', 'private.java', 'local/x.java', 'secret.java']));
    expect(filesOf(nested)).toContain('packages/a/a.gen.java');
  });

  test('a second working tree and a submodule point to the excludes by a file', () => {
    const folder = makeFolder({
      'main/.git/info/exclude': 'private.java\n',
      'main/.git/worktrees/second/commondir': '../..\n',
      'second/.git': 'gitdir: ../main/.git/worktrees/second\n',
      'second/a/private.java': '',
      'second/a/A.java': '',
      'far/.git': 'gitdir: //host/share\n',
      'far/A.java': '',
      'odd/.git': 'what',
      'odd/A.java': '',
    });
    expect(filesOf(join(folder, 'second', 'a'))).toEqual(['A.java']);
    expect(filesOf(join(folder, 'far'))).toEqual(['A.java']);
    expect(filesOf(join(folder, 'odd'))).toEqual(['A.java']);
  });

  test('an ignore file above is read as carefully as one below: no link, no pipe, none too large', async () => {
    const outside = makeFolder({ rules: '*\n' });
    const folder = makeFolder({ '.git/info/x': '', 'a/b/A.java': '', 'a/.gitignore': '#'.repeat(manifestLimit + 1) });
    symlinkSync(join(outside, 'rules'), join(folder, '.gitignore'));
    execFileSync('mkfifo', [join(folder, '.git', 'info', 'exclude')]);
    const { evidence, diagnostics } = await scan(join(folder, 'a', 'b'), javaSignals);
    expect(evidence[0]?.places.map((place) => place.path)).toEqual(['A.java']);
    expect(diagnostics.map(({ code, file }) => [code, file])).toEqual([['not-scanned', '.gitignore']]);
  });
});

describe('files that are hard to read', () => {
  test('a manifest too large is reported and left out; of a large source, the beginning is read', async () => {
    const marker = 'import org.springframework.boot.A;\n';
    const folder = makeFolder({
      'pom.xml': ' '.repeat(manifestLimit + 1),
      'Early.java': marker + 'x'.repeat(2 * sourceLimit),
      'Late.java': `${'x\n'.repeat(sourceLimit)}${marker}`,
    });
    const { evidence, diagnostics } = await scan(folder, springSignals);
    expect(evidence[0]?.places.map((place) => place.path)).toEqual(['Early.java']);
    expect(diagnostics).toEqual([
      {
        code: 'not-scanned',
        facts: { reason: `it has ${manifestLimit + 1} bytes; the limit is ${manifestLimit}` },
        file: 'tree/pom.xml',
      },
    ]);
  });

  test('binary bytes show nothing by their content, and are no fault', async () => {
    const folder = makeFolder({
      'A.java': Buffer.from('\0\nimport org.springframework.boot.A;'),
      'pom.xml': Buffer.from([0xff, 0xfe, 0, 1]),
    });
    expect(await scan(folder, springSignals)).toEqual({
      evidence: [],
      account: { folders: ['tree'], files: 2, byOthers: 0, skipped: {}, notUnderstood: 0 },
      diagnostics: [],
    });
  });

  test('a broken manifest is reported, and the rest is read', async () => {
    const folder = makeFolder({ 'a/package.json': '{', 'b/package.json': '{"dependencies":{"express":"4"}}' });
    const { evidence, diagnostics } = await scan(folder, { ...none, dependencies: { npm: ['express'] } });
    expect(evidence[0]?.places.map((place) => place.path)).toEqual(['b/package.json']);
    expect(diagnostics).toEqual([
      { code: 'not-scanned', facts: { reason: 'it is not valid JSON' }, file: 'tree/a/package.json' },
    ]);
  });

  test('of many faults the first are listed and the others counted', async () => {
    const folder = makeFolder(Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`${i}/package.json`, '{'])));
    const { diagnostics } = await scan(folder, { ...none, dependencies: { npm: ['express'] } });
    expect(diagnostics.length).toBe(6);
    expect(diagnostics.at(-1)).toEqual({ code: 'more-not-scanned', facts: { count: 4 }, file: 'tree' });
  });

  test.skipIf(process.getuid?.() === 0)('without permission they are reported', async () => {
    const folder = makeFolder({ 'A.java': '', 'closed/B.java': '' });
    chmodSync(join(folder, 'A.java'), 0);
    chmodSync(join(folder, 'closed'), 0);
    const { diagnostics } = await scan(folder, springSignals);
    chmodSync(join(folder, 'closed'), 0o755);
    expect(diagnostics.map((one) => one.file)).toEqual(['tree/A.java', 'tree/closed']);
  });
});

describe('patterns', () => {
  test('match names, endings and the ends of paths', () => {
    const look = indexNamePatterns(
      ['pom.xml', '*.java', '*Test.java', '.github/workflows/*.yml', '*'].map((one) => [one, one] as const),
    );
    expect(look('a/pom.xml')).toEqual(['pom.xml', '*']);
    expect(look('src/AppTest.java')).toEqual(['*.java', '*Test.java', '*']);
    expect(look('x/.github/workflows/ci.yml')).toEqual(['.github/workflows/*.yml', '*']);
    expect(look('workflows/ci.yml')).toEqual(['*']);
    expect(look('.github/workflows/deep/ci.yml')).toEqual(['*']);
  });

  test('markers end where words end, and begin lines where they ask for it', () => {
    const has = (text: string, startsLine: boolean, content: string): boolean =>
      findMarkers(content, [{ skill: 0, text, startsLine }]).length > 0;
    expect(has('kind: Deployment', true, 'a: 1\n  kind: Deployment\n')).toBe(true);
    expect(has('kind: Deployment', true, 'kind: DeploymentConfig')).toBe(false);
    expect(has('kind: Deployment', true, "has: ['kind: Deployment']\n# kind: Deployment")).toBe(false);
    expect(has('a * b', false, 'q("a * b c")')).toBe(true);
    expect(has('import', false, 'reimport imports')).toBe(false);
  });
});

test('the same tree gives the same answer', async () => {
  const folder = makeFolder({ 'b/A.java': '', 'a/B.java': '', 'pom.xml': pom });
  expect(await scan(folder, javaSignals, springSignals)).toEqual(await scan(folder, javaSignals, springSignals));
});
