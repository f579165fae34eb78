import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder } from '../support/make-folder.ts';
import { type CliResult, home, runCli } from '../support/run-cli.ts';

interface Result {
  readonly id: string;
  readonly level: number;
  readonly files: number;
  readonly places: readonly { readonly path: string }[];
}

/** What was read, once; and no warning. */
const account = /^[^\n]+: note: read \d+ files?[^\n]*\n {2}[^\n]+\n$/;

async function scanTo(folder: string): Promise<Map<string, Result>> {
  const { code, stdout, stderr } = await runCli(['scan', folder, '-f', 'json']);
  expect(code).toBe(0);
  expect(stderr).toMatch(account);
  const { results, diagnostics } = JSON.parse(stdout) as { results: Result[]; diagnostics: unknown[] };
  expect(diagnostics).toEqual([]);
  return new Map(results.map((one) => [one.id, one]));
}

const dependency = (group: string, artifact: string): string =>
  `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId></dependency>`;

/** Small trees, one for each ecosystem: all the skills that they show, and no others. */
const trees: Readonly<Record<string, { files: Record<string, string>; skills: readonly string[] }>> = {
  maven: {
    files: {
      'pom.xml': dependency('org.springframework.boot', 'spring-boot-starter-web') + dependency('org.postgresql', 'postgresql'),
      'src/main/java/App.java': '@SpringBootApplication class App {}',
      'src/test/java/AppTest.java': 'class AppTest {}',
    },
    skills: ['java', 'maven', 'postgresql', 'server-side-development', 'spring-boot', 'unit-testing'],
  },
  gradle: {
    files: {
      'build.gradle.kts': 'plugins { kotlin("jvm") }\ndependencies { implementation("org.apache.kafka:kafka-clients:3.7.0") }',
      'src/Main.kt': 'fun main() {}',
    },
    skills: ['gradle', 'kafka', 'kotlin'],
  },
  npm: {
    files: {
      'package.json': '{"dependencies":{"@nestjs/core":"10","jsonwebtoken":"9","ioredis":"5"}}',
      'src/main.ts': '',
      'tsconfig.json': '{}',
    },
    skills: ['jwt', 'nestjs', 'nodejs', 'redis', 'server-side-development', 'typescript'],
  },
  python: {
    files: {
      'pyproject.toml': '[project]\ndependencies = ["django>=4", "psycopg[binary]"]',
      'shop/models.py': '',
      'tests/test_shop.py': 'import pytest',
    },
    skills: ['django', 'postgresql', 'pytest', 'python', 'server-side-development', 'unit-testing'],
  },
  go: {
    files: {
      'go.mod': 'module x\nrequire github.com/gin-gonic/gin v1.10.0\n',
      'main.go': 'package main',
      'api/shop.proto': 'service Shop {}',
    },
    skills: ['gin', 'go', 'grpc', 'protobuf', 'server-side-development'],
  },
  dotnet: {
    files: {
      'Shop.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web"><PackageReference Include="MongoDB.Driver" /></Project>',
      'Program.cs': 'var app = WebApplication.CreateBuilder(args);',
    },
    skills: ['aspnet-core', 'csharp', 'dotnet', 'mongodb', 'server-side-development'],
  },
  composer: {
    files: {
      'composer.json': '{"require":{"laravel/framework":"^11","ext-pdo_mysql":"*"}}',
      'app/User.php': '<?php\nuse Illuminate\\Http\\Request;',
    },
    skills: ['composer', 'laravel', 'mysql', 'php', 'server-side-development'],
  },
  bundler: {
    files: {
      Gemfile: "gem 'rails'\ngem 'dalli'\n",
      'db/migrate/1_users.rb': '',
      'config/routes.rb': 'Rails.application.routes.draw {}',
    },
    skills: ['caching', 'database-design', 'memcached', 'rails', 'ruby', 'server-side-development'],
  },
  containers: {
    files: {
      Dockerfile: 'FROM node:20\n',
      'compose.yaml': 'services:\n  mq:\n    image: rabbitmq:3-management\n  db:\n    image: cassandra:5\n',
    },
    skills: ['cassandra', 'docker', 'docker-compose', 'rabbitmq'],
  },
  kubernetes: {
    files: { 'k8s/web.yaml': 'apiVersion: apps/v1\nkind: Deployment\n', 'chart/Chart.yaml': 'dependencies:\n  - name: redis\n' },
    skills: ['helm', 'kubernetes', 'redis'],
  },
  terraform: {
    files: {
      'main.tf': 'provider "aws" {}\nresource "aws_dynamodb_table" "t" {}\n',
      'other/gcp.tf': 'resource "google_storage_bucket" "b" {}',
    },
    skills: ['aws', 'dynamodb', 'google-cloud', 'infrastructure-as-code', 'terraform'],
  },
  pipelines: {
    files: {
      '.github/workflows/ci.yml': 'jobs:\n  a:\n    steps:\n      - run: npm test\n',
      '.gitlab-ci.yml': 'build:\n  script: make\n',
      '.gitignore': '',
    },
    skills: ['ci-cd', 'git', 'github-actions', 'gitlab-ci', 'test-automation'],
  },
  interfaces: {
    files: {
      'api/shop.yaml': "openapi: '3.1.0'\n",
      'schema.graphql': 'type Query { a: Int }',
      'db/V1__shop.sql': 'CREATE TABLE a (b int);',
    },
    skills: ['api-design', 'database-design', 'graphql', 'rest-apis', 'sql'],
  },
  nothing: { files: { 'README.md': '# Kubernetes, Docker and Java', 'notes.txt': 'Terraform' }, skills: [] },
};

