import type { Catalog } from '../../core/catalog/catalog-index.ts';
import type { Level } from '../../core/model/scale.ts';
import { holdLevels } from '../../core/score/held-levels.ts';
import { judgePerson } from '../../core/score/judge.ts';
import { backgroundOf } from '../../intake/background.ts';
import { makeListSearch } from '../../search/search-labels.ts';
import { count } from '../answers/fit-answer.ts';
import type { ProfileFile } from '../person/profile-file.ts';
import type { Asker, ListQuestion } from './asker.ts';
import { type Browsed, type Entry, type MakeView, rolesView, type View } from './explore-views.ts';

/** `stay`: back on the screen before; `end` and `interrupt` leave all screens. */
type Move = 'stay' | 'end' | 'interrupt';

export interface ExploreResult {
  readonly end: 'done' | 'interrupt';
  readonly saved: number;
  /** Levels that were tried and not saved. */
  readonly tried: number;
}

/**
 * The catalog as a browser: roles, what they ask, skills with their steps, and the moves between roles. Levels can be tried:
 * the fits follow, and the file stays as it is until saving is chosen.
 */
export async function runExplorer(catalog: Catalog, file: ProfileFile, asker: Asker): Promise<ExploreResult> {
  const tried = new Map<number, Level>();
  let saved = 0;
  const end = await visit(rolesView);
  return { end: end === 'interrupt' ? 'interrupt' : 'done', saved, tried: tried.size };

  /** Shows a screen until it is left. */
  async function visit(make: MakeView): Promise<Move> {
    let start = 0;
    // Esc at the root asks once before tried levels are lost.
    let warned = false;
    for (;;) {
      const view = make(browsed(), warned);
      const reply = await asker.choose({ ...questionOf(catalog, view), start: Math.min(start, view.entries.length - 1) });
      if (reply.kind === 'interrupt') return 'interrupt';
      if (reply.kind === 'stop') return 'end';
      if (reply.kind !== 'answer' && reply.kind !== 'level') {
        if (make !== rolesView || tried.size === 0 || warned) return 'stay';
        warned = true;
        start = view.entries.findIndex((entry) => entry.leads === 'save');
        continue;
      }
      warned = false;
      const entry = view.entries[reply.value];
      start = reply.value;
      if (reply.kind === 'level') tryLevel(entry?.skill, reply.level);
      else if (entry !== undefined) {
        const move = await follow(entry);
        if (move !== 'stay') return move;
      }
    }
  }

  function browsed(): Browsed {
    const declared = file.person().declarations.filter((one) => !tried.has(one.skill));
    const declarations = [...declared, ...[...tried].map(([skill, level]) => ({ skill, level }))];
    const judge = judgePerson(catalog, holdLevels(catalog.index, declarations), backgroundOf(file.person()));
    return { catalog, declarations, judge, tried, file: file.place.shown };
  }

  async function follow({ leads, skill }: Entry): Promise<Move> {
    if (typeof leads === 'function') return visit(leads);
    if (leads === 'save') await saveTried();
    else tryLevel(skill, leads);
    return 'stay';
  }

  function tryLevel(skill: number | undefined, level: Level): void {
    if (skill !== undefined) tried.set(skill, level);
  }

  async function saveTried(): Promise<void> {
    for (const [skill, level] of tried) {
      await file.save({ kind: 'skill', skill, level });
      tried.delete(skill);
      saved++;
    }
    asker.say(`${count(saved, 'level')} saved in ${file.place.shown}.`);
  }
}

function questionOf(catalog: Catalog, { title, above, entries, escape: onEscape = 'back' }: View): ListQuestion {
  return {
    title,
    above,
    choices: entries,
    ...makeListSearch(entries.map((entry) => [entry.label])),
    start: 0,
    levels: entries.some((entry) => entry.skill !== undefined) ? catalog.scale.levels.length - 1 : 0,
    escape: onEscape,
  };
}
