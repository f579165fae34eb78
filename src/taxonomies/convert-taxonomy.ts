import { makeFolders } from '../documents/save-file.ts';
import { measureTransfers } from './measure-transfers.ts';
import type { Download } from './read-download.ts';
import { readEsco } from './read-esco.ts';
import { readOnet } from './read-onet.ts';
import { type Adjustment, AdjustmentLog, type Taxonomy } from './taxonomy.ts';
import { type WrittenPack, writePack } from './write-pack.ts';

/** Every standard that can be converted. Adding one is one reader and one line here. */
const readers = {
  esco: readEsco,
  onet: readOnet,
} satisfies Record<string, (download: Download) => Promise<Taxonomy>>;

export type TaxonomyName = keyof typeof readers;

export const taxonomyNames = Object.keys(readers) as TaxonomyName[];

export interface Conversion {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly attribution: string;
  readonly written: WrittenPack;
  readonly adjusted: readonly Adjustment[];
}

/** How far a conversion is: what it does, and the share of it that is done, 0 to 1. */
export type ConversionProgress = (stage: string, share: number) => void;

/** The last stage, in which the folder of the pack is made. */
export const writingStage = 'writing the pack';

/**
 * Reads a standard's download and writes a pack into `target`, a folder that is made then, or empty. Throws a `DownloadFault` when the download
 * is not complete, and the system's error when the disk fails.
 *
 */
export async function convertTaxonomy(
  standard: TaxonomyName,
  source: Omit<Download, 'progress'>,
  target: string,
  progress: ConversionProgress,
): Promise<Conversion> {
  const taxonomy = await readers[standard]({
    ...source,
    progress: (file, bytes, total) => progress(`reading ${file}`, bytes / total),
  });
  const related = measureTransfers(taxonomy.skills, taxonomy.roles, undefined, (share) => progress('comparing skills', share));
  progress(writingStage, 0);
  makeFolders(target);
  const log = new AdjustmentLog();
  const written = writePack(target, taxonomy, related, log);
  const { name, version, licence, attribution } = taxonomy;
  return { name, version, licence, attribution, written, adjusted: [...taxonomy.adjusted, ...log.list()] };
}
