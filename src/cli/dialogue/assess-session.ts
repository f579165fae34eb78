import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { textAt } from '../../core/catalog/text-table.ts';
import { alternativesOf } from '../../core/catalog/walk-requirements.ts';
import type { Level } from '../../core/model/scale.ts';
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
import { groupQuestion, rateQuestion, skillQuestion, targetQuestion } from './assess-questions.ts';

/** One answer that was saved, and what undoes it. */
interface Answered {
  readonly skill: number;
  readonly saved: SavedProfile;
  readonly undo: ProfileChange;
}

export interface AssessResult {
  /** `interrupt`: Ctrl-C or a signal. */
  readonly end: 'done' | 'interrupt';
  /** Answers that were saved and not undone. */
  readonly answers: number;
  readonly target: number | undefined;
}

type Stage = 'target' | 'pick' | 'rate' | 'enough';
type After = Stage | 'done' | 'interrupt';

/** Where an assessment stands. */
interface Assessment {
  readonly catalog: Catalog;
  readonly file: ProfileFile;
  readonly asker: Asker;
  /** The target that the command line names. */
  readonly given: number | undefined;
  readonly history: Answered[];
  readonly skipped: Set<number>;
  /** Groups of alternatives that were asked about, as requirements' numbers. */
  readonly askedGroups: Set<number>;
  /** Skills to rate before any other. */
  queue: readonly number[];
  target: number | undefined;
  enoughSaid: boolean;
}

const stages: Readonly<Record<Stage, (now: Assessment) => Promise<After>>> = {
  target: askTarget,
  pick: askSkills,
  rate: askLevel,
  enough: askEnough,
};

/**
 * The assessment: a target, the skills that come to mind, then again and again the skill whose answer moves the target's
 * likely fit most. Every answer is saved before the next question; undo goes back one answer, and then one stage.
 */
export async function runAssessment(
  catalog: Catalog,
  file: ProfileFile,
  asker: Asker,
  given: number | undefined,
): Promise<AssessResult> {
  const state = {
    history: [],
    skipped: new Set<number>(),
    askedGroups: new Set<number>(),
    queue: [],
    target: given,
    enoughSaid: false,
  };
  const now: Assessment = { catalog, file, asker, given, ...state };
  if (given !== undefined) await file.save({ kind: 'target', role: given });
  let stage: After = given === undefined ? 'target' : 'pick';
  while (stage !== 'done' && stage !== 'interrupt') stage = await stages[stage](now);
  return { end: stage, answers: new Set(now.history.map((one) => one.skill)).size, target: now.target };
}

async function askTarget(now: Assessment): Promise<After> {
  const question = targetQuestion(now.catalog, now.file.person());
  const reply = await now.asker.choose(question);
  if (reply.kind === 'interrupt') return 'interrupt';
  if (reply.kind !== 'answer') return 'done';
  now.target = question.roles[reply.value];
  if (now.target !== undefined) {
    await now.file.save({ kind: 'target', role: now.target });
    now.asker.say(`Target: ${roleTitle(now, now.target)}, now ${standing(now, now.target)}`);
  }
  return 'pick';
}

async function askSkills(now: Assessment): Promise<After> {
  const known = now.file.person().declarations.length > 0;
  const title = known ? 'Which more skills do you know, or know better now?' : 'Which of these do you know?';
  const question = skillQuestion(now.catalog, now.file.person(), now.target, title);
  const reply = await now.asker.pick(question);
  if (reply.kind === 'interrupt') return 'interrupt';
  if (reply.kind === 'back') return now.given === undefined ? 'target' : 'done';
  if (reply.kind !== 'answer') return 'done';
  now.queue = reply.value.map((number) => question.skills[number] as number);
  if (now.queue.length === 0 && now.target === undefined) return 'done';
  return 'rate';
}

async function askLevel(now: Assessment): Promise<After> {
  const next = nextSkill(now);
  if (next === undefined) return now.target === undefined ? 'pick' : 'enough';
  if (now.queue.length === 0 && now.target !== undefined && !now.enoughSaid && isCloseEnough(now, now.target)) return 'enough';
  if (next.group !== undefined) return askGroup(now, next.group, next.why);
  const question = rateQuestion(now.catalog, now.file.person(), { ...next, target: now.target });
  const reply = await now.asker.rate(question);
  switch (reply.kind) {
    case 'interrupt':
      return 'interrupt';
    case 'stop':
      return 'done';
    case 'back':
      return undoLast(now);
    case 'skip':
      now.skipped.add(next.skill);
      now.queue = now.queue.filter((skill) => skill !== next.skill);
      return 'rate';
    default:
      await answer(now, next.skill, reply.kind === 'answer' ? reply.value : reply.level);
      return 'rate';
  }
}

