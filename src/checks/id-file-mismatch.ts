import type { Diagnostic } from '../core/model/diagnostic.ts';
import { atPlace } from './at-place.ts';
import type { Check } from './check.ts';

/** A file that holds one role is called after it. A file that is a list of roles may have any name. */
export const idFileMismatch: Check = {
  code: 'id-file-mismatch',
  why: 'Ids are what other files refer to. When a file is named differently, the next person edits the wrong role or defines it twice.',
  failing: { 'roles/developer.yaml': 'id: java-developer\ntitle: Java Developer\n' },
  passing: { 'roles/java-developer.yaml': 'id: java-developer\ntitle: Java Developer\n' },
  run(draft) {
    const found: Diagnostic[] = [];
    for (const entry of draft.roles) {
      if (entry.path.length > 0) continue;
      const { id } = entry.value;
      const name = entry.file.slice(entry.file.lastIndexOf('/') + 1);
      if (name.replace(/\.(?:ya?ml|json)$/i, '') === id) continue;
      found.push({ code: 'id-file-mismatch', facts: { id, name }, ...atPlace(draft, entry, ['id']) });
    }
    return found;
  },
};
