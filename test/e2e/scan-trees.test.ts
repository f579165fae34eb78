import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder } from '../support/make-folder.ts';
import { runCli } from '../support/run-cli.ts';

interface Answer {
  readonly account: {
    readonly folders: readonly string[];
    readonly files: number;
    readonly byOthers: number;
    readonly skipped: Readonly<Record<string, { readonly count: number; readonly first: readonly string[] }>>;
    readonly notUnderstood: number;
  };
  readonly results: readonly {
    readonly id: string;
    readonly files: number;
    readonly places: readonly { readonly path: string }[];
  }[];
}

async function scan(cwd: string, ...args: string[]): Promise<Answer & { readonly stderr: string }> {
  const { code, stdout, stderr } = await runCli(['scan', ...args, '-f', 'json'], { cwd });
  expect([code, code === 0 ? '' : stderr]).toEqual([0, '']);
  return { ...(JSON.parse(stdout) as Answer), stderr };
}

const idsOf = ({ results }: Answer): string[] => results.map(({ id }) => id).sort();

/** What each kind of project must show, by what its people write; each with what it must not show. */
const kinds: Readonly<Record<string, { files: Record<string, string>; shows: string[]; not?: string[] }>> = {
  '.NET, minimal API with Aspire clients': {
    files: {
      'Shop.csproj':
        '<Project Sdk="Microsoft.NET.Sdk.Web"><ItemGroup><PackageReference Include="Aspire.RabbitMQ.Client" /><PackageReference Include="Aspire.StackExchange.Redis" /><PackageReference Include="Asp.Versioning.Http" /></ItemGroup></Project>',
      'Api.cs': 'var app = builder.Build();\napp.MapGet("/orders/{id:int}", GetOrderAsync);\n',
    },
    shows: ['api-versioning', 'aspnet-core', 'csharp', 'rabbitmq', 'redis', 'rest-apis', 'server-side-development'],
  },
  '.NET, other clients and migrations': {
    files: {
      'Bus.csproj': '<PackageReference Include="EasyNetQ" /><PackageReference Include="NRedisStack" />',
      'Migrations/1_Init.cs': 'migrationBuilder.CreateTable(name: "Orders");',
    },
    shows: ['csharp', 'database-design', 'rabbitmq', 'redis'],
    not: ['rest-apis'],
  },
  'Nest with TypeORM': {
    files: {
      'package.json': '{"dependencies":{"@nestjs/core":"11","@nestjs/swagger":"11","typeorm":"0.3"}}',
      'src/notes.controller.ts':
        "import { Controller, Get } from '@nestjs/common';\n@Controller('notes')\nexport class N { @Get() all() {} }",
      'src/database/migrations/1-CreateUser.ts': 'export class CreateUser1 implements MigrationInterface {}',
    },
    shows: ['database-design', 'nestjs', 'nodejs', 'rest-apis', 'server-side-development', 'typescript'],
  },
  'Nest that renders nothing over HTTP': {
    files: { 'src/jobs.ts': "import { Injectable } from '@nestjs/common';" },
    shows: ['nestjs', 'typescript'],
    not: ['rest-apis', 'database-design'],
  },
  'Express routes': {
    files: { 'routes/notes.js': "router.get('/notes', list);", 'migrations/1.js': "queryInterface.createTable('notes');" },
    shows: ['database-design', 'javascript', 'rest-apis'],
  },
  'Laravel routes and migrations': {
    files: { 'routes/api.php': '<?php', 'database/migrations/1_notes.php': "<?php Schema::create('notes');", artisan: '' },
    shows: ['database-design', 'laravel', 'php', 'rest-apis'],
  },
  'Laravel pages': { files: { 'routes/web.php': '<?php', artisan: '' }, shows: ['laravel', 'php'], not: ['rest-apis'] },
  'Spring Boot by its settings': {
    files: { 'src/main/resources/application.yml': 'spring:\n  datasource:\n    url: x\n' },
    shows: ['spring-boot'],
  },
  'settings of something else': {
    files: { 'src/main/resources/application.yml': 'quarkus:\n  x: 1\n' },
    shows: [],
    not: ['spring-boot'],
  },
  'a Kubernetes client': {
    files: { 'go.mod': 'module x\nrequire k8s.io/client-go v0.30.0\n', 'main.go': 'import "k8s.io/client-go/kubernetes"\n' },
    shows: ['go', 'kubernetes'],
  },
};

