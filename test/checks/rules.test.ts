import { expect, test } from 'vitest';
import { essentialFrom } from '../../src/checks/no-essential.ts';
import { rules } from '../../src/checks/registry.ts';
import { wording } from '../../src/core/model/diagnostic.ts';
import { seniorities } from '../../src/schema/role-schema.ts';
import { asPack, inFolder } from '../support/in-folder.ts';
import { scale } from '../support/make-catalog.ts';
import { runCli } from '../support/run-cli.ts';

interface Found {
  readonly code: string;
  readonly file: string | null;
  readonly line: number | null;
}

/** The codes that `validate` finds in the example, at the places where it finds them. */
function find(files: Readonly<Record<string, string>>): Promise<Found[]> {
  return inFolder(asPack(files), async (cwd) => {
    const { stdout, stderr } = await runCli(['validate', '-f', 'json'], { cwd, env: { SOURCE_DATE_EPOCH: '1790000000' } });
    expect(stderr).toBe('');
    return (JSON.parse(stdout) as { diagnostics: Found[] }).diagnostics;
  });
}

test.each(rules.map((rule) => [rule.code, rule] as const))(
  '%s finds its failing example and no passing one',
  async (code, rule) => {
    const failing = (await find(rule.failing)).filter((one) => one.code === code);
    expect(failing.length).toBeGreaterThan(0);
    // A file that cannot be decoded has no lines.
    if (code !== 'bad-encoding') expect(failing.every((one) => (one.line ?? 0) > 0)).toBe(true);
    expect(Object.keys(rule.failing)).toEqual(expect.arrayContaining(failing.map((one) => one.file)));
    const passing = await find(rule.passing);
    expect(passing.filter((one) => one.code === code)).toEqual([]);
    // What a passing example shows is not an error of another kind.
    const errors = passing.filter((one) => wording[one.code as keyof typeof wording].severity === 'error');
    expect(errors.filter((one) => one.code !== 'no-requirements')).toEqual([]);
  },
);

test('each code has one rule', () => {
  const codes = rules.map((rule) => rule.code);
  expect(new Set(codes).size).toBe(codes.length);
});

test('the values that the rules share with data/scale.yaml are the same', () => {
  expect(essentialFrom).toBe(scale.essentialFrom);
  expect(seniorities).toEqual(scale.seniorities);
});

test('cues are sorted and say nothing that a name says', async () => {
  const skill = '- id: scalability\n  name: Scalability\n  altLabels: [scaling]\n  cues: [scalable, growing, Scaling]\n';
  const found = await find({ 'skills/core.yaml': skill });
  expect(found.map(({ code, line }) => [code, line])).toEqual(
    expect.arrayContaining([
      ['label-repeated', 4],
      ['unsorted-labels', 4],
    ]),
  );
});
