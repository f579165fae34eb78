// Reads the ratings: mean human ratings (1 to 5) of how feasible a move between two ESCO occupations is.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** ISCO-08 groups of information and communication technology. */
const isIct = (isco) => ['25', '133', '351'].some((prefix) => isco.startsWith(prefix));

export function readRatings(path) {
  return parse(readFileSync(path), { columns: true }).map((row) => ({
    from: row.origin_uri,
    to: row.destination_uri,
    rating: Number(row.mean_feasibility),
    nesta: row.nesta_w_optional === '' ? undefined : Number(row.nesta_w_optional),
    ict: isIct(row.origin_isco) && isIct(row.destination_isco),
  }));
}