describe('a tree of', () => {
  test.each(Object.entries(kinds))('%s', async (_, { files, shows, not = [] }) => {
    const ids = idsOf(await scan(makeFolder(files), '.'));
    expect(ids).toEqual(expect.arrayContaining(shows));
    expect(ids.filter((id) => not.includes(id))).toEqual([]);
  });
});

test('samples are no evidence, and are told of; packages of such a name are sources', async () => {
  const folder = makeFolder({
    'docs/ci/.gitlab-ci.yml': 'a: b',
    'examples/web/Dockerfile': 'FROM redis\n',
    'internal/yaml/testdata/deploy.yaml': 'kind: Deployment\n',
    'src/main/java/org/samples/App.java': '',
    'node_modules/a/index.js': '',
    '.gitignore': 'secret.go\n',
    'secret.go': '',
    'broken/package.json': '{',
  });
  const answer = await scan(folder, '.');
  expect(idsOf(answer)).toEqual(['git', 'java']);
  expect(answer.account).toEqual({
    folders: ['.'],
    files: 3,
    byOthers: 0,
    skipped: {
      sample: { count: 3, first: ['docs/', 'examples/', 'internal/yaml/testdata/'] },
      vendored: { count: 1, first: ['node_modules/'] },
      ignored: { count: 1, first: ['secret.go'] },
    },
    notUnderstood: 1,
  });
  expect(answer.stderr).toBe(
    [
      ".: note: read 3 files; 1 not read: others' or made by programs (node_modules/); 1 not read: left out by ignore files (secret.go); 3 not read: samples and inputs of tests (docs/, examples/, internal/yaml/testdata/); 1 not understood",
      '  what was not read is scanned where it is named as a folder; the warnings say what was not understood\n',
    ].join('\n'),
  );
  expect(idsOf(await scan(folder, 'examples'))).toEqual(['docker', 'redis']);
});

describe('several trees', () => {
  const make = (): string => makeFolder({ 'a/x.java': '', 'a/in/y.java': '', 'b/z.java': '', 'b/main.go': '' });

  test('are one answer, and its places name the tree', async () => {
    const { account, results } = await scan(make(), 'a', 'b/');
    expect([account.folders, account.files]).toEqual([['a', 'b/'], 4]);
    expect(results.map(({ id, files, places }) => [id, files, places.map(({ path }) => path)])).toEqual([
      ['java', 3, ['a/in/y.java', 'a/x.java', 'b/z.java']],
      ['go', 1, ['b/main.go']],
    ]);
  });

  test.each([
    ['one in another', ['a', 'a/in']],
    ['the inner one first', ['a/in', 'a']],
    ['one twice', ['a', './a']],
  ])('count a file once: %s', async (_, folders) => {
    const { account, results } = await scan(make(), ...folders);
    expect([account.files, results.map(({ files }) => files)]).toEqual([2, [2]]);
  });

  test('one that is missing is a failure of input', async () => {
    expect((await runCli(['scan', 'a', 'gone'], { cwd: make() })).code).toBe(3);
  });
});

