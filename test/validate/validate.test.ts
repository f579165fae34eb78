import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inFolder } from '../support/in-folder.ts';
import { runCli } from '../support/run-cli.ts';

interface Found {
  readonly code: string;
  readonly severity: string;
  readonly file: string;
  readonly line: number;
}

const skills = '- id: java\n  name: Java\n';
const pack = {
  'pack.yaml': 'name: example\nbase: none\n',
  'skills/core.yaml': skills,
  'roles/a.yaml': 'id: a\ntitle: A\nrequirements:\n  - skill: jav\n    level: 3\n    importance: essential\n',
  'roles/b.yaml': 'id: b\ntitle: B\nrequirements:\n  - skill: jva\n    level: 3\n    importance: essential\n',
};

async function found(cwd: string, ...argv: string[]): Promise<{ codes: string[]; code: number; all: Found[] }> {
  const { stdout, code } = await runCli(['validate', '-f', 'json', ...argv], { cwd });
  const all = (JSON.parse(stdout) as { diagnostics: Found[] }).diagnostics;
  return { codes: all.map((one) => one.code), code, all };
}

test('our own data has no finding at all', async () => {
  const { stdout, code } = await runCli(['validate', '--max-warnings', '0'], { cwd: '/' });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^No faults in \d+ files\.\n$/);
});

describe('paths', () => {
  test('a file of a pack: the pack is loaded, the findings are the file’s', () =>
    inFolder(pack, async (cwd) => {
      const { all } = await found(cwd, 'roles/a.yaml');
      expect(new Set(all.map((one) => one.file))).toEqual(new Set(['roles/a.yaml']));
      // It knows the skills of the other files.
      expect(all.map((one) => one.code)).toEqual(['unknown-skill']);
    }));

  test('several files, a pack and a profile in one run', () =>
    inFolder({ ...pack, 'skills.yaml': 'skills: { Jvaa: 3 }\n' }, async (cwd) => {
      const { all } = await found(cwd, 'roles/a.yaml', 'roles/b.yaml', 'skills.yaml');
      expect(all.map((one) => [one.code, one.file])).toEqual([
        ['unknown-skill', 'roles/a.yaml'],
        ['unknown-skill', 'roles/b.yaml'],
        ['unrecognised-skill', 'skills.yaml'],
      ]);
    }));

  test('none: the pack and the profile of the working folder', () =>
    inFolder({ ...pack, 'skills.yaml': 'skills: { Jvaa: 3 }\n' }, async (cwd) => {
      expect((await found(cwd)).codes).toEqual(expect.arrayContaining(['unknown-skill', 'unrecognised-skill']));
    }));

  test('a path that does not exist and a folder that is no pack exit 3', () =>
    inFolder({ 'folder/x.txt': '' }, async (cwd) => {
      expect((await runCli(['validate', 'nothing'], { cwd })).code).toBe(3);
      expect((await runCli(['validate', 'folder'], { cwd })).code).toBe(3);
    }));

  test('a pack over the built-in data knows its skills, and reports itself alone', () =>
    inFolder({ 'pack.yaml': 'name: mine\n', 'roles/a.yaml': pack['roles/a.yaml'].replace('jav', 'java') }, async (cwd) => {
      expect(await found(cwd)).toMatchObject({ codes: [], code: 0 });
    }));
});

