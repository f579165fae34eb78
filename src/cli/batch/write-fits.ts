import type { Catalog } from '../../core/catalog-index.ts';
import { type RoleFit, wholeScore } from '../../core/fit.ts';
import { textAt } from '../../core/text-table.ts';
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
  'essentialsMet',
  'essentialsTotal',
  'topGaps',
  'unrecognised',
] as const;

/** One role of one person. */
export interface FitsRow {
  readonly fit: RoleFit;
  /** Requirements by number, those that cost most first. */
  readonly topGaps: readonly number[];
}

/** Turns rows of a batch into text. */
export interface FitsWriter {
  readonly write: (person: string, unrecognised: readonly string[], rows: readonly FitsRow[]) => void;
  /** What was written since the last call. */
  readonly take: () => string;
}

/** The id of a requirement: the skill's, or a group's own. Role entries are decoded only for groups. */
export function makeRequirementIds(catalog: Catalog): (requirement: number, role: number) => string {
  const { index } = catalog;
  const known: (string | undefined)[] = [];
  return (requirement, role) => {
    const found = known[requirement];
    if (found !== undefined) return found;
    const first = index.requirementStart[role] as number;
    const id =
      index.requirementNamed[requirement] === 1
        ? (catalog.role(role).requirements[requirement - first]?.id ?? '')
        : textAt(catalog.skillIds, index.alternativeSkill[index.alternativeStart[requirement] as number] as number);
    known[requirement] = id;
    return id;
  };
}

/** NDJSON as `toSafeJson` of each row would write it, put together from parts that repeat. */
export function ndjsonWriter(catalog: Catalog): FitsWriter {
  const idOf = makeRequirementIds(catalog);
  const roles: string[] = [];
  const gaps: string[] = [];
  let text = '';
  const gapOf = (requirement: number, role: number): string => {
    gaps[requirement] ??= toSafeJson(idOf(requirement, role));
    return gaps[requirement] as string;
  };
  return {
    write(person, unrecognised, rows) {
      const head = `{"person":${toSafeJson(person)},"role":`;
      const tail = `],"unrecognised":${unrecognised.length === 0 ? '[]' : toSafeJson(unrecognised)}}\n`;
      for (const { fit, topGaps } of rows) {
        roles[fit.role] ??= toSafeJson(textAt(catalog.roleIds, fit.role));
        const exact = String(fit.fit);
        let named = '';
        for (const requirement of topGaps)
          named += named === '' ? gapOf(requirement, fit.role) : `,${gapOf(requirement, fit.role)}`;
        text +=
          `${head}${roles[fit.role]},"score":${wholeScore(fit.fit)},"exactScore":${exact},"range":[${exact},${fit.high}],` +
          `"verdict":"${fit.verdict}","essentials":{"met":${fit.essentialsMet},"total":${fit.essentialsTotal}},` +
          `"topGaps":[${named}${tail}`;
      }
    },
    take() {
      const taken = text;
      text = '';
      return taken;
    },
  };
}

export function csvWriter(catalog: Catalog): FitsWriter {
  const idOf = makeRequirementIds(catalog);
  let rows: RecordRow[] = [];
  return {
    write(person, unrecognised, fits) {
      for (const { fit, topGaps } of fits) {
        rows.push({
          person,
          role: textAt(catalog.roleIds, fit.role),
          score: wholeScore(fit.fit),
          exactScore: fit.fit,
          rangeLow: fit.fit,
          rangeHigh: fit.high,
          verdict: fit.verdict,
          essentialsMet: fit.essentialsMet,
          essentialsTotal: fit.essentialsTotal,
          topGaps: topGaps.map((requirement) => idOf(requirement, fit.role)),
          unrecognised,
        });
      }
    },
    take() {
      const text = csvLines(fitsColumns, rows);
      rows = [];
      return text;
    },
  };
}
