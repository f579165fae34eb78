import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder } from '../support/make-folder.ts';
import { runCli } from '../support/run-cli.ts';

interface Asked {
  readonly title: string;
  readonly experience?: { readonly years: number };
  readonly education?: { readonly level: string; readonly field?: string };
  readonly requirements: readonly {
    readonly anyOf: readonly { readonly skill: string; readonly level: number }[];
    readonly importance: string | number;
    readonly askedBy?: number;
  }[];
}

async function read(text: string, name = 'ad.md'): Promise<Asked> {
  const { stdout, code } = await runCli(['posting', name, '-f', 'json'], { cwd: makeFolder({ [name]: text }) });
  expect(code).toBe(0);
  return JSON.parse(stdout).results[0];
}

/** `java essential`, a choice as `aws|azure essential`; what the title itself names is left out. */
async function asked(text: string, name?: string): Promise<string[]> {
  const { requirements } = await read(text, name);
  return requirements
    .map(({ anyOf, importance }) => `${anyOf.map(({ skill }) => skill).join('|')} ${importance}`)
    .filter((one) => !one.startsWith('server-side'));
}

const ad = (line: string): string => `Backend Developer\n\nRequirements:\n- Java\n${line}\n`;

describe('what every advert says asks for nothing', () => {
  test.each([
    '\nLife at Initech\n- Flexible hours, a training budget and privacy in your own office',
    '\nWe are an equal opportunity employer, regardless of race, religion or age.',
    '\nPersonal data of applicants is processed in accordance with our privacy notice.',
    '\nThe salary range follows internal benchmarks.',
    '- You are at least 18 years old',
    '\nInitech traces goods: tracing parcels from door to door.',
  ])('%s', async (line) => {
    const role = await read(ad(line));
    expect(role.experience).toBeUndefined();
    expect(await asked(ad(line))).toEqual(['java essential']);
  });

  test.each([
    'For more than 40 years, Initech has built software.',
    'Initech was founded 15 years ago.',
    'With over 12 years of experience, we are leaders in our market.',
    'You must be 18 years or older.',
  ])('years of a company or a person: %s', async (sentence) => {
    expect((await read(`Developer\n\n${sentence}\n\nRequirements:\n- 4+ years of Java`)).experience?.years).toBe(4);
  });
});

describe('clauses', () => {
  test.each([
    ['- Strong Go, knowledge of Python is a plus.', ['go essential', 'python helpful']],
    ['- Go is required; Python preferred', ['go essential', 'python helpful']],
    ['- Go, Python and Kotlin are a plus', ['go helpful', 'python helpful', 'kotlin helpful']],
    ['- Docker is not required', []],
    // The frameworks rest on the language: it is asked, and one of them.
    ['- Python, Django or FastAPI', ['python essential', 'django|fastapi essential']],
    ['- Python, Go or Kotlin', ['python|go|kotlin essential']],
    ['- AWS (or Azure/GCP)', ['aws|azure|google-cloud essential']],
  ])('%s', async (line, expected) => {
    expect((await asked(ad(line))).filter((one) => one !== 'java essential').sort()).toEqual([...expected].sort());
  });
});

test('a general demand that comes later takes nothing from a name', async () => {
  expect(await asked(ad('- Redis\n\nNice to have\n- NoSQL databases'))).toContain('redis essential');
});

test.each([
  ['- BS, MS or PhD in Computer Science', 'bachelor', 'computer science'],
  ["- Master's degree or PhD in Physics", 'master', 'physics'],
  ['- A university degree and fluency in English', 'bachelor', undefined],
])('education: %s', async (line, level, field) => {
  expect((await read(ad(line))).education).toMatchObject({ level, ...(field === undefined ? {} : { field }) });
  expect((await read(ad(line))).education?.field).toBe(field);
});

