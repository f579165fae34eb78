import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { readTextFile } from '../../documents/read-file.ts';
import type { ProfileChange } from '../../intake/edit-profile.ts';
import { type Person, resolveProfile } from '../../intake/resolve-profile.ts';
import { makeSuggestIds, type SuggestIds } from '../../intake/suggest-ids.ts';
import { exitCodes, Failure } from '../shell/failure.ts';
import type { ProfilePlace } from './profile-place.ts';
import { profileWithoutErrors, type SavedProfile, saveProfile, undoSave } from './save-profile.ts';

/** A profile in its file, as it is while somebody answers questions: each change is on the disk when its call returns. */
export interface ProfileFile {
  readonly place: ProfilePlace;
  readonly person: () => Person;
  readonly save: (change: ProfileChange) => Promise<SavedProfile>;
  readonly undo: (saved: SavedProfile, change: ProfileChange) => Promise<void>;
}

/**
 * Opens a profile for changes; one that does not exist yet is empty. Throws a `Failure` when it cannot be read.
 *
 * @param today the day, which changed levels carry
 */
export function openProfileFile(place: ProfilePlace, catalog: Catalog, today: () => string): ProfileFile {
  const suggest = makeSuggestIds(catalog);
  const personOf = (text: string): Person => personIn(text, place, catalog, suggest);
  let person = personOf(readProfileFile(place));
  return {
    place,
    person: () => person,
    async save(change) {
      const saved = await saveProfile(place, catalog, [change], today());
      person = personOf(saved.after);
      return saved;
    },
    async undo(saved, change) {
      person = personOf((await undoSave(place, catalog, saved, [change], today())).after);
    },
  };
}

/** The text of a profile that is to be changed; empty where there is none yet. A `Failure` (3) when it cannot be read. */
export function readProfileFile(place: ProfilePlace): string {
  const read = readTextFile(place.path, place.shown);
  if ('text' in read) return read.text;
  if (read.diagnostic.code === 'file-missing') return '';
  throw new Failure(exitCodes.input, [read.diagnostic]);
}

/** Whom the text of a profile is about; a `Failure` (3) when it has errors. */
export function personIn(text: string, place: ProfilePlace, catalog: Catalog, suggest: SuggestIds): Person {
  return resolveProfile(catalog, profileWithoutErrors(text, place.shown, catalog), suggest);
}