describe('nothing is green by mistake', () => {
  const inEmpty = (files: Record<string, string>, ...argv: string[]): ReturnType<typeof runCli> =>
    inFolder({ 'x/y.txt': '', ...files }, (cwd) => runCli(['validate', ...argv], { cwd }));

  test('in a folder without anything of ours the built-in data is checked, and that is said', async () => {
    const { code, stdout, stderr } = await inEmpty({});
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^No faults in \d+ files/)]);
    expect(stderr).toContain('nothing of yours is here');
    expect((await inEmpty({}, '--strict')).code).toBe(2);
  });

  test('a pack without a pack.yaml, or with a misnamed one, is not passed over', async () => {
    expect((await inEmpty({ 'roles/a.yaml': pack['roles/a.yaml'] })).code).toBe(3);
    const { code, stderr } = await inEmpty({ 'pack.yml': 'name: p\n' });
    expect([code, stderr]).toEqual([3, expect.stringContaining('move it to pack.yaml')]);
  });

  test('packs of --pack are something to be checked, and their errors count beside named files', () =>
    inFolder(
      {
        ...Object.fromEntries(Object.entries(pack).map(([name, text]) => [`p/${name}`, text])),
        'me.yaml': 'skills: { java: 3 }\n',
      },
      async (cwd) => {
        expect((await found(cwd, '--strict', '--pack', 'p')).codes.filter((code) => code === 'unknown-skill')).toHaveLength(2);
        const { codes, code } = await found(cwd, 'me.yaml', '--pack', 'p');
        expect([codes, code]).toEqual([['unknown-skill', 'unknown-skill'], 1]);
      },
    ));

  test('what --max-warnings fails for is shown by --quiet, and is a failure in JUnit; without it, it is neither', () =>
    inFolder({ 'pack.yaml': 'name: e\nbase: none\n', 'skills/core.yaml': skills }, async (cwd) => {
      const strict = await runCli(['validate', '--quiet', '--max-warnings', '0'], { cwd });
      expect([strict.code, strict.stdout]).toEqual([1, expect.stringContaining('no-resource')]);
      expect((await runCli(['validate', '--quiet'], { cwd })).stdout).toMatch(/^No faults/);
      const failures = async (...argv: string[]): Promise<number> =>
        (await runCli(['validate', '-f', 'junit', ...argv], { cwd })).stdout.split('<failure').length - 1;
      expect([await failures(), await failures('--max-warnings', '0')]).toEqual([0, 2]);
    }));

  test('an error can be made quieter neither by a pack nor on the command line', () =>
    inFolder({ ...pack, 'pack.yaml': `${pack['pack.yaml']}severity: { unknown-skill: off }\n` }, async (cwd) => {
      const { codes, code } = await found(cwd);
      expect([code, codes.filter((one) => one === 'unknown-skill').length, codes.includes('severity-refused')]).toEqual([
        1,
        2,
        true,
      ]);
      expect((await runCli(['validate', '--severity', 'unknown-skill=off'], { cwd })).code).toBe(2);
    }));
});

describe('hostile files', () => {
  const cases: Record<string, [Buffer | string, string]> = {
    'deep nesting': ['['.repeat(10_000), 'yaml-too-deep'],
    'UTF-16': [Buffer.from('\ufeff- id: java\n', 'utf16le'), 'bad-encoding'],
    'invalid UTF-8': [Buffer.from([0x2d, 0x20, 0xff, 0xfe]), 'bad-encoding'],
    'a NUL byte': ['- id: a\0\n', 'bad-encoding'],
    'a merge key': ['- id: java\n  name: Java\n  <<: x\n', 'yaml-feature'],
    '010': ['- id: java\n  name: 010\n', 'yaml-trap'],
    no: ['- id: java\n  name: no\n', 'yaml-trap'],
    'a version': ['- id: java\n  name: 3.10\n', 'yaml-trap'],
    'a tab': ['- id: java\n\tname: Java\n', 'yaml-syntax'],
    'two errors': ['- id: java\n  name: "a\n- id: [\n', 'yaml-syntax'],
    'too large': [Buffer.alloc(100 * 1024 * 1024, 0x20), 'file-too-large'],
  };
  test.each(Object.entries(cases))('%s', (_, [content, code]) =>
    inFolder({ ...pack, 'skills/bad.yaml': content }, async (cwd) => {
      const { all, code: exit } = await found(cwd, 'skills/bad.yaml');
      expect(all.map((one) => one.code)).toContain(code);
      expect(exit).toBe(1);
    }),
  );

  test('BOM and CRLF are fine', () =>
    inFolder({ ...pack, 'skills/core.yaml': `\ufeff${skills.replaceAll('\n', '\r\n')}` }, async (cwd) => {
      const { codes } = await found(cwd, 'skills/core.yaml');
      // The roles ask for `jav` and `jva`: errors that a skill renamed in this file would bring about.
      expect(codes.sort()).toEqual(['no-resource', 'unknown-skill', 'unknown-skill']);
    }));

  test('a FIFO and a folder in place of a file', () =>
    inFolder(pack, async (cwd) => {
      mkdirSync(join(cwd, 'roles', 'folder.yaml'));
      execFileSync('mkfifo', [join(cwd, 'roles', 'pipe.yaml')]);
      const { all } = await found(cwd);
      expect(all.filter((one) => one.code === 'not-a-file').map((one) => one.file)).toEqual([
        'roles/folder.yaml',
        'roles/pipe.yaml',
      ]);
    }));
});

