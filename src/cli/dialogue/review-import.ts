import { resolve } from 'node:path';
import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { readTextFile } from '../../documents/read-file.ts';
import type { ImportedProfile } from '../../intake/import/resolve-import.ts';
import { planMerge } from '../../intake/merge-findings.ts';
import { count } from '../answers/fit-answer.ts';
import { profileWithoutErrors } from '../person/save-profile.ts';
import type { Invocation, Session } from '../shell/command.ts';
import { type ExitCode, exitCodes } from '../shell/failure.ts';
import { openConversation } from './open-asker.ts';
import { applyReview, reviewRows } from './review-rows.ts';

/** What is reviewed, and where it goes. */
export interface ReviewedImport {
  readonly catalog: Catalog;
  readonly imported: ImportedProfile;
  /** As messages name the document. */
  readonly file: string;
  /** The profile to write; without one the answer is printed. */
  readonly into: string | undefined;
}

/** Whether a person sits there who can look findings over, and did not say that nothing is to be asked, or how it is to be printed. */
export function canReview({ io }: Session, { options }: Invocation): boolean {
  const isSettled =
    options['yes'] === true || options['input'] === false || options['format'] !== undefined || options['output'] !== undefined;
  return !isSettled && io.stdout.isTTY && io.terminal?.() !== undefined;
}

/**
 * Lets a person look over what was read, a finding a line, before anything is written. Gives what is left of it, or the exit
 * code of a review that was ended without a yes.
 */
export async function reviewImport(
  session: Session,
  invocation: Invocation,
  { catalog, imported, file, into }: ReviewedImport,
): Promise<{ readonly imported: ImportedProfile; readonly wasAsked: boolean } | { readonly ended: ExitCode }> {
  const changes = into === undefined ? undefined : plannedChanges(session, catalog, imported, into);
  const found = reviewRows(catalog, imported, changes);
  if (found.length === 0) return { imported, wasAsked: false };
  const conversation = await openConversation(session, invocation, 'import');
  const { asker } = conversation;
  try {
    const known = changes === undefined ? 0 : imported.skills.length - changes.size;
    const reply = await asker.review({
      title: [
        `${file}: ${count(imported.skills.length, 'skill')} found`,
        ...(imported.unrecognised.length === 0 ? [] : [`${count(imported.unrecognised.length, 'name')} unknown`]),
        ...(known === 0 ? [] : [`${known} in ${into} already`]),
      ].join(', '),
      rows: found.map((one) => one.row),
      words: catalog.scale.levels.map((level) => level.word),
      enter: into === undefined ? 'prints the profile' : `writes ${into}`,
    });
    if (reply.kind === 'answer') return { imported: applyReview(imported, found, reply.value), wasAsked: true };
    asker.say('Nothing was written.');
    return { ended: reply.kind === 'interrupt' ? conversation.interruptCode() : exitCodes.fine };
  } finally {
    conversation.close();
  }
}

/** The level that the profile has of each skill that a merge would add or raise; nothing of those that it lacks. */
function plannedChanges(
  { io }: Session,
  catalog: Catalog,
  imported: ImportedProfile,
  into: string,
): ReadonlyMap<number, number | undefined> {
  const read = readTextFile(resolve(io.cwd, into), into);
  // What keeps a file from being read is told where it is written.
  const text = 'text' in read ? read.text : '';
  const skills = imported.skills.map((one) => ({ ...one, evidence: '' }));
  const planned = planMerge(catalog, profileWithoutErrors(text, into, catalog), { skills, assessedBy: 'document' });
  return new Map(planned.map(({ skill, from }) => [skill, from]));
}
