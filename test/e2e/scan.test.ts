import { describe, expect, test } from 'vitest';
import { makeFolder } from '../support/make-folder.ts';
import { home, runCli } from '../support/run-cli.ts';

interface Result {
  readonly id: string;
  readonly level: number;
  readonly files: number;
  readonly places: readonly { readonly path: string }[];
}

async function scanTo(folder: string): Promise<Map<string, Result>> {
  const { code, stdout, stderr } = await runCli(['scan', folder, '-f', 'json']);
  expect([code, stderr]).toEqual([0, '']);
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
    skills: ['java', 'postgresql', 'server-side-development', 'spring-boot', 'unit-testing'],
  },
  gradle: {
    files: {
      'build.gradle.kts': 'plugins { kotlin("jvm") }\ndependencies { implementation("org.apache.kafka:kafka-clients:3.7.0") }',
      'src/Main.kt': 'fun main() {}',
    },
    skills: ['kafka', 'kotlin'],
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
    skills: ['django', 'postgresql', 'python', 'server-side-development', 'unit-testing'],
  },
  go: {
    files: {
      'go.mod': 'module x\nrequire github.com/gin-gonic/gin v1.10.0\n',
      'main.go': 'package main',
      'api/shop.proto': 'service Shop {}',
    },
    skills: ['gin', 'go', 'grpc', 'server-side-development'],
  },
  dotnet: {
    files: {
      'Shop.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web"><PackageReference Include="MongoDB.Driver" /></Project>',
      'Program.cs': 'var app = WebApplication.CreateBuilder(args);',
    },
    skills: ['aspnet-core', 'csharp', 'mongodb', 'server-side-development'],
  },
  composer: {
    files: {
      'composer.json': '{"require":{"laravel/framework":"^11","ext-pdo_mysql":"*"}}',
      'app/User.php': '<?php\nuse Illuminate\\Http\\Request;',
    },
    skills: ['laravel', 'mysql', 'php', 'server-side-development'],
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
    skills: ['cassandra', 'docker', 'rabbitmq'],
  },
  kubernetes: {
    files: { 'k8s/web.yaml': 'apiVersion: apps/v1\nkind: Deployment\n', 'chart/Chart.yaml': 'dependencies:\n  - name: redis\n' },
    skills: ['kubernetes', 'redis'],
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
    skills: ['ci-cd', 'git', 'test-automation'],
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

test('the same bytes again, and nothing on standard error', async () => {
  const folder = makeFolder(small);
  for (const format of ['table', 'json', 'yaml', 'csv', 'ndjson', 'markdown']) {
    const [once, again] = [await runCli(['scan', folder, '-f', format]), await runCli(['scan', folder, '-f', format])];
    expect(once).toEqual(again);
    expect(once.stderr).toBe('');
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