describe('severities', () => {
  const warned = { 'pack.yaml': 'name: example\nbase: none\n', 'skills/core.yaml': skills };

  test('--max-warnings decides the exit code', () =>
    inFolder(warned, async (cwd) => {
      expect((await found(cwd)).code).toBe(0);
      expect((await found(cwd, '--max-warnings', '1')).code).toBe(1);
      expect((await found(cwd, '--max-warnings', '2')).code).toBe(0);
    }));

  test('--severity wins over pack.yaml, which wins over the code', () =>
    inFolder(
      { ...warned, 'pack.yaml': 'name: e\nbase: none\nseverity: { no-resource: error, unused-skill: off }\n' },
      async (cwd) => {
        const byPack = await found(cwd);
        expect(byPack.all.map((one) => [one.code, one.severity])).toEqual([
          ['severity-loosened', 'note'],
          ['no-resource', 'error'],
        ]);
        expect(byPack.code).toBe(1);
        expect(await found(cwd, '--severity', 'no-resource=off')).toMatchObject({ codes: ['severity-loosened'], code: 0 });
        expect((await found(cwd, '--no-pack-severity')).all.map((one) => [one.code, one.severity])).toEqual([
          ['severity-loosened', 'note'],
          ['no-resource', 'warning'],
          ['unused-skill', 'warning'],
        ]);
      },
    ));

  test('a misspelled code is wrong usage, with the nearest one', () =>
    inFolder(warned, async (cwd) => {
      const { code, stderr } = await runCli(['validate', '--severity', 'unusd-skill=off'], { cwd });
      expect(code).toBe(2);
      expect(stderr).toContain('"unused-skill"');
    }));
});

describe('standard input', () => {
  const role = 'id: devops\ntitle: DevOps\nrequirements:\n  - skill: dockr\n    level: 3\n    importance: essential\n';
  const check = async (stdin: string | Buffer, ...argv: string[]): Promise<[string, string, number][]> => {
    const { stdout } = await runCli(['validate', '-', '-f', 'json', ...argv], { stdin, cwd: '/' });
    return (JSON.parse(stdout) as { diagnostics: Found[] }).diagnostics.map((one) => [one.code, one.file, one.line]);
  };

  test.each([
    ['a role', role, 'unknown-skill', 4],
    ['a list of roles', '- id: devops\n  title: DevOps\n  requirements: []\n', 'no-requirements', 3],
    ['a list of skills', '- id: zig\n  name: Zig\n  kind: languge\n', 'wrong-value', 3],
    ['a pack.yaml', 'name: ours\nbase: nothing\n', 'wrong-value', 2],
    ['a profile', 'name: Ada\nskills:\n  Jvaa: 3\n', 'unrecognised-skill', 3],
    ['no YAML', 'a: [', 'yaml-syntax', 1],
  ] as const)('holds %s, told by its keys', async (_, text, code, line) => {
    expect(await check(text)).toContainEqual([code, '<stdin>', line]);
  });

  test('says nothing about what is right, and shows the faulty line', async () => {
    expect(await check(role.replace('dockr', 'docker'))).toEqual([]);
    const { stdout, code } = await runCli(['validate', '-'], { stdin: role });
    expect(code).toBe(1);
    expect(stdout).toContain('<stdin>');
    expect(stdout).toContain('- skill: dockr');
  });

  test('a pack lies below with --pack, and another file may stand beside it', () =>
    inFolder({ ...pack, 'roles/a.yaml': '', 'roles/b.yaml': '', 'me.yaml': 'skills: { Jvaa: 3 }\n' }, async (cwd) => {
      for (const name of ['a', 'b']) rmSync(join(cwd, `roles/${name}.yaml`));
      const { stdout } = await runCli(['validate', '-', 'me.yaml', '--pack', '.', '-f', 'json'], {
        cwd,
        stdin: role.replace('dockr', 'java'),
      });
      const { diagnostics, summary } = JSON.parse(stdout) as { diagnostics: Found[]; summary: unknown };
      expect(diagnostics.map((one) => [one.code, one.file])).toEqual([['unrecognised-skill', 'me.yaml']]);
      expect(summary).toEqual({ files: 2, errors: 0, warnings: 1 });
    }));

  test('is refused by a limit, as bytes that are no text, and together with --fix', async () => {
    expect(await check(Buffer.alloc(1024 * 1024 + 1, 32))).toEqual([['file-too-large', '<stdin>', null]]);
    expect(await check(Buffer.from([0xff, 0xfe, 0x41]))).toEqual([['bad-encoding', '<stdin>', null]]);
    expect((await runCli(['validate', '-', '--fix'], { stdin: role })).code).toBe(2);
  });
});

