import { type Catalog, notGeneral } from '../../core/catalog/catalog-index.ts';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import { usualLevel } from '../../core/score/estimate.ts';
import type { Judge } from '../../core/score/judge.ts';

/** A list looks too high where at least so many skills, and at least this share of all, are said so many levels above what is usual. */
const high = { skills: 4, share: 0.5, above: 2 } as const;

/** Taxonomies say neither what usually comes with what, nor what grows with years of work: nothing can be estimated over them. */
function estimatesAnything({ index }: Catalog): boolean {
  return index.usuallySkill.length > 0 || index.skillGeneral.some((offset) => offset !== notGeneral);
}

/** What an estimate was made without, and where it does not follow what is said. */
export function estimateNotes(catalog: Catalog, { held, estimate, background }: Judge): Diagnostic[] {
  const said = held.touched.filter((skill) => held.said[skill] === 1);
  if (said.length === 0) return [];
  if (!estimatesAnything(catalog)) return [{ code: 'nothing-estimated', facts: {} }];
  if (estimate.yearsFrom !== 'said') {
    const from = estimate.yearsFrom === 'job' ? (background.job ?? '') : '';
    return [{ code: 'years-unknown', facts: { assumed: estimate.years, job: from } }];
  }
  const usual = usualLevel(catalog.scale.likely, estimate.years);
  const above = said.filter((skill) => (held.declared[skill] as number) >= usual + high.above);
  if (above.length < high.skills || above.length < said.length * high.share) return [];
  return [{ code: 'looks-high', facts: { skills: above.length, of: said.length, years: estimate.years } }];
}
