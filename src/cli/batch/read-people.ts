import type { Catalog } from '../../core/catalog/catalog-index.ts';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import { normaliseLabel } from '../../core/model/label.ts';
import { makeNameReader } from '../../intake/names/read-name.ts';
import type { PersonRow, TableRow } from '../../intake/people/batch-rows.ts';
import { makeTableTools } from '../../intake/people/make-table-tools.ts';
import { makeTally } from '../../intake/people/people-account.ts';
import { readNdjsonLines } from '../../intake/people/read-records.ts';
import type { AskedColumns } from '../../intake/people/table-tools.ts';
import type { Io } from '../shell/io.ts';
import { shownName } from '../shell/read-input.ts';
import { makeBatchAccount } from './batch-account.ts';
import { readPeopleBlocks } from './people-blocks.ts';
import { findPeopleFiles, type InputFormat } from './people-files.ts';
import { makeCvReader } from './read-cv.ts';

/** How people are read that are all held in memory. */
export interface PeopleReading {
  readonly columns: AskedColumns;
  readonly stdinFormat: InputFormat;
  readonly sheet: string | undefined;
}

export interface ReadPeople {
  /** By what identifies them, folded; of somebody who comes again the last row. */
  readonly people: ReadonlyMap<string, PersonRow>;
  /** Rows and cells that could not be read. */
  readonly bad: readonly Diagnostic[];
  /** What was read and what was not. */
  readonly account: readonly Diagnostic[];
}

/** Reads all people behind a path, as `compare` does. Throws a `Failure` when the path cannot be right. */
export async function readPeople(io: Io, catalog: Catalog, path: string, reading: PeopleReading): Promise<ReadPeople> {
  const tools = makeTableTools(catalog, reading.columns);
  const readName = makeNameReader(catalog);
  const tally = makeTally();
  const bad: Diagnostic[] = [];
  const people = new Map<string, PersonRow>();
  const names: string[] = [];
  const found = findPeopleFiles(io, [path]);
  const account = makeBatchAccount(catalog.scale.assumedLevel, false, null);
  account.skipped(found.skipped);
  const take = (row: TableRow): void => {
    if ('bad' in row) bad.push(row.bad);
    else if ('told' in row) tally.add(row.told);
    else {
      for (const { input, assumed } of row.profile.skills) {
        for (const about of readName(input).unknown) tally.add({ kind: 'unknown', about: about, count: 1 });
        if (assumed) tally.add({ kind: 'assumed', about: '', count: 1 });
      }
      people.set(normaliseLabel(row.person), row);
      names.push(row.person.replaceAll('\n', ' '));
    }
  };
  const how = { tools, stdinFormat: reading.stdinFormat, sheet: reading.sheet, readCv: makeCvReader(io, catalog) };
  for await (const block of readPeopleBlocks(io, found.files, how, { read: 0 })) {
    const rows = block.kind === 'people' ? block.rows : readNdjsonLines(block.bytes, block.file, block.firstLine, tools);
    for (const row of rows) take(row);
  }
  account.add({
    rows: new Uint8Array(),
    people: names.length,
    below: 0,
    bad,
    told: tally.take(),
    names: names.map((name) => `${name}\n`).join(''),
  });
  return { people, bad, account: account.diagnostics().map((one) => ({ ...one, file: one.file ?? shownName(path) })) };
}