describe('--fix', () => {
  const before =
    '# ours\n- id: Spring_Boot   # the id\n  name: Spring Boot\n  altLabels: [springboot, 3.10, no]  # labels\n\n- id: c++\n  name: C++\n  altLabels:\n    - zig\n    # a comment keeps its list\n    - cpp\n';
  const after =
    "# ours\n- id: spring-boot   # the id\n  name: Spring Boot\n  altLabels: ['3.10', 'no', springboot]  # labels\n\n- id: c++\n  name: C++\n  altLabels:\n    - zig\n    # a comment keeps its list\n    - cpp\n";

  test('fixes what is safe, keeps the rest to the byte, and does nothing the second time', () =>
    inFolder({ 'pack.yaml': 'name: e\nbase: none\n', 'skills/core.yaml': before }, async (cwd) => {
      const { codes } = await found(cwd, '--fix');
      expect(readFileSync(join(cwd, 'skills/core.yaml'), 'utf8')).toBe(after);
      expect(codes).toContain('invalid-id');
      expect(codes).not.toContain('yaml-trap');
      await found(cwd, '--fix');
      expect(readFileSync(join(cwd, 'skills/core.yaml'), 'utf8')).toBe(after);
      expect(readdirSync(join(cwd, 'skills'))).toEqual(['core.yaml']);
    }));

  test('never makes a duplicate, nor an id of the built-in data, and says what it changed', () =>
    inFolder(
      {
        'pack.yaml': 'name: e\n',
        'skills/a.yaml': '- id: Java\n  name: Our Java\n- id: Weav_ing\n  name: Weaving\n- id: weav ing\n  name: More Weaving\n',
        'roles/r.yaml': pack['roles/a.yaml'].replace('jav', 'Java'),
      },
      async (cwd) => {
        const { stderr } = await runCli(['validate', '--fix'], { cwd });
        const text = readFileSync(join(cwd, 'skills/a.yaml'), 'utf8');
        expect([...text.matchAll(/id: (.*)/g)].map(([, id]) => id)).toEqual(['Java', 'weav-ing', 'weav ing']);
        // The role means our Java, which is not called as it should be.
        expect(readFileSync(join(cwd, 'roles/r.yaml'), 'utf8')).toContain('skill: Java\n');
        expect(stderr).toContain('"Weav_ing" is now "weav-ing"');
      },
    ));

  test('keeps the mode, the byte-order mark and a link', () =>
    inFolder({ 'pack.yaml': 'name: e\nbase: none\n', 'skills/link.yaml': '', 'real.txt': `\ufeff${before}` }, async (cwd) => {
      const [real, link] = [join(cwd, 'real.txt'), join(cwd, 'skills/link.yaml')];
      chmodSync(real, 0o640);
      rmSync(link);
      symlinkSync(real, link);
      await found(cwd, '--fix');
      expect(readFileSync(real, 'utf8')).toBe(`\ufeff${after}`);
      expect(statSync(real).mode & 0o777).toBe(0o640);
      expect(lstatSync(link).isSymbolicLink()).toBe(true);
    }));
});

describe('the cache', () => {
  const run = (cwd: string, cache: string): Promise<{ code: number; stdout: string }> =>
    runCli(['validate', '-f', 'json'], { cwd, env: { XDG_CACHE_HOME: cache } });

  test('gives the same answer, places included, and forgets a file that changed', () =>
    inFolder(pack, async (cwd) => {
      const cache = join(cwd, '.cache');
      const first = await run(cwd, cache);
      expect(readdirSync(join(cache, 'careerpath')).length).toBe(1);
      expect(await run(cwd, cache)).toEqual(first);
      writeFileSync(join(cwd, 'roles/a.yaml'), pack['roles/a.yaml'].replace('jav', 'java'));
      expect((await run(cwd, cache)).stdout).not.toContain('"jav\\"');
    }));

  test('is not believed when it is damaged', () =>
    inFolder(pack, async (cwd) => {
      const cache = join(cwd, '.cache');
      const first = await run(cwd, cache);
      const [name = ''] = readdirSync(join(cache, 'careerpath'));
      const file = join(cache, 'careerpath', name);
      const whole = readFileSync(file, 'utf8');
      expect(whole).toContain('"skill":"jav"');
      for (const bad of [whole.replace('"skill":"jav"', '"skill":"java"'), whole.slice(0, 200), '', 'x\n[]']) {
        writeFileSync(file, bad);
        expect(await run(cwd, cache)).toEqual(first);
      }
    }));

  test('may be missing or read-only', () =>
    inFolder({ ...pack, 'no-folder': 'a file' }, async (cwd) => {
      const first = await run(cwd, join(cwd, '.cache'));
      expect(await run(cwd, join(cwd, 'no-folder'))).toEqual(first);
      mkdirSync(join(cwd, 'closed'));
      chmodSync(join(cwd, 'closed'), 0o500);
      expect(await run(cwd, join(cwd, 'closed'))).toEqual(first);
    }));
});
