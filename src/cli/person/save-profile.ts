import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { severityOf } from '../../core/model/diagnostic.ts';
import type { SkillProfile } from '../../core/model/model.ts';
import { editProfile, type ProfileChange } from '../../intake/edit-profile.ts';
import { readProfile } from '../../intake/read-profile.ts';
import { exitCodes, Failure } from '../shell/failure.ts';
import { rewriteFile } from '../shell/rewrite-file.ts';
import type { ProfilePlace } from './profile-place.ts';

/** The text of a profile before and after a save. */
export interface SavedProfile {
  readonly before: string;
  readonly after: string;
}

/**
 * Changes a profile in its file, at once and whole, under its lock. When this returns, the change outlasts a crash.
 *
 * @param day the day that levels are said on
 * @throws `Failure`: 3 when the file is no profile that can be edited, 74 when it cannot be saved
 */
export function saveProfile(
  place: ProfilePlace,
  catalog: Catalog,
  changes: readonly ProfileChange[],
  day: string,
): Promise<SavedProfile> {
  return rewriteProfile(place, (text) => {
    profileWithoutErrors(text, place.shown, catalog);
    return editProfile(text, catalog, changes, day);
  });
}

/** The profile that a text holds; a `Failure` (3) when it has errors. */
export function profileWithoutErrors(text: string, shown: string, { scale }: Catalog): SkillProfile {
  const { profile, diagnostics } = readProfile(text, shown, scale);
  const errors = diagnostics.filter((diagnostic) => severityOf(diagnostic) === 'error');
  if (profile === undefined || errors.length > 0) throw new Failure(exitCodes.input, errors);
  return profile;
}

/** Undoes a save: the text is as before it, or, when somebody changed the file since, `undo` is made on what is there now. */
export function undoSave(
  place: ProfilePlace,
  catalog: Catalog,
  saved: SavedProfile,
  undo: readonly ProfileChange[],
  day: string,
): Promise<SavedProfile> {
  return rewriteProfile(place, (text) => (text === saved.after ? saved.before : editProfile(text, catalog, undo, day)));
}

/** Edits a profile in its file, under its lock. What cannot be read, edited or saved is a `Failure`. */
export async function rewriteProfile(place: ProfilePlace, edit: (text: string) => string): Promise<SavedProfile> {
  let before = '';
  const { text } = await rewriteFile(place.path, place.shown, (found) => {
    before = found;
    return edit(found);
  });
  return { before, after: text };
}
