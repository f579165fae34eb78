import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openTrusted } from '../../src/catalog/compiled-form.ts';
import { type Catalog, roleNumberOf, skillNumberOf } from '../../src/core/catalog/catalog-index.ts';
import { textAt } from '../../src/core/catalog/text-table.ts';
import { goalOfVerdict } from '../../src/core/plan/goal.ts';
import { holdLevels } from '../../src/core/score/held-levels.ts';
import { greedyHours } from '../support/greedy-plan.ts';

function open(root: string): Catalog {
  const opened = openTrusted(readFileSync(join(root, 'dist', 'catalog.bin')));
  if (opened === undefined) throw new Error('run the build first');
  return opened.catalog;
}

export function roleIds(root: string): string[] {
  const catalog = open(root);
  return Array.from({ length: catalog.index.roleCount }, (_, role) => textAt(catalog.roleIds, role));
}

/** The typical hours of the greedy plan from some declared skills. */
export function greedyBaseline(root: string, roleId: string, reach: string, skills: { id: string; level: number }[]): number {
  const catalog = open(root);
  const role = roleNumberOf(catalog, roleId);
  const held = holdLevels(
    catalog.index,
    skills.map(({ id, level }) => ({ skill: skillNumberOf(catalog, id), level })),
  );
  const goal = reach === 'ready' ? goalOfVerdict(catalog, role, 'ready') : { role, fit: Number(reach), essentials: 0 };
  return greedyHours(catalog, goal, held);
}
