import { describe, expect, test } from 'vitest';
import type { Ecosystem } from '../../../src/core/model/model.ts';
import { UnreadableManifest } from '../../../src/intake/scan/dependency-reader.ts';
import { dependencyReaders } from '../../../src/intake/scan/dependency-readers.ts';
import { indexNamePatterns } from '../../../src/intake/scan/name-patterns.ts';

const readersFor = indexNamePatterns(dependencyReaders.flatMap((reader) => reader.files.map((file) => [file, reader] as const)));

/** What all readers of a file of this name find in it. */
function read(path: string, text: string): [Ecosystem, string[]][] {
  return readersFor(path).map((reader) => [reader.ecosystem, [...reader.read(text)]]);
}

const examples: readonly { path: string; text: string; ecosystem: Ecosystem; names: readonly string[] }[] = [
  {
    path: 'shop/pom.xml',
    ecosystem: 'maven',
    text: `<project><parent><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-parent</artifactId></parent>
      <!-- <dependency><groupId>gone</groupId><artifactId>gone</artifactId></dependency> -->
      <dependencies><dependency><groupId> org.postgresql </groupId><artifactId>postgresql</artifactId></dependency></dependencies>
      <build><plugins><plugin><artifactId>maven-jar-plugin</artifactId></plugin></plugins></build></project>`,
    names: [
      'org.springframework.boot:spring-boot-starter-parent',
      'org.postgresql:postgresql',
      'org.apache.maven.plugins:maven-jar-plugin',
    ],
  },
  {
    path: 'build.gradle',
    ecosystem: 'maven',
    text: `plugins { id 'org.springframework.boot' version '3.3.0' }
      dependencies {
        implementation 'org.apache.kafka:kafka-clients:3.7.0'
        implementation group: 'redis.clients', name: 'jedis', version: '5.1.0'
        // implementation 'not.this:one:1'
      }`,
    names: [
      'org.apache.kafka:kafka-clients',
      'redis.clients:jedis',
      'org.springframework.boot:org.springframework.boot.gradle.plugin',
    ],
  },
  {
    path: 'app/build.gradle.kts',
    ecosystem: 'maven',
    text: `plugins { kotlin("jvm") version "2.0.0"; id("org.jetbrains.kotlin.plugin.spring") }
      dependencies { implementation("io.ktor:ktor-server-core:2.3.0") }`,
    names: [
      'io.ktor:ktor-server-core',
      'org.jetbrains.kotlin.plugin.spring:org.jetbrains.kotlin.plugin.spring.gradle.plugin',
      'org.jetbrains.kotlin.jvm:org.jetbrains.kotlin.jvm.gradle.plugin',
    ],
  },
  {
    path: 'gradle/libs.versions.toml',
    ecosystem: 'maven',
    text: `[libraries]
jedis = { module = "redis.clients:jedis", version = "5.1.0" }
pg = "org.postgresql:postgresql:42.7.0"
kafka = { group = "org.apache.kafka", name = "kafka-clients", version = "3" }
[plugins]
boot = { id = "org.springframework.boot", version = "3.3.0" }`,
    names: [
      'redis.clients:jedis',
      'org.postgresql:postgresql',
      'org.apache.kafka:kafka-clients',
      'org.springframework.boot:org.springframework.boot.gradle.plugin',
    ],
  },
  {
    path: 'package.json',
    ecosystem: 'npm',
    text: '{"name":"x","dependencies":{"express":"4","@nestjs/core":"10"},"devDependencies":{"jest":"29"}}',
    names: ['express', '@nestjs/core', 'jest'],
  },
  {
    path: 'src/server.ts',
    ecosystem: 'npm',
    text: `// import not from 'this';\nimport express from 'express';\nconst text = "import it from 'text'";\nimport { x } from './x.ts';\nimport 'dotenv/config';
      const { S3 } = require("@scope/name/dist");\nconst fs = await import('node:fs');`,
    names: ['express', 'dotenv', '@scope/name', 'node:fs'],
  },
  {
    path: 'requirements-dev.txt',
    ecosystem: 'pypi',
    text: '# tools\n-r base.txt\nDjango>=4.2\npsycopg2_binary==2.9 ; python_version > "3"\nuvicorn[standard]\nhttps://x.org/y.whl\n',
    names: ['django', 'psycopg2-binary', 'uvicorn'],
  },
  {
    path: 'pyproject.toml',
    ecosystem: 'pypi',
    text: `[project]
dependencies = ["fastapi[all]>=0.110", "SQLAlchemy"]
optional-dependencies = { db = ["asyncpg"] }
[dependency-groups]
dev = ["pytest", { include-group = "lint" }]
[tool.uv]
dev-dependencies = ["ruff"]
[tool.poetry.dependencies]
python = "^3.12"
redis = "^5"
[tool.poetry.group.test.dependencies]
testcontainers = "*"`,
    names: ['fastapi', 'sqlalchemy', 'asyncpg', 'pytest', 'ruff', 'python', 'redis', 'testcontainers'],
  },
  {
    path: 'Pipfile',
    ecosystem: 'pypi',
    text: '[packages]\nflask = "*"\n[dev-packages]\npytest = "*"',
    names: ['flask', 'pytest'],
  },
  {
    path: 'setup.cfg',
    ecosystem: 'pypi',
    text: '[metadata]\nname = x\n[options]\npackages = find:\ninstall_requires =\n    requests>=2\n    celery\npython_requires = >=3\n[options.extras_require]\ndb =\n    pymongo\n',
    names: ['requests', 'celery', 'pymongo'],
  },
  {
    path: 'tasks.py',
    ecosystem: 'pypi',
    text: 'import os\nfrom django.db import models\n    import boto3\n"""\nfrom .local import x\n"""\n',
    names: ['os', 'django', 'boto3'],
  },
  {
    path: 'go.mod',
    ecosystem: 'golang',
    text: 'module example.org/shop\n\ngo 1.22\n\nrequire github.com/gin-gonic/gin v1.10.0\nrequire (\n\tgithub.com/lib/pq v1.10.9\n\tgolang.org/x/sys v0.1.0 // indirect\n)\n',
    names: ['github.com/gin-gonic/gin', 'github.com/lib/pq'],
  },
  {
    path: 'main.go',
    ecosystem: 'golang',
    text: 'package main\nimport (\n\t"fmt"\n\t"github.com/gin-gonic/gin"\n\tpgx "github.com/jackc/pgx/v5"\n)\nimport "google.golang.org/grpc"\n',
    names: ['github.com/gin-gonic/gin', 'github.com/jackc/pgx/v5', 'google.golang.org/grpc'],
  },
  {
    path: 'Shop.csproj',
    ecosystem: 'nuget',
    text: '<Project Sdk="Microsoft.NET.Sdk.Web"><ItemGroup><PackageReference Version="8" Include="Npgsql" /><PackageReference Include="xunit"/></ItemGroup></Project>',
    names: ['npgsql', 'xunit', 'microsoft.net.sdk.web'],
  },
  {
    path: 'composer.json',
    ecosystem: 'composer',
    text: '{"require":{"php":"^8.2","Laravel/Framework":"^11"},"require-dev":{"phpunit/phpunit":"^11"}}',
    names: ['php', 'laravel/framework', 'phpunit/phpunit'],
  },
  {
    path: 'Gemfile',
    ecosystem: 'gem',
    text: "source 'https://rubygems.org'\ngem 'rails', '~> 7'\ngroup :test do\n  gem \"rspec-rails\"\nend\n# gem 'gone'\n",
    names: ['rails', 'rspec-rails'],
  },
  { path: 'x.gemspec', ecosystem: 'gem', text: "  spec.add_development_dependency 'minitest', '~> 5'\n", names: ['minitest'] },
  {
    path: 'Dockerfile',
    ecosystem: 'docker',
    text: 'FROM --platform=$BUILDPLATFORM docker.io/library/postgres:16-alpine AS db\nfrom ghcr.io/acme/redis@sha256:abc\nCOPY --from=db / /\n',
    names: ['postgres', 'acme/redis'],
  },
  {
    path: 'compose.yaml',
    ecosystem: 'docker',
    text: 'services:\n  db:\n    image: "mongo:7"\n  mq:\n    image: localhost:5000/rabbitmq:3-management # broker\n',
    names: ['mongo', 'rabbitmq'],
  },
];

test.each(examples)('$path', ({ path, text, ecosystem, names }) => {
  expect(read(path, text)).toEqual([[ecosystem, names]]);
});

test('Chart.yaml names its charts and no other things', () => {
  const text =
    'name: shop\ndependencies:\n  - name: postgresql\n    version: "15"\n  - version: 1\n    name: redis\nmaintainers:\n  - name: Ada\n';
  expect(read('charts/shop/Chart.yaml', text)).toContainEqual(['helm', ['postgresql', 'redis']]);
});

describe('a manifest that breaks its format', () => {
  const broken: readonly [string, string][] = [
    ['package.json', '{"dependencies":'],
    ['package.json', '[]'],
    ['composer.json', 'null'],
    ['pyproject.toml', '[project'],
    ['libs.versions.toml', `x = ${'['.repeat(10_000)}`],
  ];
  test.each(broken)('%s', (path, text) => {
    expect(() => read(path, text)).toThrow(UnreadableManifest);
  });

  test.each(['{"dependencies":["a"],"devDependencies":7}', '{"dependencies":{"__proto__":"1"}}'])(
    '%s is read for what it has',
    (text) => {
      expect(read('package.json', text)[0]?.[1].length).toBeLessThanOrEqual(1);
    },
  );
});
