import { type Catalog, roleNumberOf, skillNumberOf } from '../../core/catalog/catalog-index.ts';
import { textAt } from '../../core/catalog/text-table.ts';
import type { Level } from '../../core/model/scale.ts';
import { planFirstSteps } from '../../core/plan/first-steps.ts';
import { describeSteps } from '../../core/plan/order-steps.ts';
import { assessRole, rankRoles, wholeScore } from '../../core/score/fit.ts';
import { explainRole, type RequirementFit } from '../../core/score/gaps.ts';
import type { HeldLevels } from '../../core/score/held-levels.ts';
import { count } from '../answers/fit-answer.ts';
import { points, requirementLabel } from '../answers/requirement-answer.ts';
import type { Choice } from './asker.ts';

/** What a screen shows: the catalog, and the levels as they are held when it is made. */
export interface Browsed {
  readonly catalog: Catalog;
  /** With the levels that are tried. */
  readonly held: HeldLevels;
  readonly tried: ReadonlyMap<number, Level>;
  /** The profile's name in messages. */
  readonly file: string;
}

/** One line of a screen. */
export interface Entry extends Choice {
  /** Another screen, the level to try of the entry's skill, or what saves the tried levels. */
  readonly leads: MakeView | Level | 'save';
  /** The skill that a digit sets. */
  readonly skill?: number;
}

export interface View {
  readonly title: string;
  readonly above: readonly string[];
  readonly entries: readonly Entry[];
  /** What Esc does, where it is not to go back. */
  readonly escape?: string;
}

/** A screen is made anew each time that it is shown: levels may have changed meanwhile. */
export type MakeView = (now: Browsed) => View;

const stepsShown = 8;

/** All roles, the best fit first. */
export const rolesView: MakeView = ({ catalog, held, tried, file }) => ({
  title: 'Roles',
  above: [],
  escape: 'leaves',
  entries: [
    ...rankRoles(catalog, held).map(({ role, fit, high, verdict }) => ({
      label: roleTitle(catalog, role),
      hint: `${wholeScore(fit)}–${wholeScore(high)} · ${verdict}`,
      leads: roleView(role),
    })),
    ...(tried.size > 0
      ? [{ label: `Save ${count(tried.size, 'tried level')} in ${file}`, hint: '', leads: 'save' as const }]
      : []),
  ],
});

function roleView(role: number): MakeView {
  return (now) => ({
    title: roleTitle(now.catalog, role),
    above: [fitWords(now, role), now.catalog.role(role).summary ?? ''].filter((line) => line !== ''),
    entries: [
      ...explainRole(now.catalog, role, now.held).map((fit) => requirementEntry(now, fit)),
      { label: 'First steps towards this role', hint: '', leads: stepsView(role) },
      { label: 'Routes: where it leads, and what leads here', hint: '', leads: routesView(role) },
    ],
  });
}

function requirementEntry(now: Browsed, fit: RequirementFit): Entry {
  const { anyOf, atLeast } = fit.requirement;
  const [first] = anyOf;
  const single = anyOf.length === 1 && first !== undefined ? skillNumberOf(now.catalog, first.skill) : undefined;
  const asks = `asks ${first?.level ?? ''}${anyOf.length > 1 ? ` in ${atLeast} of ${anyOf.length}` : ''}`;
  const yours = single === undefined ? '' : ` · you ${levelWords(now, single)}`;
  return {
    label: requirementLabel(now.catalog, fit.requirement),
    hint: `${asks}${yours} · ${points(fit.points)} of ${points(fit.maxPoints)}`,
    ...(single === undefined ? { leads: alternativesView(fit) } : { leads: skillView(single), skill: single }),
  };
}

function alternativesView({ requirement }: RequirementFit): MakeView {
  return (now) => ({
    title: requirementLabel(now.catalog, requirement),
    above: [`${requirement.atLeast} of these`],
    entries: requirement.anyOf.map(({ skill: id, level }) => {
      const skill = skillNumberOf(now.catalog, id);
      const hint = `asks ${level} · you ${levelWords(now, skill)}`;
      return { label: textAt(now.catalog.skillNames, skill), hint, leads: skillView(skill), skill };
    }),
  });
}

function skillView(number: number): MakeView {
  return (now) => {
    const skill = now.catalog.skill(number);
    const [best] = rankRoles(now.catalog, now.held);
    const fit = best === undefined ? '' : ` · best fit: ${roleTitle(now.catalog, best.role)} ${wholeScore(best.fit)}`;
    return {
      title: skill.name,
      above: [`you: ${levelWords(now, number)}${fit}`],
      entries: now.catalog.scale.levels.map(({ level, word, anchor }) => ({
        label: `${level} ${word}`,
        hint: skill.learn[level]?.do ?? anchor,
        leads: level,
        skill: number,
      })),
    };
  };
}

function stepsView(role: number): MakeView {
  return (now) => {
    const { catalog, held } = now;
    const ordered = planFirstSteps(catalog, [role], held, stepsShown);
    const steps = describeSteps(catalog, [role], held, ordered).slice(0, stepsShown);
    return {
      title: `First steps: ${roleTitle(catalog, role)}`,
      above: [fitWords(now, role), ...(steps.length === 0 ? ['Nothing is missing.'] : [])],
      entries: steps.map(({ step: { skill, level }, hours, gain }) => ({
        label: `${textAt(catalog.skillNames, skill)} ${level - 1} → ${level}`,
        hint: `${hours.low}–${hours.high} h · ${gain > 0 ? `+${points(gain)} points` : 'opens the way'}`,
        leads: skillView(skill),
        skill,
      })),
    };
  };
}

function routesView(role: number): MakeView {
  return ({ catalog, held }) => {
    const { id, leadsTo } = catalog.role(role);
    const entry = (other: number, word: string): Entry => ({
      label: `${word} ${roleTitle(catalog, other)}`,
      hint: String(wholeScore(assessRole(catalog, other, held).fit)),
      leads: roleView(other),
    });
    const all = Array.from({ length: catalog.index.roleCount }, (_, other) => other);
    const from = all.filter((other) => catalog.role(other).leadsTo.some((move) => move.role === id));
    const entries = [
      ...leadsTo.map((move) => entry(roleNumberOf(catalog, move.role), 'leads to')),
      ...from.map((other) => entry(other, 'from')),
    ];
    const above = entries.length === 0 ? ['No usual move is known.'] : [];
    return { title: `Routes: ${roleTitle(catalog, role)}`, above, entries };
  };
}

function fitWords({ catalog, held }: Browsed, role: number): string {
  const { fit, high, verdict } = assessRole(catalog, role, held);
  return `fit ${wholeScore(fit)}–${wholeScore(high)}, ${verdict}`;
}

function levelWords({ held, tried }: Browsed, skill: number): string {
  return `${held.assessed[skill] === 1 ? held.level[skill] : '–'}${tried.has(skill) ? ' (tried)' : ''}`;
}

function roleTitle(catalog: Catalog, role: number): string {
  return textAt(catalog.roleTitles, role);
}