describe('the files of an author', () => {
  const git = (cwd: string, ...args: string[]): string =>
    execFileSync('git', ['-C', cwd, ...args], { encoding: 'utf8', env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' } });
  const commit = (cwd: string, email: string, files: Record<string, string>): void => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(cwd, path)), { recursive: true });
      writeFileSync(join(cwd, path), text);
    }
    git(cwd, 'add', '-A');
    git(cwd, '-c', 'user.name=N', '-c', `user.email=${email}`, 'commit', '-q', '-m', 'x');
  };
  const make = (): string => {
    const cwd = makeFolder();
    git(cwd, 'init', '-q');
    commit(cwd, 'ada@example.org', { 'src/a.java': 'a', 'odd ü\nname.rb': 'x' });
    commit(cwd, 'bob@example.org', { 'src/b.go': 'b', 'src/c.py': 'c' });
    commit(cwd, 'Ada@Example.org', { 'src/c.py': 'cc' });
    commit(cwd, 'not-ada@example.org', { 'd.php': '<?php' });
    return cwd;
  };

  test('are those that commits of this author touched', async () => {
    const { account, stderr, ...answer } = await scan(make(), '.', '--author', 'ada@example.org');
    expect(idsOf({ account, ...answer })).toEqual(['java', 'python', 'ruby']);
    expect([account.files, account.byOthers]).toEqual([5, 2]);
    expect(stderr).toBe('.: note: read 5 files; 2 files without a commit of the author\n  nothing was left out\n');
  });

  test('also below the top of the repository, and of several authors', async () => {
    expect(idsOf(await scan(make(), 'src', '--author', 'bob@example.org'))).toEqual(['go', 'python']);
    const both = await scan(make(), '.', '--author', 'bob@example.org', '--author', 'not-ada@example.org');
    expect(idsOf(both)).toEqual(['go', 'php', 'python']);
  });

  test('none: nothing is shown, and the account says why', async () => {
    const answer = await scan(make(), '.', '--author', 'nobody@example.org');
    expect(idsOf(answer)).toEqual([]);
    expect(answer.stderr).toContain('no commit of nobody@example.org touches a file here: see git shortlog -se');
  });

  test.each(['$(touch hacked)@example.org', '--output=hacked@example.org', '.*@example.org', '`x`@y', ';touch \thacked;@y'])(
    'a hostile name is a name: %s',
    async (email) => {
      const cwd = make();
      const { code, stdout } = await runCli(['scan', '.', `--author=${email}`, '-f', 'json'], { cwd });
      expect(code === 2 || (JSON.parse(stdout) as Answer).results.length === 0).toBe(true);
      expect(existsSync(join(cwd, 'hacked'))).toBe(false);
    },
  );

  test('settings of the repository start no program', async () => {
    const cwd = make();
    const mark = join(cwd, '.git', 'sprung');
    const trap = join(cwd, '.git', 'trap.sh');
    // Signs a commit, and leaves a mark whenever it is started.
    const signature = '-----BEGIN PGP SIGNATURE-----\nx\n-----END PGP SIGNATURE-----';
    writeFileSync(trap, `#!/bin/sh\ntouch '${mark}'\necho '[GNUPG:] SIG_CREATED ' >&2\necho '${signature}'\n`, { mode: 0o755 });
    git(cwd, 'config', 'gpg.program', trap);
    git(cwd, 'config', 'commit.gpgSign', 'true');
    commit(cwd, 'ada@example.org', { 'signed.kt': '' });
    git(cwd, 'config', 'log.showSignature', 'true');
    rmSync(mark);
    expect(idsOf(await scan(cwd, '.', '--author', 'ada@example.org'))).toContain('kotlin');
    expect(existsSync(mark)).toBe(false);
    git(cwd, 'log');
    expect(existsSync(mark)).toBe(true);
  });

  test('a folder without a history, and what is no address, are failures', async () => {
    const plain = await runCli(['scan', '.', '--author', 'ada@example.org'], { cwd: makeFolder({ 'a.java': '' }) });
    expect([plain.code, plain.stdout]).toEqual([3, '']);
    expect(plain.stderr).toContain(
      '.: error: is left out: the files of an author cannot be told: git says: not a git repository',
    );
    expect((await runCli(['scan', '.', '--author', 'Ada'], { cwd: make() })).code).toBe(2);
  });
});