describe('a tree of', () => {
  test.each(Object.entries(trees))('%s', async (_, { files, skills }) => {
    const found = await scanTo(makeFolder(files));
    expect([...found.keys()].sort()).toEqual([...skills]);
    expect([...found.values()].filter((one) => one.level > 2 || one.places.length === 0)).toEqual([]);
  });
});

test('this repository shows what it is made with', async () => {
  const found = await scanTo(home);
  for (const id of ['typescript', 'nodejs', 'javascript', 'unit-testing', 'git', 'ci-cd'])
    expect([...found.keys()]).toContain(id);
  // The data names signals of all kinds: naming one is not using it.
  for (const id of ['aws', 'kubernetes', 'terraform', 'spring-boot', 'java']) expect([...found.keys()]).not.toContain(id);
  expect(found.get('typescript')?.level).toBe(2);
});

const small = trees['npm']?.files ?? {};

test('the profile is one that the other commands read, with its evidence', async () => {
  const folder = makeFolder(small);
  const { code, stdout } = await runCli(['scan', folder, '-f', 'yaml'], { cwd: folder });
  expect(code).toBe(0);
  expect(stdout).toContain(
    '  NestJS:\n    level: 1\n    evidence: "seen in 1 file: package.json (@nestjs/core)"\n    assessedBy: scan\n',
  );
  const fit = await runCli(['fit', '-p', '-', '-f', 'json'], { stdin: stdout });
  const { profile, diagnostics } = JSON.parse(fit.stdout) as {
    profile: { skills: unknown[]; unrecognised: unknown[] };
    diagnostics: { severity: string }[];
  };
  expect([fit.code, profile.skills.length, profile.unrecognised]).toEqual([0, 6, []]);
  expect(diagnostics.filter((one) => one.severity === 'error')).toEqual([]);
});

test.each([40, 80])('the table fits %i columns', async (columns) => {
  const { stdout } = await runCli(['scan', '.', '--width', String(columns)], { cwd: makeFolder(small) });
  expect(stdout).toContain('TypeScript');
  expect(stdout).toContain('2 files');
  expect(stdout.split('\n').filter((line) => line.length > columns)).toEqual([]);
});

test('the same bytes again, and the account once on standard error', async () => {
  const folder = makeFolder(small);
  for (const format of ['table', 'json', 'yaml', 'csv', 'ndjson', 'markdown']) {
    const [once, again] = [await runCli(['scan', folder, '-f', format]), await runCli(['scan', folder, '-f', format])];
    expect(once).toEqual(again);
    expect(once.stderr).toBe(`${folder}: note: read 3 files\n  nothing was left out\n`);
    expect((await runCli(['scan', folder, '-f', format, '--quiet'])).stderr).toBe('');
  }
});

test('a name that would steer a terminal is shown, not obeyed', async () => {
  const folder = makeFolder({ 'a\u001b[31m\u202e.java': '' });
  for (const format of ['table', 'yaml', 'json', 'csv', 'markdown']) {
    const { stdout } = await runCli(['scan', folder, '-f', format]);
    expect(stdout).not.toMatch(/[\u001b\u202e]/);
  }
});

test('what is no folder is a failure of input', async () => {
  const folder = makeFolder({ 'a.txt': '' });
  const gone = await runCli(['scan', 'gone'], { cwd: folder });
  expect([gone.code, gone.stderr]).toEqual([3, 'gone: error: the folder does not exist\n  check the path\n']);
  const file = await runCli(['scan', 'a.txt'], { cwd: folder });
  expect([file.code, file.stderr]).toEqual([
    3,
    'a.txt: error: cannot be read: it is not a folder\n  check the path and its permissions\n',
  ]);
  expect((await runCli(['scan'], { cwd: folder })).code).toBe(2);
});

test('a broken manifest is a warning, and the answer stands', async () => {
  const folder = makeFolder({ 'package.json': '{', 'A.java': '' });
  const { code, stdout } = await runCli(['scan', '.'], { cwd: folder });
  expect(code).toBe(0);
  expect(stdout).toContain('package.json: warning: is left out: it is not valid JSON');
  expect(stdout).toContain('Java');
});

