import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { inFolder, writeFiles } from '../support/in-folder.ts';
import { runCli } from '../support/run-cli.ts';

const pack = {
  'pack.yaml': 'name: example\nbase: none\n',
  'skills/core, 100%.yaml': '- id: java\n  name: Java\n- id: java\n  name: "Java\\u001b]0;::error::<&>"\n',
  'roles/developer.yaml':
    'id: developer\ntitle: Developer\nrequirements:\n  - skill: jave\n    level: 3\n    importance: essential\n',
};

async function print(format: string, files: Record<string, string> = pack, more: readonly string[] = []): Promise<string> {
  return inFolder(files, async (cwd) => (await runCli(['validate', '-f', format, ...more], { cwd })).stdout);
}

interface SarifLog {
  readonly runs: readonly {
    readonly results: readonly {
      readonly ruleId: string;
      readonly partialFingerprints: Record<string, string>;
      readonly locations: readonly { physicalLocation: { artifactLocation: { uri: string }; region?: { startLine: number } } }[];
    }[];
  }[];
}

describe('sarif', () => {
  test('is what its official schema asks', async () => {
    const path = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
    const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    const check = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
    for (const files of [pack, { 'pack.yaml': 'name: empty\nbase: none\n' }]) {
      const log: unknown = JSON.parse(await print('sarif', files));
      expect(check(log), JSON.stringify(check.errors)).toBe(true);
    }
    // The schema is no rubber stamp.
    expect(check({ version: '2.1.0', runs: [{ tool: {} }] })).toBe(false);
  });

  test('has relative URIs, percent-encoded', async () => {
    const log = JSON.parse(await print('sarif')) as SarifLog;
    const uris = new Set(log.runs[0]?.results.map((one) => one.locations[0]?.physicalLocation.artifactLocation.uri));
    expect([...uris].sort()).toEqual(['roles/developer.yaml', 'skills/core%2C%20100%25.yaml']);
  });

  test('has fingerprints that survive moved lines and tell findings apart', async () => {
    const prints = async (files: Record<string, string>): Promise<string[]> => {
      const log = JSON.parse(await print('sarif', files)) as SarifLog;
      return (log.runs[0]?.results ?? []).map((one) => one.partialFingerprints['careerpathFinding/v1'] ?? '');
    };
    const before = await prints(pack);
    const moved = Object.fromEntries(
      Object.entries(pack).map(([name, text]) => [name, name === 'pack.yaml' ? text : `# a line\n\n${text}`]),
    );
    expect(await prints(moved)).toEqual(before);
    expect(new Set(before).size).toBe(before.length);
  });
});

test('github has one command a line, escaped', async () => {
  const lines = (await print('github')).trimEnd().split('\n');
  for (const line of lines)
    expect(line).toMatch(/^::(error|warning|notice) file=[^:,]+(,(line|endLine|col|endColumn)=\d+)*,title=[a-z-]+::.+$/);
  expect(lines.find((line) => line.includes('unknown-skill'))).toBe(
    '::error file=roles/developer.yaml,line=4,endLine=4,col=12,endColumn=16,title=unknown-skill::no skill has the id "jave"%0Adid you mean "java"?',
  );
  expect(lines.some((line) => line.startsWith('::error file=skills/core%2C 100%25.yaml,line=3'))).toBe(true);
});

test('junit is well-formed XML whose counts are right', async () => {
  const xml = await print('junit');
  expect(elementsOf(xml)).toContain('failure');
  const failures = xml.match(/<failure /g)?.length;
  expect(xml).toContain(`failures="${failures}" errors="0">\n  <testsuite name="pack.yaml" tests="1" failures="0"`);
  const [, tests] = /<testsuites [^>]*tests="(\d+)"/.exec(xml) ?? [];
  expect(xml.match(/<testcase /g)?.length).toBe(Number(tests));
});

/** The names of a document's elements; throws where it is not well-formed. */
function elementsOf(xml: string): string[] {
  const names: string[] = [];
  const open: string[] = [];
  const rest = xml
    .replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '')
    .replace(
      /<(\/?)([a-z-]+)((?: [a-z]+="[^"<&]*(?:&(?:amp|lt|gt|quot|apos);[^"<&]*)*")*)(\/?)>/g,
      (_, close, name, __, empty) => {
        if (close === '/' && open.pop() !== name) throw new Error(`</${name}> closes nothing`);
        if (close === '') names.push(name as string);
        if (close === '' && empty === '') open.push(name as string);
        return '';
      },
    );
  if (open.length > 0) throw new Error(`<${open.at(-1)}> is never closed`);
  if (/[<>]|&(?!(amp|lt|gt|quot|apos);)/.test(rest)) throw new Error('a sign is not escaped');
  for (const sign of rest) if (sign < ' ' && sign !== '\n') throw new Error('XML cannot hold a control character');
  return names;
}

test('frames fit their width and carry no control character', async () => {
  for (const width of [40, 80]) {
    const text = await print('frames', pack, ['--width', String(width)]);
    for (const line of text.split('\n')) {
      // A path is never broken.
      if (!line.includes('.yaml:')) expect(line.length, line).toBeLessThanOrEqual(width);
      expect(line).not.toContain('\u001b');
    }
  }
});

test('json has the findings and their sum', async () => {
  const { diagnostics, summary } = JSON.parse(await print('json')) as {
    diagnostics: { code: string; file: string; line: number; column: number; endColumn: number; suggestions: string[] }[];
    summary: unknown;
  };
  const errors = diagnostics.filter((one) => ['duplicate-id', 'unknown-skill'].includes(one.code));
  expect(errors.map(({ code, file, line, column }) => [code, file, line, column])).toEqual([
    ['unknown-skill', 'roles/developer.yaml', 4, 12],
    ['duplicate-id', 'skills/core, 100%.yaml', 3, 7],
  ]);
  expect(summary).toMatchObject({ files: 3, errors: 2 });
});

test('a pack of another folder is shown by its path from the working folder', async () => {
  await inFolder({}, async (cwd) => {
    writeFiles(cwd, Object.fromEntries(Object.entries(pack).map(([name, text]) => [`packs/one/${name}`, text])));
    const { stdout, code } = await runCli(['validate', 'packs/one/roles/developer.yaml', '-f', 'json'], { cwd });
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { file: string }[] };
    expect(new Set(diagnostics.map((one) => one.file))).toEqual(new Set(['packs/one/roles/developer.yaml']));
    expect(code).toBe(1);
  });
});
