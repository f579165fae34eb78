import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toRole, toSkill } from '../../../src/catalog/normalise-entries.ts';
import { type Catalog, roleNumberOf } from '../../../src/core/catalog/catalog-index.ts';
import { decodeCatalog, encodeCatalog } from '../../../src/core/catalog/compiled-layout.ts';
import { textAt } from '../../../src/core/catalog/text-table.ts';
import { scale } from '../../support/make-catalog.ts';
import { runCli } from '../../support/run-cli.ts';

const skill = toSkill({
  ...{ id: 'java', name: 'Java', altLabels: [], effort: 'medium', implies: [], usually: [], related: [], requires: [] },
  ...{ families: [], learn: {} },
});

function catalogOf(ids: readonly string[], ...first: (readonly string[] | undefined)[]): Catalog {
  const requirements = [{ skill: 'java', level: 1, importance: 'essential' as const }];
  const roles = ids.map((id) =>
    toRole({ id, title: `Role ${id}`, altTitles: [], sources: [], responsibilities: [], requirements, leadsTo: [] }),
  );
  const packs = first.map((named, i) => ({ name: `pack ${i}`, version: '1', first: named }));
  return decodeCatalog(encodeCatalog({ packs, scale, skills: [skill], roles }));
}

const order = (catalog: Catalog): string[] =>
  Array.from({ length: catalog.index.roleCount }, (_, i) => textAt(catalog.roleIds, i));

test('roles come by id, behind those that the pack puts first', () => {
  expect(order(catalogOf(['cook', 'baker', 'dean', 'actor'], undefined))).toEqual(['actor', 'baker', 'cook', 'dean']);
  expect(order(catalogOf(['cook', 'baker', 'dean', 'actor'], ['dean', 'baker']))).toEqual(['dean', 'baker', 'actor', 'cook']);
});

test('what the last pack puts first comes before what the packs below put first', () => {
  const packs = [['dean', 'baker'], ['cook', 'dean'], undefined] as const;
  expect(order(catalogOf(['actor', 'baker', 'cook', 'dean'], ...packs))).toEqual(['cook', 'dean', 'baker', 'actor']);
});

test('a role that is not there takes no place, and every role is found by its id', () => {
  const catalog = catalogOf(['cook', 'baker', 'dean', 'actor'], ['dean', 'nobody', 'baker']);
  expect(order(catalog)).toEqual(['dean', 'baker', 'actor', 'cook']);
  for (const [number, id] of order(catalog).entries()) expect(roleNumberOf(catalog, id)).toBe(number);
  expect(roleNumberOf(catalog, 'nobody')).toBe(-1);
});

test('`first` in pack.yaml orders the list of roles, and a misspelt id in it is an error with its place', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'careerpath-order-'));
  mkdirSync(join(cwd, 'roles'));
  mkdirSync(join(cwd, 'skills'));
  const pack = (first: string): void => writeFileSync(join(cwd, 'pack.yaml'), `name: order\nbase: built-in\nfirst: [${first}]\n`);
  const role = (id: string): string =>
    `id: ${id}\ntitle: The ${id}\nrequirements:\n  - skill: java\n    level: 3\n    importance: essential\n`;
  for (const id of ['alchemist', 'zoologist']) writeFileSync(join(cwd, 'roles', `${id}.yaml`), role(id));

  pack('zoologist');
  const listed = await runCli(['roles', '--pack', '.', '-f', 'csv'], { cwd });
  expect(listed.stdout.split('\n')[1]).toContain('zoologist');
  expect(listed.stdout.split('\n')[2]).toContain('junior-backend-engineer');

  pack('zoologits');
  const checked = await runCli(['validate', '.'], { cwd });
  expect(checked.code).toBe(1);
  expect(checked.stdout + checked.stderr).toMatch(/pack\.yaml.*\n?.*3:9.*unknown-role|pack\.yaml:3:9/);
  expect((await runCli(['roles', '--pack', '.'], { cwd })).code).toBe(3);
});