/** A group of alternatives of which nothing is said: which of them somebody knows; those are rated next. */
async function askGroup(now: Assessment, group: number, why: string): Promise<After> {
  const { catalog } = now;
  const skills = [...alternativesOf(catalog.index, group)].map((one) => catalog.index.alternativeSkill[one] as number);
  const reply = await now.asker.pick(groupQuestion(catalog, skills, groupLabel(now, group), why));
  if (reply.kind === 'interrupt') return 'interrupt';
  if (reply.kind === 'back') return undoLast(now);
  if (reply.kind === 'stop') return 'done';
  now.askedGroups.add(group);
  const picked = reply.kind === 'answer' ? reply.value.map((number) => skills[number] as number) : [];
  for (const skill of skills) if (!picked.includes(skill)) now.skipped.add(skill);
  now.queue = picked;
  return 'rate';
}

function groupLabel({ catalog, target }: Assessment, group: number): string {
  if (target === undefined) return '';
  const place = group - (catalog.index.requirementStart[target] as number);
  const requirement = catalog.role(target).requirements[place];
  return requirement === undefined ? '' : requirementLabel(catalog, requirement);
}

interface NextAsked {
  readonly skill: number;
  readonly why: string;
  /** Marked by the person, rather than chosen for what it tells. */
  readonly picked: boolean;
  /** The group to ask about before any skill of it. */
  readonly group?: number;
}

/** The picked skills first; then what tells most about the target. */
function nextSkill(now: Assessment): NextAsked | undefined {
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

async function answer(now: Assessment, skill: number, level: Level): Promise<void> {
  const before = now.file.person().declarations.find((one) => one.skill === skill)?.level;
  const fitBefore = now.target === undefined ? '' : standing(now, now.target);
  const saved = await now.file.save({ kind: 'skill', skill, level });
  now.history.push({ skill, saved, undo: { kind: 'skill', skill, level: before } });
  now.queue = now.queue.filter((one) => one !== skill);
  const said = `✔ ${textAt(now.catalog.skillNames, skill)} ${level} ${now.catalog.scale.levels[level]?.word ?? ''}`;
  const moved =
    now.target === undefined || fitBefore === standing(now, now.target) ? '' : `   ${fitBefore} → ${standing(now, now.target)}`;
  now.asker.say(said + moved);
}

async function undoLast(now: Assessment): Promise<After> {
  const last = now.history.pop();
  if (last === undefined) return 'pick';
  await now.file.undo(last.saved, last.undo);
  now.skipped.delete(last.skill);
  now.enoughSaid = false;
  now.queue = [last.skill, ...now.queue.filter((skill) => skill !== last.skill)];
  now.asker.say(`↶ ${textAt(now.catalog.skillNames, last.skill)} undone`);
  return 'rate';
}

async function askEnough(now: Assessment): Promise<After> {
  now.enoughSaid = true;
  const more = questionsAbout(now, now.target).length;
  const where = now.target === undefined ? '' : `${roleTitle(now, now.target)}: ${standing(now, now.target)}`;
  const choices: { label: string; hint: string; after: After }[] = [
    { label: 'That is enough', hint: '', after: 'done' },
    ...(more > 0 ? [{ label: 'Go on asking', hint: `${count(more, 'question')} left`, after: 'rate' } as const] : []),
    { label: 'Search for more skills', hint: '', after: 'pick' },
  ];
  const reply = await now.asker.choose({
    title: more > 0 ? `${where}. That is within ±${closeEnough}.` : `${where}. Nothing is left to ask about it.`,
    above: [],
    choices,
    find: () => choices.map((_, i) => i),
    start: 0,
    levels: 0,
    escape: 'back',
  });
  if (reply.kind === 'interrupt') return 'interrupt';
  if (reply.kind === 'back') return undoLast(now);
  return reply.kind === 'answer' ? (choices[reply.value]?.after ?? 'done') : 'done';
}

/** What would tell about a role and was not skipped, most telling first. */
function questionsAbout(now: Assessment, role: number | undefined): NextQuestion[] {
  if (role === undefined) return [];
  const person = now.file.person();
  return rankQuestions(now.catalog, role, person.held, backgroundOf(person)).filter((one) => !now.skipped.has(one.skill));
}

function isCloseEnough(now: Assessment, role: number): boolean {
  return uncertaintyOf(questionsAbout(now, role)) <= closeEnough;
}

function standing(now: Assessment, role: number): string {
  const person = now.file.person();
  const { fit, high, likely } = judgePerson(now.catalog, person.held, backgroundOf(person)).fitOf(role);
  return `likely ${wholeScore(likely.score)} (${wholeScore(fit)}–${wholeScore(high)})`;
}

function roleTitle(now: Assessment, role: number): string {
  return textAt(now.catalog.roleTitles, role);
}
