import { type Catalog, roleNumberOf, skillNumberOf } from '../../core/catalog/catalog-index.ts';
import { textAt } from '../../core/catalog/text-table.ts';
import type { Level } from '../../core/model/scale.ts';
import { planNextRequirements } from '../../core/plan/next-requirements.ts';
import { describeSteps } from '../../core/plan/order-steps.ts';
import { assessRole, rankRoles, wholeScore } from '../../core/score/fit.ts';
import { explainRole, type RequirementFit } from '../../core/score/gaps.ts';
import { type HeldLevels, holdLevels } from '../../core/score/held-levels.ts';
import { makeListSearch } from '../../search/search-labels.ts';
import { count } from '../answers/fit-answer.ts';
import { points, requirementLabel } from '../answers/requirement-answer.ts';
import type { ProfileFile } from '../person/profile-file.ts';
import type { Asker, Choice, ListQuestion } from './asker.ts';

/** One line of a screen: what it leads to, and the skill that a digit sets. */
interface Entry extends Choice {
  readonly open: (() => Promise<Move>) | undefined;
  readonly skill?: number;
}

interface View {
  readonly title: string;
  readonly above: readonly string[];
  readonly entries: readonly Entry[];
  readonly escape?: string;
}

/** `stay`: back on the screen before; `end` and `interrupt` leave all screens. */
type Move = 'stay' | 'end' | 'interrupt';

export interface ExploreResult {
  readonly end: 'done' | 'interrupt';
  readonly saved: number;
  /** Levels that were tried and not saved. */
  readonly tried: number;
}

const stepsShown = 8;

/**
 * The catalog as a browser: roles, what they ask, skills with their steps, and the moves between roles. Levels can be tried:
 * the fits follow, and the file stays as it is until saving is chosen.
 */
