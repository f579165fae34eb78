import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'valibot';
import { openTrusted } from '../../src/catalog/compiled-form.ts';
import { toRole, toSkill } from '../../src/catalog/normalise-entries.ts';
import type { Catalog } from '../../src/core/catalog/catalog-index.ts';
import { decodeCatalog, encodeCatalog } from '../../src/core/catalog/compiled-layout.ts';
import type { Scale } from '../../src/core/model/scale.ts';
import { roleSchema } from '../../src/schema/role-schema.ts';
import { skillSchema } from '../../src/schema/skill-schema.ts';
import { home } from './run-cli.ts';

/** The built-in catalog as the build compiled it. */
export function builtInCatalog(): Catalog {
  const opened = openTrusted(readFileSync(join(home, 'dist', 'catalog.bin')));
  if (opened === undefined) throw new Error('run the build first');
  return opened.catalog;
}

export const scale: Scale = builtInCatalog().scale;

/** A catalog from skills and roles written as in YAML files; what a file may leave out may be left out here. */
export function makeCatalog(
  skills: readonly Record<string, unknown>[],
  roles: readonly Record<string, unknown>[],
  values: Scale = scale,
): Catalog {
  return decodeCatalog(
    encodeCatalog({
      packs: [{ name: 'test', version: '1' }],
      scale: values,
      skills: skills.map((skill) => toSkill(parse(skillSchema, { name: `Skill ${String(skill['id'])}`, ...skill }))),
      roles: roles.map((role) => toRole(parse(roleSchema, { title: `Role ${String(role['id'])}`, ...role }))),
    }),
  );
}
