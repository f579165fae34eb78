import type { CatalogIndex } from '../catalog/catalog-index.ts';
import type { Level } from '../model/scale.ts';

/** One declared skill by its number. Level 0 says: assessed, and absent. */
export interface Declaration {
  readonly skill: number;
  readonly level: Level;
  /** The skill was named without a level, and the scale's assumed level stands in: a lower bound, which leaves more open. */
  readonly assumed?: boolean | undefined;
}

/** What a person holds in every skill: the higher of what is declared and what declared skills imply. */
export interface HeldLevels {
  /** By skill number; 0 where nothing is held. */
  readonly level: Uint8Array;
  /** 1 where the skill is declared, at whatever level, or implied. */
  readonly assessed: Uint8Array;
  /** 1 where the skill is declared with a level: nothing above that level is open. */
  readonly said: Uint8Array;
  /** The declared level, 0 where there is none. */
  readonly declared: Uint8Array;
  /** The declared skill behind an implied level, or -1 where the level is declared. */
  readonly impliedBy: Int32Array;
  /** The numbers of all assessed skills, in no order that matters. */
  readonly touched: number[];
}

/** Held levels of nobody yet; `declareSkills` fills them. */
export function emptyHeldLevels(index: CatalogIndex): HeldLevels {
  return {
    level: new Uint8Array(index.skillCount),
    assessed: new Uint8Array(index.skillCount),
    said: new Uint8Array(index.skillCount),
    declared: new Uint8Array(index.skillCount),
    impliedBy: new Int32Array(index.skillCount).fill(-1),
    touched: [],
  };
}

/** The held levels of one person. A skill that is declared twice counts once, at its higher level. */
export function holdLevels(index: CatalogIndex, declarations: readonly Declaration[]): HeldLevels {
  const held = emptyHeldLevels(index);
  declareSkills(index, declarations, held);
  return held;
}

/** Takes everything back, in time linear in what was declared: one `HeldLevels` serves many people in turn. */
export function clearHeldLevels(held: HeldLevels): void {
  for (const skill of held.touched) {
    held.level[skill] = 0;
    held.assessed[skill] = 0;
    held.said[skill] = 0;
    held.declared[skill] = 0;
    held.impliedBy[skill] = -1;
  }
  held.touched.length = 0;
}

/**
 * Fills empty `held` with the declarations and with what they imply, transitively. An implication applies
 * from level 1 up and never raises (its offset is 0 or negative), so working from the highest level down
 * visits each skill once. The order of the declarations changes nothing.
 */
export function declareSkills(index: CatalogIndex, declarations: readonly Declaration[], held: HeldLevels): void {
  const { level, assessed, said, declared, impliedBy, touched } = held;
  let highest = 0;
  for (const { skill, level: declaredLevel, assumed } of declarations) {
    if (assumed !== true) said[skill] = 1;
    if (assessed[skill] === 0) {
      assessed[skill] = 1;
      touched.push(skill);
    }
    if (declaredLevel > (declared[skill] ?? 0)) {
      declared[skill] = declaredLevel;
      level[skill] = declaredLevel;
    }
    highest = Math.max(highest, declaredLevel);
  }
  touched.sort((a, b) => a - b);
  const queue: number[] = [];
  for (let at = highest; at >= 1; at--) {
    for (const skill of touched) if (level[skill] === at) queue.push(skill);
    for (let next = 0; next < queue.length; next++) {
      const skill = queue[next] as number;
      const end = index.impliesStart[skill + 1] as number;
      for (let edge = index.impliesStart[skill] as number; edge < end; edge++) {
        const implied = index.impliesSkill[edge] as number;
        const impliedLevel = at + (index.impliesOffset[edge] as number);
        if (impliedLevel < 1 || impliedLevel <= (level[implied] as number)) continue;
        if (assessed[implied] === 0) {
          assessed[implied] = 1;
          touched.push(implied);
        }
        level[implied] = impliedLevel;
        const root = impliedBy[skill] as number;
        impliedBy[implied] = root < 0 ? skill : root;
        if (impliedLevel === at) queue.push(implied);
      }
    }
    queue.length = 0;
  }
}
