import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { textAt } from '../../core/catalog/text-table.ts';
import { wholeScore } from '../../core/score/fit.ts';
import type { JudgedFit } from '../../core/score/judge.ts';
import { csvLines } from '../../report/format-csv.ts';
import { toSafeJson } from '../../report/format-json.ts';
import type { RecordRow } from '../../report/report.ts';

export const fitsColumns = [
  'person',
  'role',
  'score',
  'exactScore',
  'rangeLow',
  'rangeHigh',
  'verdict',
  'likely',
  'likelyVerdict',
  'said',
  'use',
  'closeness',
  'essentialsMet',
  'essentialsTotal',
  'topGaps',
  'unrecognised',
  'digest',
] as const;

/** One role of one person. */
export interface FitsRow {
  readonly fit: JudgedFit;
  /** Requirements by number, those that cost most first. */
  readonly topGaps: readonly number[];
}

/** The rows of one person as text, each ended by a line break. */
export type FitsWriter = (person: string, unrecognised: readonly string[], rows: readonly FitsRow[]) => string;

/**
 * The id of a requirement: the skill's, or a group's own. Each is decoded once, and role entries only for groups.
 *
 * @param form what is kept of an id, in place of the id itself
 */
export function makeRequirementIds(
  catalog: Catalog,
  form: (id: string) => string = (id) => id,
): (requirement: number, role: number) => string {
  const { index } = catalog;
  const ofSkill: string[] = [];
  const ofGroup = new Map<number, string>();
  return (requirement, role) => {
    if (index.requirementNamed[requirement] === 1) {
      const known = ofGroup.get(requirement);
      if (known !== undefined) return known;
      const place = requirement - (index.requirementStart[role] as number);
      const made = form(catalog.role(role).requirements[place]?.id ?? '');
      ofGroup.set(requirement, made);
      return made;
    }
    const skill = index.alternativeSkill[index.alternativeStart[requirement] as number] as number;
    ofSkill[skill] ??= form(textAt(catalog.skillIds, skill));
    return ofSkill[skill] as string;
  };
}

/**
 * NDJSON as `toSafeJson` of each row would write it, put together from parts that repeat.
 *
 * @param digest of the catalog: rows that are kept tell from what data they came
 */
export function ndjsonWriter(catalog: Catalog, digest: string): FitsWriter {
  const gapOf = makeRequirementIds(catalog, toSafeJson);
  const roles: string[] = [];
  const end = `,"digest":${toSafeJson(digest)}}\n`;
  return (person, unrecognised, rows) => {
    const head = `{"person":${toSafeJson(person)},"role":`;
    const tail = `],"unrecognised":${unrecognised.length === 0 ? '[]' : toSafeJson(unrecognised)}${end}`;
    let text = '';
    for (const { fit, topGaps } of rows) {
      roles[fit.role] ??= toSafeJson(textAt(catalog.roleIds, fit.role));
      const exact = String(fit.fit);
      let named = '';
      for (const requirement of topGaps)
        named += named === '' ? gapOf(requirement, fit.role) : `,${gapOf(requirement, fit.role)}`;
      text +=
        `${head}${roles[fit.role]},"score":${wholeScore(fit.fit)},"exactScore":${exact},"range":[${exact},${fit.high}],` +
        `"verdict":"${fit.verdict}","likely":{"score":${fit.likely.score},"verdict":"${fit.likely.verdict}"},"said":${fit.likely.said},` +
        `"use":${fit.use},"closeness":${fit.closeness},` +
        `"essentials":{"met":${fit.essentialsMet},"total":${fit.essentialsTotal}},` +
        `"topGaps":[${named}${tail}`;
    }
    return text;
  };
}

export function csvWriter(catalog: Catalog, digest: string): FitsWriter {
  const idOf = makeRequirementIds(catalog);
  return (person, unrecognised, rows) =>
    csvLines(
      fitsColumns,
      rows.map(
        ({ fit, topGaps }): RecordRow => ({
          person,
          role: textAt(catalog.roleIds, fit.role),
          score: wholeScore(fit.fit),
          exactScore: fit.fit,
          rangeLow: fit.fit,
          rangeHigh: fit.high,
          verdict: fit.verdict,
          likely: fit.likely.score,
          likelyVerdict: fit.likely.verdict,
          said: fit.likely.said,
          use: fit.use,
          closeness: fit.closeness,
          essentialsMet: fit.essentialsMet,
          essentialsTotal: fit.essentialsTotal,
          topGaps: topGaps.map((requirement) => idOf(requirement, fit.role)),
          unrecognised,
          digest,
        }),
      ),
    );
}