describe('merged into a profile', () => {
  const mine = '# mine\nname: Ada\nskills:\n  typescript: 4 # sure\n  nodejs: novice\n  welding: 3\nnotes: [x]\n';
  const merge = async (text: string | undefined, ...flags: string[]): Promise<{ read: CliResult; after: string | undefined }> => {
    // Node.js in two files, Redis in one, TypeScript in one.
    const cwd = makeFolder({
      'shop/package.json': '{"dependencies":{"ioredis":"5","tsx":"4"}}',
      'shop/.nvmrc': '20',
      'shop/a.ts': '',
    });
    const file = join(cwd, 'me.yaml');
    if (text !== undefined) writeFileSync(file, text);
    const read = await runCli(['scan', 'shop', '--into', 'me.yaml', ...flags], { cwd });
    return { read, after: existsSync(file) ? readFileSync(file, 'utf8') : undefined };
  };

  test('adds with evidence, raises, lowers nothing, and keeps comments, order and unknown fields', async () => {
    const { read, after } = await merge(mine, '--yes');
    expect([read.code, read.stdout]).toEqual([0, 'Saved in me.yaml: 1 skill added, 1 raised.\n']);
    expect(after).toBe(
      [
        '# mine\nname: Ada\nskills:\n  typescript: 4 # sure',
        '  nodejs: { level: advanced beginner, on: 2026-11-20, ratings: [{ level: novice }] }\n  welding: 3',
        '  Redis:\n    level: 1\n    on: 2026-11-20\n    evidence: "seen in 1 file: package.json (ioredis)"\n    assessedBy: scan',
        'notes: [x]\n',
      ].join('\n'),
    );
    expect(read.stderr).toBe(
      [
        '    typescript: 4 # sure\n-   nodejs: novice\n+   nodejs: { level: advanced beginner, on: 2026-11-20, ratings: [{ level: novice }] }\n    welding: 3',
        '+   Redis:\n+     level: 1\n+     on: 2026-11-20\n+     evidence: "seen in 1 file: package.json (ioredis)"\n+     assessedBy: scan\n  notes: [x]',
        'shop: note: read 3 files\n  nothing was left out\n',
      ].join('\n'),
    );
  });

  test('what it wrote is a profile, and twice is as good as once', async () => {
    const { after = '' } = await merge(mine, '--yes');
    const again = await merge(after, '--yes');
    expect(again.after).toBe(after);
    expect([again.read.stdout, again.read.stderr]).toEqual([
      'me.yaml says all of this already; nothing was written.\n',
      'shop: note: read 3 files\n  nothing was left out\n',
    ]);
    const fit = await runCli(['fit', '-p', '-', '-f', 'json'], { stdin: after });
    expect(JSON.parse(fit.stdout).profile.skills).toHaveLength(3);
  });

  test('evidence of an earlier scan goes with its level; evidence of the person stays', async () => {
    const entry = (level: number | string, evidence: string, by: string): string =>
      `  Node.js:\n    level: ${level}\n    evidence: ${evidence}\n    assessedBy: ${by} # x\n`;
    const now = '"seen in 2 files: .nvmrc, package.json (tsx)"';
    expect((await merge(`skills:\n${entry(1, 'seen in 1 file', 'scan')}`, '--yes')).after).toContain(entry(2, now, 'scan'));
    expect((await merge(`skills:\n${entry(1, 'my course', 'self')}`, '--yes')).after).toContain(entry(2, 'my course', 'self'));
  });

  test('a new file, a list, and JSON that says what changed', async () => {
    expect((await merge(undefined, '--yes')).after).toContain('skills:\n  Node.js:\n    level: 2\n');
    expect((await merge('skills: [java]\n', '--yes')).after).toContain('{ Redis: { level: 1, on: 2026-11-20 } }');
    const { read } = await merge(mine, '--yes', '-f', 'json');
    const { results, merged } = JSON.parse(read.stdout) as { results: unknown[]; merged: unknown };
    expect(results).toHaveLength(3);
    expect(merged).toEqual({
      file: 'me.yaml',
      saved: true,
      changes: [
        { id: 'nodejs', from: 1, to: 2 },
        { id: 'redis', from: null, to: 1 },
      ],
    });
  });

  test('nothing is written without a yes, nor into what is no profile', async () => {
    const asked = await merge(mine);
    expect([asked.read.code, asked.after]).toEqual([2, mine]);
    expect(asked.read.stderr).toContain('add --yes');
    const broken = await merge('skills: { java: 9 }\n', '--yes');
    expect([broken.read.code, broken.after]).toEqual([3, 'skills: { java: 9 }\n']);
    expect((await runCli(['scan', '.', '--into', '-'])).code).toBe(2);
    expect((await runCli(['scan', '.', '--yes'])).stderr).toContain('--yes answers what --into asks');
    const cwd = makeFolder({ 'a.txt': '' });
    const nothing = await runCli(['scan', '.', '--into', 'me.yaml', '--yes'], { cwd });
    expect([nothing.code, nothing.stdout, existsSync(join(cwd, 'me.yaml'))]).toEqual([
      0,
      'Nothing was found that could go into me.yaml; it is as it was.\n',
      false,
    ]);
  });

  test('help and completion name the options', async () => {
    const help = await runCli(['scan', '--help']);
    expect(help.stdout).toMatch(/--into <file> +merge into this profile: shows what changes, and asks/);
    const words = await runCli(['completion', 'bash', '--', 'scan', '.', '--']);
    expect(words.stdout.split('\n')).toEqual(expect.arrayContaining(['--into', '--yes']));
  });
});