export async function runExplorer(catalog: Catalog, file: ProfileFile, asker: Asker): Promise<ExploreResult> {
  const tried = new Map<number, Level>();
  let saved = 0;
  const end = await visit(rolesView);
  return { end: end === 'interrupt' ? 'interrupt' : 'done', saved, tried: tried.size };

  function held(): HeldLevels {
    const declared = file.person().declarations.filter((one) => !tried.has(one.skill));
    return holdLevels(catalog.index, [...declared, ...[...tried].map(([skill, level]) => ({ skill, level }))]);
  }

  /** Shows a screen until it is left. It is made anew each time: levels may have changed meanwhile. */
  async function visit(make: () => View): Promise<Move> {
    let start = 0;
    for (;;) {
      const view = make();
      const reply = await asker.choose({ ...questionOf(view), start: Math.min(start, view.entries.length - 1) });
      if (reply.kind === 'interrupt') return 'interrupt';
      if (reply.kind === 'stop') return 'end';
      if (reply.kind !== 'answer' && reply.kind !== 'level') return 'stay';
      const entry = view.entries[reply.value];
      start = reply.value;
      if (reply.kind === 'level') {
        if (entry?.skill !== undefined) tried.set(entry.skill, reply.level);
        continue;
      }
      const move = (await entry?.open?.()) ?? 'stay';
      if (move !== 'stay') return move;
    }
  }

  function questionOf({ title, above, entries, escape: onEscape = 'back' }: View): ListQuestion {
    const levels = entries.some((entry) => entry.skill !== undefined) ? catalog.scale.levels.length - 1 : 0;
    return {
      title,
      above,
      choices: entries,
      find: makeListSearch(entries.map((entry) => [entry.label])),
      start: 0,
      levels,
      escape: onEscape,
    };
  }

  function rolesView(): View {
    const changes = tried.size;
    const save: Entry = { label: `Save ${count(changes, 'tried level')} in ${file.place.shown}`, hint: '', open: saveTried };
    return {
      title: 'Roles',
      above: [],
      escape: 'leaves',
      entries: [
        ...rankRoles(catalog, held()).map(({ role, fit, high, verdict }) => ({
          label: roleTitle(role),
          hint: `${wholeScore(fit)}–${wholeScore(high)} · ${verdict}`,
          open: () => visit(() => roleView(role)),
        })),
        ...(changes > 0 ? [save] : []),
      ],
    };
  }

  function roleView(role: number): View {
    const now = held();
    return {
      title: roleTitle(role),
      above: [fitWords(role), catalog.role(role).summary ?? ''].filter((line) => line !== ''),
      entries: [
        ...explainRole(catalog, role, now).map((fit) => requirementEntry(fit, now)),
        { label: 'First steps towards this role', hint: '', open: () => visit(() => stepsView(role)) },
        { label: 'Routes: where it leads, and what leads here', hint: '', open: () => visit(() => routesView(role)) },
      ],
    };
  }

  function requirementEntry(fit: RequirementFit, now: HeldLevels): Entry {
    const { requirement } = fit;
    const [first] = requirement.anyOf;
    const single = requirement.anyOf.length === 1 && first !== undefined ? skillNumberOf(catalog, first.skill) : undefined;
    const asks = `asks ${first?.level ?? ''}${requirement.anyOf.length > 1 ? ` in ${requirement.atLeast} of ${requirement.anyOf.length}` : ''}`;
    const yours = single === undefined ? '' : ` · you ${levelWords(single, now)}`;
    return {
      label: requirementLabel(catalog, requirement),
      hint: `${asks}${yours} · ${points(fit.points)} of ${points(fit.maxPoints)}`,
      open: () => (single === undefined ? visit(() => alternativesView(fit)) : visit(() => skillView(single))),
      ...(single === undefined ? {} : { skill: single }),
    };
  }

  function alternativesView({ requirement }: RequirementFit): View {
    const now = held();
    return {
      title: requirementLabel(catalog, requirement),
      above: [`${requirement.atLeast} of these`],
      entries: requirement.anyOf.map(({ skill, level }) => {
        const number = skillNumberOf(catalog, skill);
        return {
          label: textAt(catalog.skillNames, number),
          hint: `asks ${level} · you ${levelWords(number, now)}`,
          open: () => visit(() => skillView(number)),
          skill: number,
        };
      }),
    };
  }

  function skillView(number: number): View {
    const skill = catalog.skill(number);
    const [best] = rankRoles(catalog, held());
    return {
      title: skill.name,
      above: [
        `you: ${levelWords(number, held())}${best === undefined ? '' : ` · best fit: ${roleTitle(best.role)} ${wholeScore(best.fit)}`}`,
      ],
      entries: catalog.scale.levels.map(({ level, word, anchor }) => ({
        label: `${level} ${word}`,
        hint: skill.learn[level]?.do ?? anchor,
        open: async () => {
          tried.set(number, level);
          return 'stay' as const;
        },
        skill: number,
      })),
    };
  }

  function stepsView(role: number): View {
    const now = held();
    const ordered = planNextRequirements(catalog, role, now, stepsShown);
    const steps = describeSteps(catalog, [role], now, ordered).slice(0, stepsShown);
    return {
      title: `First steps: ${roleTitle(role)}`,
      above: [fitWords(role), ...(steps.length === 0 ? ['Nothing is missing.'] : [])],
      entries: steps.map(({ step, hours, gain }) => ({
        label: `${textAt(catalog.skillNames, step.skill)} ${step.level - 1} → ${step.level}`,
        hint: `${hours.low}–${hours.high} h · ${gain > 0 ? `+${points(gain)} points` : 'opens the way'}`,
        open: () => visit(() => skillView(step.skill)),
        skill: step.skill,
      })),
    };
  }

  function routesView(role: number): View {
    const now = held();
    const id = catalog.role(role).id;
    const entry = (other: number, word: string): Entry => ({
      label: `${word} ${roleTitle(other)}`,
      hint: String(wholeScore(assessRole(catalog, other, now).fit)),
      open: () => visit(() => roleView(other)),
    });
    const all = Array.from({ length: catalog.index.roleCount }, (_, other) => other);
    const from = all.filter((other) => catalog.role(other).leadsTo.some((move) => move.role === id));
    const entries = [
      ...catalog.role(role).leadsTo.map((move) => entry(roleNumberOf(catalog, move.role), 'leads to')),
      ...from.map((other) => entry(other, 'from')),
    ];
    return { title: `Routes: ${roleTitle(role)}`, above: entries.length === 0 ? ['No usual move is known.'] : [], entries };
  }

  async function saveTried(): Promise<Move> {
    for (const [skill, level] of tried) {
      await file.save({ kind: 'skill', skill, level });
      tried.delete(skill);
      saved++;
    }
    asker.say(`${count(saved, 'level')} saved in ${file.place.shown}.`);
    return 'stay';
  }

  function fitWords(role: number): string {
    const { fit, high, verdict } = assessRole(catalog, role, held());
    return `fit ${wholeScore(fit)}–${wholeScore(high)}, ${verdict}`;
  }

  function levelWords(skill: number, now: HeldLevels): string {
    return `${now.assessed[skill] === 1 ? now.level[skill] : '–'}${tried.has(skill) ? ' (tried)' : ''}`;
  }

  function roleTitle(role: number): string {
    return textAt(catalog.roleTitles, role);
  }
}
