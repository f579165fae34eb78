import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { textAt } from '../../core/catalog/text-table.ts';
import { wholeScore } from '../../core/score/fit.ts';
import { judgePerson } from '../../core/score/judge.ts';
import { closeEnough, type NextQuestion, questionsLeft, rankQuestions, uncertaintyOf } from '../../core/score/next-question.ts';
import { backgroundOf } from '../../intake/background.ts';
import type { ProfileChange } from '../../intake/edit-profile.ts';
import { count } from '../answers/fit-answer.ts';
import { points, requirementLabel } from '../answers/requirement-answer.ts';
import type { ProfileFile } from '../person/profile-file.ts';
import type { SavedProfile } from '../person/save-profile.ts';
import type { Asker } from './asker.ts';

/** One answer that was saved, and what undoes it. */
export interface Answered {
  /** A skill's number, or a word that the catalogue does not know. */
  readonly skill: number | string;
  readonly saved: SavedProfile;
  readonly undo: ProfileChange;
}

/** Where an assessment stands. */
export interface Assessment {
  readonly catalog: Catalog;
  readonly file: ProfileFile;
  readonly asker: Asker;
  /** The target that the command line names. */
  readonly given: number | undefined;
  readonly history: Answered[];
  readonly skipped: Set<number>;
  /** Groups of alternatives that were asked about, as requirements' numbers. */
  readonly askedGroups: Set<number>;
  /** Skills to rate before any other, and words that the catalogue does not know. */
  queue: readonly (number | string)[];
  target: number | undefined;
  enoughSaid: boolean;
}

/** What a requirement over alternatives is called. */
export function groupLabel({ catalog, target }: Assessment, group: number): string {
  if (target === undefined) return '';
  const place = group - (catalog.index.requirementStart[target] as number);
  const requirement = catalog.role(target).requirements[place];
  return requirement === undefined ? '' : requirementLabel(catalog, requirement);
}

interface NextAsked {
  readonly skill: number | string;
  readonly why: string;
  /** Marked by the person, rather than chosen for what it tells. */
  readonly picked: boolean;
  /** The group to ask about before any skill of it. */
  readonly group?: number;
}

/** The picked skills first; then what tells most about the target. */
export function nextSkill(now: Assessment): NextAsked | undefined {
  const [picked] = now.queue;
  if (picked !== undefined) {
    const why = now.queue.length > 1 ? `${count(now.queue.length - 1, 'more skill')} marked` : '';
    return { skill: picked, why, picked: true };
  }
  if (now.target === undefined) return undefined;
  const ranked = questionsAbout(now, now.target);
  const [best] = ranked;
  if (best === undefined) return undefined;
  const left = questionsLeft(ranked);
  const goal = left > 0 ? ` · about ${count(left, 'question')} to ±${closeEnough}` : '';
  const why = `tells most about ${roleTitle(now, now.target)}: about ${points(best.moves)} points${goal}`;
  const { skill, group } = best;
  return { skill, why, picked: false, ...(group === undefined || now.askedGroups.has(group) ? {} : { group }) };
}

/** What would tell about a role and was not skipped, most telling first. */
export function questionsAbout(now: Assessment, role: number | undefined): NextQuestion[] {
  if (role === undefined) return [];
  const person = now.file.person();
  return rankQuestions(now.catalog, role, person.held, backgroundOf(person)).filter((one) => !now.skipped.has(one.skill));
}

/** Whether what is not said could hardly move the likely fit of a role. */
export function isCloseEnough(now: Assessment, role: number): boolean {
  return uncertaintyOf(questionsAbout(now, role)) <= closeEnough;
}

/** How somebody stands in a role: what is likely, and from where to where it can still move. */
export function standing(now: Assessment, role: number): string {
  const person = now.file.person();
  const { fit, high, likely } = judgePerson(now.catalog, person.held, backgroundOf(person)).fitOf(role);
  return `likely ${wholeScore(likely.score)} (${wholeScore(fit)}–${wholeScore(high)})`;
}

/** A role's title. */
export function roleTitle(now: Assessment, role: number): string {
  return textAt(now.catalog.roleTitles, role);
}
