import { type CatalogDraft, choicesOf, type DraftEntry, type Skill } from '../core/model/model.ts';
import { compareText } from '../core/model/text-order.ts';

/** A step: one skill at one level. `because` is what of the skill before it leads here. */
export interface CycleStep {
  readonly skill: string;
  readonly level: number;
  readonly because: 'implies' | 'requires' | 'below';
}

interface Open extends CycleStep {
  readonly next: CycleStep[];
}

export const highestLevel = 5;

/**
 * Every circle of steps that need each other, one for each set of skills, over (skill, level): two skills may well build on
 * each other's lower levels. The first step of a circle stands at its end again. Linear in steps and relations.
 */
export function findCycles(draft: CatalogDraft, follow: (skill: Skill, level: number) => CycleStep[]): CycleStep[][] {
  const skills = skillsById(draft);
  const state = new Map<string, 'open' | 'done'>();
  const reported = new Set<string>();
  const cycles: CycleStep[][] = [];
  for (const { value } of draft.skills) {
    if (value.implies.length + value.requires.length === 0) continue;
    for (let level = 1; level <= highestLevel; level++) search({ skill: value.id, level, because: 'below' });
  }
  return cycles;

  // An explicit stack: a chain of prerequisites may be longer than the call stack is deep.
  function search(start: CycleStep): void {
    const path: Open[] = [];
    const enter = (step: CycleStep): void => {
      state.set(nameOf(step), 'open');
      const skill = skills.get(step.skill);
      path.push({ ...step, next: skill === undefined ? [] : follow(skill, step.level) });
    };
    if (!state.has(nameOf(start))) enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = top.next.pop();
      if (next === undefined) {
        state.set(nameOf(top), 'done');
        path.pop();
        continue;
      }
      const seen = state.get(nameOf(next));
      if (seen === undefined) enter(next);
      else if (seen === 'open') keep([...path.slice(path.findIndex((step) => nameOf(step) === nameOf(next))), next]);
    }
  }

  function keep(cycle: CycleStep[]): void {
    const key = [...new Set(cycle.map((step) => step.skill))].sort(compareText).join(' ');
    if (reported.has(key)) return;
    reported.add(key);
    cycles.push(cycle.map(({ skill, level, because }) => ({ skill, level, because })));
  }
}

/** The skills by id. Where an id stands twice, one skill needs what either says: no circle hides behind the other. */
export function skillsById(draft: CatalogDraft): Map<string, Skill> {
  return new Map(
    [...entriesById(draft)].map(([id, entries]) => {
      const [{ value }] = entries;
      if (entries.length === 1) return [id, value];
      const both = {
        implies: entries.flatMap((entry) => entry.value.implies),
        requires: entries.flatMap((entry) => entry.value.requires),
      };
      return [id, { ...value, ...both }];
    }),
  );
}

function entriesById(draft: CatalogDraft): Map<string, [DraftEntry<Skill>, ...DraftEntry<Skill>[]]> {
  const entries = new Map<string, [DraftEntry<Skill>, ...DraftEntry<Skill>[]]>();
  for (const entry of draft.skills) {
    const known = entries.get(entry.value.id);
    if (known === undefined) entries.set(entry.value.id, [entry]);
    else known.push(entry);
  }
  return entries;
}

function nameOf(step: CycleStep): string {
  return `${step.skill}:${step.level}`;
}

/** What a skill at a level implies, as steps. */
export function impliedSteps(skill: Skill, level: number): CycleStep[] {
  return skill.implies
    .map((one) => ({ skill: one.skill, level: Math.min(level + one.offset, highestLevel), because: 'implies' as const }))
    .filter((step) => step.level >= 1);
}

/** Where in a skill the relation to another one stands; nothing where it has none. */
function relationPath(skill: Skill, list: 'implies' | 'requires', other: string): (string | number)[] | undefined {
  if (list === 'implies') {
    const at = skill.implies.findIndex((one) => one.skill === other);
    return at < 0 ? undefined : [list, at, 'skill'];
  }
  const at = skill.requires.findIndex((one) => choicesOf(one).includes(other));
  const found = skill.requires[at];
  if (found === undefined) return undefined;
  return 'anyOf' in found ? [list, at, 'anyOf', found.anyOf.indexOf(other)] : [list, at, 'skill'];
}

/** The entry that a circle is reported at, and where in it the relation to the next skill stands. */
export function cycleStart(
  draft: CatalogDraft,
  cycle: readonly CycleStep[],
): { entry: DraftEntry<Skill>; path: (string | number)[] } | undefined {
  // The highest layer has the change that closed the circle.
  const entries = entriesById(draft);
  let best: { entry: DraftEntry<Skill>; path: (string | number)[] } | undefined;
  for (let i = 0; i + 1 < cycle.length; i++) {
    const next = cycle[i + 1] as CycleStep;
    if (next.because === 'below') continue;
    for (const entry of entries.get((cycle[i] as CycleStep).skill) ?? []) {
      const path = relationPath(entry.value, next.because, next.skill);
      if (path !== undefined && (best === undefined || best.entry.layer < entry.layer)) best = { entry, path };
    }
  }
  return best;
}
