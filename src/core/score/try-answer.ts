import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { Level } from '../model/scale.ts';
import type { HeldLevels } from './held-levels.ts';

/** A copy to try answers on. */
export function copyHeldLevels(held: HeldLevels): HeldLevels {
  return {
    level: held.level.slice(),
    assessed: held.assessed.slice(),
    said: held.said.slice(),
    declared: held.declared.slice(),
    impliedBy: held.impliedBy.slice(),
    touched: [...held.touched],
  };
}

/**
 * Declares one skill more, at `level` or at what is held of it if that is more, with what it implies, transitively.
 *
 * @returns what takes it back; answers are taken back in the opposite order
 */
export function tryAnswer(index: CatalogIndex, held: HeldLevels, skill: number, level: Level): () => void {
  const old: { skill: number; level: number; assessed: number; declared: number; impliedBy: number }[] = [];
  const saidBefore = held.said[skill] as number;
  const touchedBefore = held.touched.length;
  const queue = [{ skill, level }];
  for (let next = 0; next < queue.length; next++) {
    const now = queue[next] as { skill: number; level: number };
    const before = held.level[now.skill] as number;
    if (next > 0 && before >= now.level) continue;
    const { [now.skill]: assessed = 0 } = held.assessed;
    const { [now.skill]: declared = 0 } = held.declared;
    const { [now.skill]: impliedBy = -1 } = held.impliedBy;
    old.push({ skill: now.skill, level: before, assessed, declared, impliedBy });
    if (assessed === 0) held.touched.push(now.skill);
    held.assessed[now.skill] = 1;
    if (now.level > before) {
      held.level[now.skill] = now.level;
      held.impliedBy[now.skill] = next === 0 ? -1 : skill;
    }
    if (next === 0) held.declared[now.skill] = Math.max(declared, now.level);
    const end = index.impliesStart[now.skill + 1] as number;
    for (let edge = index.impliesStart[now.skill] as number; edge < end; edge++) {
      const implied = now.level + (index.impliesOffset[edge] as number);
      if (implied >= 1) queue.push({ skill: index.impliesSkill[edge] as number, level: implied });
    }
  }
  held.said[skill] = 1;
  return () => {
    for (const entry of old.toReversed()) {
      held.level[entry.skill] = entry.level;
      held.assessed[entry.skill] = entry.assessed;
      held.declared[entry.skill] = entry.declared;
      held.impliedBy[entry.skill] = entry.impliedBy;
    }
    held.said[skill] = saidBefore;
    held.touched.length = touchedBefore;
  };
}
