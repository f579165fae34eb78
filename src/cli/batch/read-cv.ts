import { basename, join } from 'node:path';
import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { textAt } from '../../core/catalog/text-table.ts';
import { readDocument } from '../../intake/import/read-document.ts';
import { resolveImport } from '../../intake/import/resolve-import.ts';
import type { TableRow } from '../../intake/people/batch-rows.ts';
import { readerOf } from '../../intake/skill-labels.ts';
import { makeSuggestIds } from '../../intake/suggest-ids.ts';
import type { Io } from '../shell/io.ts';

/** A reader of CVs for a batch: each is read as `import` reads it, with the levels that it would write into a profile. */
export function makeCvReader(io: Io, catalog: Catalog): (bytes: Buffer, file: string) => Promise<TableRow> {
  const reader = readerOf(catalog);
  const suggest = makeSuggestIds(catalog);
  const today = io.now().toISOString().slice(0, 10);
  const readPdf = async (bytes: Uint8Array) => {
    const pdf = await import('../../documents/read-pdf.ts');
    return pdf.readPdf(join(io.home, 'dist', 'pdf.cjs'), bytes);
  };
  return async (bytes, file) => {
    const options = { format: undefined, person: undefined, scale: catalog.scale, readPdf };
    const read = await readDocument({ file: basename(file), bytes }, options);
    if ('refused' in read) {
      const [first] = read.refused;
      return { bad: first ?? { code: 'nothing-found', facts: { what: '' }, file } };
    }
    if ('people' in read)
      return { bad: { code: 'bad-row', facts: { problem: 'a table of several people under the name of a CV' }, file } };
    const found = resolveImport(read.document, { catalog, reader, suggest, today, file });
    if (found.skills.length === 0 && found.unrecognised.length === 0)
      return { bad: { code: 'nothing-found', facts: { what: '' }, file } };
    return {
      person: found.name ?? file,
      profile: {
        ...(found.name === undefined ? {} : { name: found.name }),
        ...(found.years === undefined ? {} : { experience: { years: found.years, of: [] } }),
        skills: [
          ...found.skills.map(({ skill, level, years }) => ({
            input: textAt(catalog.skillIds, skill),
            level,
            assumed: false,
            ...(years === undefined ? {} : { years }),
          })),
          // They match nothing, and are told so.
          ...found.unrecognised.map(({ input }) => ({ input, level: 0, assumed: false })),
        ],
        targets: [],
      },
    };
  };
}