test.each([
  ['# [Platform Coder (Go)](https://jobs.example.org/x)', 'Platform Coder (Go)'],
  ['# Platform Coder (m/w/d)', 'Platform Coder'],
  ['# Platform Coder - Join our team!', 'Platform Coder'],
  ['# We are looking for a Platform Coder', 'Platform Coder'],
])('title: %s', async (line, title) => {
  expect((await read(`${line}\n\n## Requirements\n- Go`)).title).toBe(title);
});

test.each([
  ['Korean', '서버 개발자\n\n자격요건\n- Java와 Redis를 다룬 경험\n\n우대사항\n- Docker 사용'],
  ['German', 'Entwickler (m/w/d)\n\nAnforderungen\n- Java und Redis\n\nVon Vorteil\n- Docker'],
  ['Polish', 'Programista\n\nWymagania\n- Java, Redis\n\nMile widziane\n- Docker'],
])('headings in %s', async (_, text) => {
  expect(await asked(text)).toEqual(['java essential', 'redis essential', 'docker helpful']);
});

test('a job described as data is read in place of the page around it', async () => {
  const job = { '@type': 'JobPosting', title: 'Coder', description: '&lt;p&gt;You must know Java.&lt;/p&gt;', skills: ['Redis'] };
  const page = `<html><head><script type="application/ld+json">${JSON.stringify({ '@graph': [job] })}</script></head><p>Docker</p></html>`;
  expect(await asked(page, 'page.html')).toEqual(['java essential', 'redis essential']);
  expect(await asked(JSON.stringify([job]), 'job.json')).toEqual(['java essential', 'redis essential']);
});

describe('a folder of adverts', () => {
  const files = {
    'ads/a.md': 'Coder\n\nRequirements:\n- Java\n- Docker is a plus',
    'ads/more/b.TXT': 'Coder\n\nRequirements:\n- Java\n- Redis',
    'ads/c.txt': 'Nothing here',
    'ads/d.png': 'x',
  };

  test('is one role, weighted by how many ask what', async () => {
    const { stdout, stderr, code } = await runCli(['posting', 'ads', '-f', 'json'], { cwd: makeFolder(files) });
    expect(code).toBe(0);
    const { results } = JSON.parse(stdout);
    const rows = results[0].requirements.map(({ id, importance, askedBy }: Record<string, unknown>) => [id, importance, askedBy]);
    // Java: 1 + 3 × (4 + 4) / 8; Redis: 1 + 3 × 4 / 8; Docker: 1 + 3 × 1 / 8.
    expect(rows).toEqual([
      ['java', 4, 2],
      ['redis', 2.5, 1],
      ['docker', 1.38, 1],
    ]);
    expect(stderr).toBe('');
  });

  test('the role is one that validate accepts in a pack, and the account tells what was left', async () => {
    const cwd = makeFolder({
      ...files,
      'pack/pack.yaml': 'name: mine\nversion: "1"\nbase: built-in\n',
      'pack/roles/.keep': '',
    });
    const { stdout, stderr } = await runCli(['posting', 'ads'], { cwd });
    expect(stdout).toContain('# asked by 2 of 2: a.md, more/b.TXT');
    expect(stderr.replace(/\s+/g, ' ')).toContain('read 2 postings; 2 not read or without a known skill; 3 requirements');
    writeFileSync(join(cwd, 'pack/roles/postings.yaml'), stdout);
    const checked = await runCli(['validate', 'pack'], { cwd });
    expect(checked.stdout).not.toMatch(/\berror /);
    expect(checked.code).toBe(0);
  });

  test('--fit says what of it is lacked, the most asked first', async () => {
    const { stdout, code } = await runCli(['posting', 'ads', '--fit', '--skills', 'docker=3'], { cwd: makeFolder(files) });
    expect(code).toBe(0);
    expect(stdout).toMatch(/You lack +Asked by[\s\S]*Java +2 of 2[\s\S]*Redis +1 of 2/);
    expect(stdout).not.toMatch(/Docker +1 of 2/);
  });

  test('without any advert is refused', async () => {
    const { code } = await runCli(['posting', 'ads'], { cwd: makeFolder({ 'ads/c.txt': 'Nothing' }) });
    expect(code).toBe(3);
  });
});
