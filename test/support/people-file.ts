import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openFolder } from './in-folder.ts';
import { makeFolder } from './make-folder.ts';
import { runCli } from './run-cli.ts';

interface Line {
  readonly person: string;
  readonly requirements?: unknown;
}

export interface ReadPeople {
  readonly code: number;
  readonly people: readonly string[];
  /** Without the account. */
  readonly errors: readonly string[];
  /** The account's line. */
  readonly account: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * What `compare` reads of a file. A role asks Java, SQL, Docker and Spring Boot, each at 5: the levels show in each one's
 * score. `people` are written as `Ada java=4 sql=3`.
 */
export async function comparePeople(
  name: string,
  content: string | Uint8Array,
  argv: readonly string[] = [],
): Promise<ReadPeople> {
  return compareFiles({ [name]: content }, [name, ...argv]);
}

const asked = ['java', 'sql', 'docker', 'spring-boot'] as const;
const pack = {
  'levels/pack.yaml': 'name: levels\n',
  ...Object.fromEntries(
    asked.map((skill) => [
      `levels/roles/only-${skill}.yaml`,
      `id: only-${skill}\ntitle: Only ${skill}\nseniority: entry\nrequirements:\n  - { skill: ${skill}, level: 5, importance: essential }\n`,
    ]),
  ),
};

// The pack is the same for everybody: it is compiled for the first one, and the cache knows it by its content.
const cache = openFolder({});
afterAll(cache.remove);

export async function compareFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
  argv: readonly string[],
): Promise<ReadPeople> {
  const texts = Object.entries(files).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const cwd = makeFolder({ ...pack, ...Object.fromEntries(texts) });
  for (const [name, content] of Object.entries(files)) if (typeof content !== 'string') writeFileSync(join(cwd, name), content);
  const roles = asked.map((skill) => `only-${skill}`).join(',');
  const { code, stdout, stderr } = await runCli(
    ['compare', ...argv, '--pack', 'levels', '--roles', roles, '--cohort', '-f', 'json'],
    { cwd, env: { XDG_CACHE_HOME: cache.path } },
  );
  const answer = JSON.parse(stdout) as {
    results: (Line & { scores: Record<string, number> })[];
    account: Record<string, unknown>;
  };
  const people = answer.results.map(({ person, scores }) => {
    // A level of 5 is a fit of 100. What a skill brings to another one shows as well, so only whole steps are levels said.
    const held = asked.flatMap((skill) => {
      const score = scores[`only-${skill}`] ?? 0;
      return score > 0 && score % 20 === 0 ? [`${skill}=${score / 20}`] : [];
    });
    return [person, ...held].join(' ');
  });
  const lines = stderr.split('\n').filter((line) => line !== '' && !line.startsWith('  '));
  return {
    code,
    people,
    errors: lines.filter((line) => !line.startsWith('note: read ')),
    account: lines.find((line) => line.startsWith('note: read '))?.slice('note: read '.length) ?? '',
    data: answer.account ?? {},
  };
}
