import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { readTextFile } from '../../documents/read-file.ts';
import type { ProfileChange } from '../../intake/edit-profile.ts';
import { type Person, resolveProfile } from '../../intake/resolve-profile.ts';
import { makeSuggestIds } from '../../intake/suggest-ids.ts';
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
  const read = readTextFile(place.path, place.shown);
  if ('diagnostic' in read && read.diagnostic.code !== 'file-missing') throw new Failure(exitCodes.input, [read.diagnostic]);
  let person = personOf('text' in read ? read.text : '');
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

  function personOf(text: string): Person {
    return resolveProfile(catalog, profileWithoutErrors(text, place.shown, catalog), suggest);
  }
}
