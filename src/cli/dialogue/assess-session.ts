import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { textAt } from '../../core/catalog/text-table.ts';
import { alternativesOf } from '../../core/catalog/walk-requirements.ts';
import type { Level } from '../../core/model/scale.ts';
import { closeEnough } from '../../core/score/next-question.ts';
import { makeNameReader, readOneSkill } from '../../intake/names/read-name.ts';
import { count } from '../answers/fit-answer.ts';
import type { ProfileFile } from '../person/profile-file.ts';
import type { Asker, Reply } from './asker.ts';
import { groupQuestion, rateQuestion, skillQuestion, targetQuestion, wordQuestion } from './assess-questions.ts';
import { type Assessment, groupLabel, isCloseEnough, nextSkill, questionsAbout, roleTitle, standing } from './assess-state.ts';

export interface AssessResult {
  /** `interrupt`: Ctrl-C or a signal. */
  readonly end: 'done' | 'interrupt';
  /** Answers that were saved and not undone. */
  readonly answers: number;
  readonly target: number | undefined;
}

type Stage = 'target' | 'pick' | 'rate' | 'enough';
type After = Stage | 'done' | 'interrupt';

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
  let stage: After = given === undefined ? 'target' : 'pick';
  while (stage !== 'done' && stage !== 'interrupt') stage = await stages[stage](now);
  // Whoever only looks at a role, and leaves with Ctrl-C, aims where they did before.
  if (given !== undefined && stage === 'done') await file.save({ kind: 'target', role: given });
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
  now.queue = [...new Set([...reply.value.map((number) => question.skills[number] as number), ...wordsOf(now, reply)])];
  if (now.queue.length === 0 && now.target === undefined) return 'done';
  return 'rate';
}

/** Words of one's own: those that the rules of reading take for a skill are that skill. */
function wordsOf({ catalog }: Assessment, reply: Reply<unknown>): (number | string)[] {
  const words = reply.kind === 'answer' ? (reply.words ?? []) : [];
  return words.map((word) => {
    const skill = readOneSkill(makeNameReader(catalog), word);
    return skill >= 0 ? skill : word;
  });
}

async function askLevel(now: Assessment): Promise<After> {
  const next = nextSkill(now);
  if (next === undefined) return now.target === undefined ? 'pick' : 'enough';
  if (now.queue.length === 0 && now.target !== undefined && !now.enoughSaid && isCloseEnough(now, now.target)) return 'enough';
  if (next.group !== undefined) return askGroup(now, next.group, next.why);
  const { skill } = next;
  const question =
    typeof skill === 'string'
      ? wordQuestion(now.catalog, skill)
      : rateQuestion(now.catalog, now.file.person(), { ...next, skill, target: now.target });
  const reply = await now.asker.rate(question);
  switch (reply.kind) {
    case 'interrupt':
      return 'interrupt';
    case 'stop':
      return 'done';
    case 'back':
      return undoLast(now);
    case 'skip':
      if (typeof skill === 'number') now.skipped.add(skill);
      now.queue = now.queue.filter((one) => one !== skill);
      return 'rate';
    default:
      await answer(now, skill, reply.kind === 'answer' ? reply.value : reply.level);
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

async function answer(now: Assessment, skill: number | string, level: Level): Promise<void> {
  if (typeof skill === 'string') return answerWord(now, skill, level);
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

/** What the catalogue does not know counts in no fit, and stands in the profile all the same. */
async function answerWord(now: Assessment, word: string, level: Level): Promise<void> {
  const before = now.file.person().profile.skills.find((one) => one.input === word)?.level;
  const saved = await now.file.save({ kind: 'word', word, level });
  now.history.push({ skill: word, saved, undo: { kind: 'word', word, level: before } });
  now.queue = now.queue.filter((one) => one !== word);
  now.asker.say(`✔ "${word}" ${level} ${now.catalog.scale.levels[level]?.word ?? ''} · not in the catalogue: counts in no fit`);
}

async function undoLast(now: Assessment): Promise<After> {
  const last = now.history.pop();
  if (last === undefined) return 'pick';
  await now.file.undo(last.saved, last.undo);
  if (typeof last.skill === 'number') now.skipped.delete(last.skill);
  now.enoughSaid = false;
  now.queue = [last.skill, ...now.queue.filter((skill) => skill !== last.skill)];
  now.asker.say(`↶ ${typeof last.skill === 'string' ? `"${last.skill}"` : textAt(now.catalog.skillNames, last.skill)} undone`);
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
