import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { textAt } from '../../core/catalog/text-table.ts';
import type { Level } from '../../core/model/scale.ts';
import { assessRole, wholeScore } from '../../core/score/fit.ts';
import { closeEnough, questionsLeft, rangeWidth, rankQuestions } from '../../core/score/next-question.ts';
import type { ProfileChange } from '../../intake/edit-profile.ts';
import { count } from '../answers/fit-answer.ts';
import type { ProfileFile } from '../person/profile-file.ts';
import type { SavedProfile } from '../person/save-profile.ts';
import type { Asker, ListQuestion } from './asker.ts';
import { rateQuestion, skillQuestion, targetQuestion } from './assess-questions.ts';

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

/**
 * The assessment: a target, the skills that come to mind, then again and again the skill whose answer narrows the target's
 * range most. Every answer is saved before the next question; undo goes back one answer, and then one stage.
 */
export async function runAssessment(
  catalog: Catalog,
  file: ProfileFile,
  asker: Asker,
  given: number | undefined,
): Promise<AssessResult> {
  const history: Answered[] = [];
  const skipped = new Set<number>();
  /** Skills to rate before any other. */
  let queue: number[] = [];
  let target = given;
  let enoughSaid = false;
  const stages: Readonly<Record<Stage, () => Promise<After>>> = {
    target: askTarget,
    pick: askSkills,
    rate: askLevel,
    enough: askEnough,
  };
  if (given !== undefined) await file.save({ kind: 'target', role: given });

  let stage: After = given === undefined ? 'target' : 'pick';
  while (stage !== 'done' && stage !== 'interrupt') stage = await stages[stage]();
  return { end: stage, answers: new Set(history.map((one) => one.skill)).size, target };

  async function askTarget(): Promise<After> {
    const question = targetQuestion(catalog, file.person());
    const reply = await asker.choose(question);
    if (reply.kind === 'interrupt') return 'interrupt';
    if (reply.kind !== 'answer') return 'done';
    target = question.roles[reply.value];
    if (target !== undefined) {
      await file.save({ kind: 'target', role: target });
      asker.say(`Target: ${roleTitle(target)}, now ${range(target)}`);
    }
    return 'pick';
  }

  async function askSkills(): Promise<After> {
    const known = file.person().declarations.length > 0;
    const title = known ? 'Which more skills do you know, or know better now?' : 'Which of these do you know?';
    const question = skillQuestion(catalog, file.person(), target, title);
    const reply = await asker.pick(question);
    if (reply.kind === 'interrupt') return 'interrupt';
    if (reply.kind === 'back') return given === undefined ? 'target' : 'done';
    if (reply.kind !== 'answer') return 'done';
    queue = reply.value.map((number) => question.skills[number] as number);
    if (queue.length === 0 && target === undefined) return 'done';
    return 'rate';
  }

  async function askLevel(): Promise<After> {
    const next = nextSkill();
    if (next === undefined) return target === undefined ? 'pick' : 'enough';
    if (queue.length === 0 && target !== undefined && !enoughSaid && isCloseEnough(target)) return 'enough';
    const reply = await asker.rate(rateQuestion(catalog, file.person(), { ...next, target }));
    switch (reply.kind) {
      case 'interrupt':
        return 'interrupt';
      case 'stop':
        return 'done';
      case 'back':
        return undoLast();
      case 'skip':
        skipped.add(next.skill);
        queue = queue.filter((skill) => skill !== next.skill);
        return 'rate';
      default:
        await answer(next.skill, reply.kind === 'answer' ? reply.value : reply.level);
        return 'rate';
    }
  }

  /** The picked skills first; then what tells most about the target. */
  function nextSkill(): { skill: number; why: string } | undefined {
    const [picked] = queue;
    if (picked !== undefined)
      return { skill: picked, why: queue.length > 1 ? `${count(queue.length - 1, 'more skill')} marked` : '' };
    if (target === undefined) return undefined;
    const { held } = file.person();
    const ranked = rankQuestions(catalog, target, held).filter((one) => !skipped.has(one.skill));
    const [best] = ranked;
    if (best === undefined) return undefined;
    const left = questionsLeft(catalog, target, held, ranked);
    const goal = left > 0 ? ` · at most ${count(left, 'question')} to ±${closeEnough}` : '';
    return { skill: best.skill, why: `tells most about ${roleTitle(target)}${goal}` };
  }

  async function answer(skill: number, level: Level): Promise<void> {
    const before = file.person().declarations.find((one) => one.skill === skill)?.level;
    const fitBefore = target === undefined ? '' : range(target);
    const saved = await file.save({ kind: 'skill', skill, level });
    history.push({ skill, saved, undo: { kind: 'skill', skill, level: before } });
    queue = queue.filter((one) => one !== skill);
    const said = `✔ ${textAt(catalog.skillNames, skill)} ${level} ${catalog.scale.levels[level]?.word ?? ''}`;
    const moved = target === undefined || fitBefore === range(target) ? '' : `   ${fitBefore} → ${range(target)}`;
    asker.say(said + moved);
  }

  async function undoLast(): Promise<After> {
    const last = history.pop();
    if (last === undefined) return 'pick';
    await file.undo(last.saved, last.undo);
    skipped.delete(last.skill);
    enoughSaid = false;
    queue = [last.skill, ...queue.filter((skill) => skill !== last.skill)];
    asker.say(`↶ ${textAt(catalog.skillNames, last.skill)} undone`);
    return 'rate';
  }

  async function askEnough(): Promise<After> {
    enoughSaid = true;
    const more =
      target === undefined
        ? 0
        : rankQuestions(catalog, target, file.person().held).filter((one) => !skipped.has(one.skill)).length;
    const choices: { label: string; hint: string; after: After }[] = [
      { label: 'That is enough', hint: '', after: 'done' },
      ...(more > 0 ? [{ label: 'Go on asking', hint: `${count(more, 'question')} left`, after: 'rate' } as const] : []),
      { label: 'Search for more skills', hint: '', after: 'pick' },
    ];
    const reply = await asker.choose({ ...enoughQuestion(more), choices: choices, find: () => choices.map((_, i) => i) });
    if (reply.kind === 'interrupt') return 'interrupt';
    if (reply.kind === 'back') return undoLast();
    return reply.kind === 'answer' ? (choices[reply.value]?.after ?? 'done') : 'done';
  }

  function enoughQuestion(more: number): Omit<ListQuestion, 'choices' | 'find'> {
    const where = target === undefined ? '' : `${roleTitle(target)}: ${range(target)}`;
    const title = more > 0 ? `${where}. That is within ±${closeEnough}.` : `${where}. Nothing is left to ask about it.`;
    return { title, above: [], start: 0, levels: 0, escape: 'back' };
  }

  function isCloseEnough(role: number): boolean {
    return rangeWidth(catalog, role, file.person().held) <= 2 * closeEnough;
  }

  function range(role: number): string {
    const { fit, high } = assessRole(catalog, role, file.person().held);
    return `${wholeScore(fit)}–${wholeScore(high)}`;
  }

  function roleTitle(role: number): string {
    return textAt(catalog.roleTitles, role);
  }
}
