import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { home, runCli } from '../support/run-cli.ts';

// Ten invented people, two of a kind: beginners, developers at work, seniors, people who change careers, specialists. Each screen was
// read as somebody who hires would read it: is the role at the top one that they would apply for, is the number one that an interview
// might bring, would one ask these questions, is the first step the one to begin with?
const people = readdirSync(join(home, 'test/fixtures/people'));

test.each(people)('match answers %s with a screen that one can believe', async (file) => {
  const { code, stdout, stderr } = await runCli(['match', '-p', `test/fixtures/people/${file}`], { columns: 80 });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  await expect(stdout).toMatchFileSnapshot(`golden/people/${file.replace('.yaml', '.txt')}`);
});
