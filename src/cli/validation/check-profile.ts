import type { OpenedCatalog } from '../../catalog/compiled-form.ts';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import { checkDates } from '../../intake/check-dates.ts';
import { readProfile } from '../../intake/read-profile.ts';
import { resolveProfile } from '../../intake/resolve-profile.ts';
import { makeSuggestIds } from '../../intake/suggest-ids.ts';

/**
 * All findings of one profile.
 *
 * @param shown the file's name in messages
 * @param latest the last day that it can be anywhere now, as year-month-day
 */
export function checkProfile(text: string, shown: string, { catalog }: OpenedCatalog, latest: string): Diagnostic[] {
  const { profile, diagnostics, placeOf } = readProfile(text, shown, catalog.scale);
  if (profile === undefined) return [...diagnostics];
  const resolved = resolveProfile(catalog, profile, makeSuggestIds(catalog)).diagnostics.map((one): Diagnostic => {
    if (one.place !== undefined || placeOf === undefined) return one;
    if (one.code === 'role-in-words') return { ...one, place: placeOf(['role']) };
    if (one.code !== 'unrecognised-role') return one;
    const target = profile.targets.indexOf(one.facts.input);
    return { ...one, place: placeOf(['targets', target]) };
  });
  return [...diagnostics, ...resolved, ...checkDates(profile, latest)];
}
