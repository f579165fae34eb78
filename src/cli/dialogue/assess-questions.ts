import { type Catalog, skillNumberOf } from '../../core/catalog/catalog-index.ts';
import { textAt } from '../../core/catalog/text-table.ts';
import type { Level } from '../../core/model/scale.ts';
import { makeEstimator } from '../../core/score/estimate.ts';
import { wholeScore } from '../../core/score/fit.ts';
import { explainRole } from '../../core/score/gaps.ts';
import { type Declaration, type HeldLevels, holdLevels } from '../../core/score/held-levels.ts';
import { type Judge, judgePerson } from '../../core/score/judge.ts';
import { backgroundOf } from '../../intake/background.ts';
import type { Person } from '../../intake/resolve-profile.ts';
import { type ListSearch, makeListSearch } from '../../search/search-labels.ts';
import { toneOf, verdictWord } from '../answers/fit-answer.ts';
import type { FitLine, ListQuestion, RateQuestion } from './asker.ts';

/** Roles whose fits are shown while somebody answers. */
const rolesWatched = 3;

/** Which role to aim at: the present target first, then by fit; the last choice is none. */
export function targetQuestion(
  catalog: Catalog,
  person: Person,
): ListQuestion & { readonly roles: readonly (number | undefined)[] } {
  const ranked = judgePerson(catalog, person.held, backgroundOf(person)).rank();
  const [present] = person.targets;
  const order = [...ranked.filter((fit) => fit.role === present), ...ranked.filter((fit) => fit.role !== present)];
  const assessed = person.declarations.length > 0;
  const { find, isSure } = makeListSearch(
    order.map(({ role }) => {
      const { id, title, altTitles } = catalog.role(role);
      return [title, id, ...altTitles];
    }),
  );
  return {
    title: 'Which role do you aim at?',
    above: [],
    choices: [
      ...order.map(({ role, fit, high, likely }) => ({
        label: textAt(catalog.roleTitles, role),
        hint: [
          role === present ? 'your target' : (catalog.role(role).seniority ?? ''),
          assessed ? `likely ${wholeScore(likely.score)} (${wholeScore(fit)}–${wholeScore(high)})` : '',
        ]
          .filter((part) => part !== '')
          .join(' · '),
      })),
      { label: 'No target: I just say what I know', hint: '' },
    ],
    find: (query) => (query === '' ? [...order.keys(), order.length] : find(query)),
    isSure,
    start: 0,
    levels: 0,
    escape: 'stops',
    roles: [...order.map(({ role }) => role), undefined],
  };
}

/** Which skills to rate: what the target asks first, then all by name. */
export function skillQuestion(
  catalog: Catalog,
  person: Person,
  target: number | undefined,
  title: string,
): ListQuestion & { readonly skills: readonly number[] } {
  const asked = new Map<number, string>();
  if (target !== undefined) {
    for (const { requirement } of explainRole(catalog, target, person.held)) {
      for (const { skill, level } of requirement.anyOf) {
        const number = skillNumberOf(catalog, skill);
        if (!asked.has(number)) asked.set(number, `asked at ${level}, ${requirement.importance}`);
      }
    }
  }
  const rest = Array.from({ length: catalog.index.skillCount }, (_, skill) => skill).filter((skill) => !asked.has(skill));
  const skills = [...asked.keys(), ...rest];
  const declared = new Map(person.declarations.map((one) => [one.skill, one.level]));
  const said = (skill: number): string => {
    const level = declared.get(skill);
    return level === undefined ? '' : `you said ${level}`;
  };
  return {
    title,
    above: [],
    choices: skills.map((skill) => ({
      label: textAt(catalog.skillNames, skill),
      hint: [said(skill), asked.get(skill) ?? catalog.skill(skill).kind ?? ''].filter((part) => part !== '').join(' · '),
    })),
    ...searchSkills(catalog, skills),
    ownWords: true,
    start: 0,
    levels: 0,
    escape: 'back',
    skills,
  };
}

/** One skill to rate: the estimate is marked at first. The fits below the levels are what each of them would make of the best roles. */
export function rateQuestion(
  catalog: Catalog,
  person: Person,
  asked: { readonly skill: number; readonly target: number | undefined; readonly why: string; readonly picked: boolean },
): RateQuestion {
  const { skill, target, why, picked } = asked;
  const present = person.declarations.find((one) => one.skill === skill)?.level;
  const background = backgroundOf(person);
  const estimated = Math.round(makeEstimator(catalog)(person.held, background).levelOf(skill));
  // Whoever marked a skill knows it.
  const likely = estimated > 0 ? estimated : picked ? catalog.scale.assumedLevel : 0;
  return {
    title: textAt(catalog.skillNames, skill),
    why,
    levels: catalog.scale.levels.map(({ word, anchor }) => ({ word, anchor })),
    start: present ?? likely,
    fitsAt: (level) => {
      const held = holdWith(catalog, person.declarations, skill, level);
      return watchedFits(catalog, judgePerson(catalog, held, background), target);
    },
  };
}

/** Which of a group of alternatives somebody knows. */
export function groupQuestion(catalog: Catalog, skills: readonly number[], label: string, why: string): ListQuestion {
  return {
    title: `Which of these do you know? (${label})`,
    above: [why],
    choices: skills.map((skill) => ({ label: textAt(catalog.skillNames, skill), hint: '' })),
    ...searchSkills(catalog, skills),
    start: 0,
    levels: 0,
    escape: 'back',
  };
}

function searchSkills(catalog: Catalog, skills: readonly number[]): ListSearch {
  return makeListSearch(
    skills.map((skill) => {
      const { id, name, altLabels } = catalog.skill(skill);
      return [name, id, ...altLabels];
    }),
  );
}

/** A word that the catalogue does not know, to rate: no fit moves with it. */
export function wordQuestion(catalog: Catalog, word: string): RateQuestion {
  return {
    title: `"${word}"`,
    why: 'your own word: kept in your profile, and in no fit until the catalogue knows it',
    levels: catalog.scale.levels.map((level) => ({ word: level.word, anchor: level.anchor })),
    start: catalog.scale.assumedLevel,
    fitsAt: () => [],
  };
}

/** Held levels if one skill were answered so. */
export function holdWith(catalog: Catalog, declarations: readonly Declaration[], skill: number, level: Level): HeldLevels {
  return holdLevels(catalog.index, [...declarations.filter((one) => one.skill !== skill), { skill, level }]);
}

/** The target's fit and those of the best other roles. */
export function watchedFits(catalog: Catalog, judge: Judge, target: number | undefined): FitLine[] {
  const ranked = judge.rank();
  const first = ranked.filter((fit) => fit.role === target);
  const others = ranked.filter((fit) => fit.role !== target).slice(0, rolesWatched - first.length);
  return [...first, ...others].map(({ role, fit, high, verdict, likely }) => ({
    title: textAt(catalog.roleTitles, role),
    fit: wholeScore(fit),
    likely: wholeScore(likely.score),
    high: wholeScore(high),
    verdict: verdictWord(verdict, likely.verdict),
    tone: toneOf(likely.verdict),
  }));
}
