import { type Catalog, roleNumberOf, skillNumberOf } from '../../core/catalog/catalog-index.ts';
import { textAt } from '../../core/catalog/text-table.ts';
import type { Level } from '../../core/model/scale.ts';
import { assumeProfile } from '../../core/plan/assume-profile.ts';
import { planFirstSteps } from '../../core/plan/first-steps.ts';
import { describeSteps } from '../../core/plan/order-steps.ts';
import { wholeScore } from '../../core/score/fit.ts';
import type { RequirementFit } from '../../core/score/gaps.ts';
import type { Declaration } from '../../core/score/held-levels.ts';
import type { Judge, JudgedFit } from '../../core/score/judge.ts';
import { count, fitWords, verdictWord } from '../answers/fit-answer.ts';
import {
  becauseWords,
  type JudgedRequirement,
  judgeRequirements,
  levelWords,
  points,
  requirementLabel,
} from '../answers/requirement-answer.ts';
import type { Choice } from './asker.ts';

/** What a screen shows: the catalog, and the levels as they are held when it is made. */
export interface Browsed {
  readonly catalog: Catalog;
  /** With the levels that are tried. */
  readonly declarations: readonly Declaration[];
  /** The same person, as it is proven and as it is likely. */
  readonly judge: Judge;
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

/** A screen is made anew each time that it is shown: levels may have changed meanwhile. `leaving`: Esc again loses tried levels. */
export type MakeView = (now: Browsed, leaving: boolean) => View;

const stepsShown = 8;

/** All roles, the best fit first. */
export const rolesView: MakeView = ({ catalog, judge, tried, file }, leaving) => ({
  title: 'Roles',
  above: leaving ? [`${count(tried.size, 'tried level')} not saved: Enter saves, Esc again throws away`] : [],
  escape: leaving ? 'throws tried levels away' : 'leaves',
  entries: [
    ...judge.rank().map((fit) => ({
      label: roleTitle(catalog, fit.role),
      hint: fitHint(fit),
      leads: roleView(fit.role),
    })),
    ...(tried.size > 0
      ? [{ label: `Save ${count(tried.size, 'tried level')} in ${file}`, hint: '', leads: 'save' as const }]
      : []),
  ],
});

function roleView(role: number): MakeView {
  return (now) => ({
    title: roleTitle(now.catalog, role),
    above: [roleFitWords(now, role), now.catalog.role(role).summary ?? ''].filter((line) => line !== ''),
    entries: [
      ...judgeRequirements(now.catalog, role, now.judge).map((fit) => requirementEntry(now, fit)),
      { label: 'First steps towards this role', hint: '', leads: stepsView(role) },
      { label: 'Routes: where it leads, and what leads here', hint: '', leads: routesView(role) },
    ],
  });
}

function requirementEntry(now: Browsed, fit: JudgedRequirement): Entry {
  const { anyOf, atLeast } = fit.requirement;
  const [first] = anyOf;
  const single = anyOf.length === 1 && first !== undefined ? skillNumberOf(now.catalog, first.skill) : undefined;
  const asks = `asks ${first?.level ?? ''}${anyOf.length > 1 ? ` in ${atLeast} of ${anyOf.length}` : ''}`;
  const yours = single === undefined ? '' : ` · you ${heldWords(now, single)}`;
  const because = fit.likely?.because[0];
  const likely =
    because === undefined || fit.likely === undefined
      ? ''
      : `, likely ${levelWords(fit.likely.level)}: ${becauseWords(now.catalog, because)}`;
  return {
    label: requirementLabel(now.catalog, fit.requirement),
    hint: `${asks}${yours}${likely} · ${points(fit.points)} of ${points(fit.maxPoints)}`,
    ...(single === undefined ? { leads: alternativesView(fit) } : { leads: skillView(single), skill: single }),
  };
}

function alternativesView({ requirement }: RequirementFit): MakeView {
  return (now) => ({
    title: requirementLabel(now.catalog, requirement),
    above: [`${requirement.atLeast} of these`],
    entries: requirement.anyOf.map(({ skill: id, level }) => {
      const skill = skillNumberOf(now.catalog, id);
      const hint = `asks ${level} · you ${heldWords(now, skill)}`;
      return { label: textAt(now.catalog.skillNames, skill), hint, leads: skillView(skill), skill };
    }),
  });
}

function skillView(number: number): MakeView {
  return (now) => {
    const skill = now.catalog.skill(number);
    const [best] = now.judge.rank(1);
    const fit = best === undefined ? '' : ` · best role: ${roleTitle(now.catalog, best.role)}, ${fitHint(best)}`;
    return {
      title: skill.name,
      above: [`you: ${heldWords(now, number)}${fit}`],
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
    const { catalog, declarations, judge } = now;
    const { held } = assumeProfile(catalog, declarations, judge.background);
    const ordered = planFirstSteps(catalog, [role], held, stepsShown);
    const steps = describeSteps(catalog, [role], held, ordered).slice(0, stepsShown);
    return {
      title: `First steps: ${roleTitle(catalog, role)}`,
      above: [roleFitWords(now, role), ...(steps.length === 0 ? ['Nothing is missing.'] : [])],
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
  return ({ catalog, judge }) => {
    const { id, leadsTo } = catalog.role(role);
    const entry = (other: number, word: string): Entry => ({
      label: `${word} ${roleTitle(catalog, other)}`,
      hint: fitHint(judge.fitOf(other)),
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

function roleFitWords({ judge }: Browsed, role: number): string {
  return fitWords(judge.fitOf(role));
}

/** What is likely and from where to where it can still move, on little room. */
function fitHint({ fit, high, verdict, likely }: JudgedFit): string {
  return `${wholeScore(likely.score)} ${verdictWord(verdict, likely.verdict)} (${wholeScore(fit)}–${wholeScore(high)})`;
}

function heldWords({ judge: { held }, tried }: Browsed, skill: number): string {
  return `${held.assessed[skill] === 1 ? held.level[skill] : '–'}${tried.has(skill) ? ' (tried)' : ''}`;
}

function roleTitle(catalog: Catalog, role: number): string {
  return textAt(catalog.roleTitles, role);
}
