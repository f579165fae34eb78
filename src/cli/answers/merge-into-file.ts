import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { textAt } from '../../core/catalog/text-table.ts';
import { makeVisible } from '../../core/model/visible-text.ts';
import { readTextFile } from '../../documents/read-file.ts';
import { EditRefused } from '../../documents/yaml-source.ts';
import { mergeFindings, type PersonFindings, planMerge } from '../../intake/merge-findings.ts';
import { dayOf } from '../../report/calendar-day.ts';
import type { Block } from '../../report/report.ts';
import { profileWithoutErrors, rewriteProfile } from '../person/save-profile.ts';
import type { Invocation, Session } from '../shell/command.ts';
import { exitCodes, Failure, usageFailure } from '../shell/failure.ts';
import type { Terminal } from '../shell/io.ts';
import { count } from './fit-answer.ts';

export interface Merged {
  readonly blocks: readonly Block[];
  readonly merged: {
    readonly file: string;
    readonly saved: boolean;
    readonly changes: readonly { id: string; from: number | null; to: number }[];
  };
}

/**
 * Merges what a document or a tree shows into a profile's file: shows the difference on standard error, asks, and saves. Nothing
 * is saved without a yes; `isAgreed`: it was given, in a review that showed more than the difference does.
 */
export async function mergeIntoFile(
  { io }: Session,
  { options }: Invocation,
  catalog: Catalog,
  findings: PersonFindings,
  into: string,
  { isAgreed = false } = {},
): Promise<Merged> {
  const path = resolve(io.cwd, into);
  const today = dayOf(io.now());
  const merge = (text: string): string =>
    mergeFindings(text, catalog, profileWithoutErrors(text, into, catalog), findings, today);
  const read = readTextFile(path, into);
  if ('diagnostic' in read && read.diagnostic.code !== 'file-missing') throw new Failure(exitCodes.input, [read.diagnostic]);
  const before = 'text' in read ? read.text : '';
  if (findings.skills.length === 0) return answer(false, `Nothing was found that could go into ${into}; it is as it was.`);
  const after = refusable(() => merge(before), into);
  const changes = changesOf(before);
  if (after === before) return answer(false, `${into} says all of this already; nothing was written.`);
  if (!isAgreed) {
    const diff = diffLines(before, after);
    await io.stderr.write(diff.map(({ sign, text }) => `${sign} ${makeVisible(text)}\n`).join(''));
    const terminal = options['input'] === false ? undefined : io.terminal?.();
    if (options['yes'] !== true && !(await agrees(terminal))) return answer(false, 'Nothing was written.');
  }
  // Merged again under the file's lock: what somebody saved meanwhile is kept.
  await rewriteProfile({ path, shown: into, exists: before !== '' }, merge);
  const raised = changes.filter((change) => change.from !== null).length;
  return answer(true, `Saved in ${into}: ${count(changes.length - raised, 'skill')} added, ${raised} raised.`);

  function changesOf(text: string): Merged['merged']['changes'] {
    const merged = planMerge(catalog, profileWithoutErrors(text, into, catalog), findings);
    return merged.map(({ skill, from, to }) => ({ id: textAt(catalog.skillIds, skill), from: from ?? null, to }));
  }

  function answer(saved: boolean, text: string): Merged {
    return {
      blocks: [{ kind: 'text', text, tone: saved ? 'good' : 'plain' }],
      merged: { file: into, saved, changes: saved ? changes : [] },
    };
  }
}

async function agrees(terminal: Terminal | undefined): Promise<boolean> {
  if (terminal === undefined) throw usageFailure('--into asks before it writes, and there is no terminal to ask on', 'add --yes');
  const prompt = createInterface({ input: terminal.input, output: terminal.output });
  let interrupted = false;
  prompt.on('SIGINT', () => {
    interrupted = true;
    prompt.close();
  });
  try {
    const reply = await Promise.race([
      prompt.question('Write this? [y/N] '),
      new Promise<string>((done) => prompt.once('close', () => done(''))),
    ]);
    if (interrupted) throw new Failure(exitCodes.interrupted, []);
    return /^y(?:es)?$/i.test(reply.trim());
  } finally {
    prompt.close();
  }
}

function refusable(make: () => string, file: string): string {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof EditRefused)) throw error;
    throw new Failure(exitCodes.input, [{ code: 'edit-refused', facts: { reason: error.message }, file }]);
  }
}

/** One line of a difference: kept lines are left out but for their neighbours. */
export interface DiffLine {
  readonly sign: '+' | '-' | ' ';
  readonly text: string;
}

/** The lines that differ between two texts, when one came from the other by adding and changing lines, each with one kept line around. */
export function diffLines(before: string, after: string): DiffLine[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    if (i < old.length && old[i] === now[j]) {
      lines.push({ sign: ' ', text: old[i] as string });
      i++;
      j++;
      continue;
    }
    const next = i < old.length ? now.indexOf(old[i] as string, j) : now.length;
    const isChanged = next < 0;
    if (isChanged) lines.push({ sign: '-', text: old[i++] as string });
    else while (j < next) lines.push({ sign: '+', text: now[j++] as string });
    if (isChanged && j < now.length && !old.includes(now[j] as string, i)) lines.push({ sign: '+', text: now[j++] as string });
  }
  return lines.filter(
    (line, at) => line.sign !== ' ' || [lines[at - 1], lines[at + 1]].some((near) => near !== undefined && near.sign !== ' '),
  );
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}
