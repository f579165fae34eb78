import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { compareText } from '../core/model/text-order.ts';
import { type Download, type DownloadFile, nameIn, readTabRows } from './read-download.ts';
import { type AdjustmentLog, cleanLabel } from './taxonomy.ts';

/** The files of the text download, by the names of release 31 and of those before it. */
export const onetFiles = {
  occupations: { holds: 'the occupations and their titles', names: ['Occupation Data.txt'] },
  essential: {
    holds: 'the skills of each occupation, with importance and level',
    names: ['Essential Skills.txt', 'Skills.txt'],
  },
  transferable: {
    holds: 'the skills of each occupation that carry over to others, with importance and level',
    names: ['Transferable Skills.txt', 'Skills.txt'],
  },
  knowledge: { holds: 'the knowledge of each occupation, with importance and level', names: ['Knowledge.txt'] },
  software: { holds: 'the software that each occupation uses', names: ['Software Skills.txt', 'Technology Skills.txt'] },
  zones: { holds: 'how much preparation each occupation needs', names: ['Job Zones.txt'] },
} satisfies Record<string, DownloadFile>;

/** What is read where it is there. */
const titleNames = ['Job Titles.txt', 'Alternate Titles.txt'];
const moveNames = ['Related Occupations.txt'];
const noteNames = ['Read Me.txt', 'ReadMe.txt', 'README.txt'];

/** The release that the user named, else that of the download's own note to its readers, else that of its folder's name. */
export function onetRelease(download: Download): string | undefined {
  if (download.release !== undefined) return download.release;
  const note = nameIn(download, noteNames);
  // The first lines say it; nothing obliges the note to be short, or to be UTF-8.
  const head = note === undefined ? '' : readFileSync(join(download.folder, note)).subarray(0, 2000).toString('latin1');
  const told = /O\*NET(?:\s+|\S{0,2}\s+)(\d{1,3}\.\d{1,2})\s+Database/i.exec(head)?.[1];
  if (told !== undefined) return told;
  const named = /(?:^|\W)db_(\d{1,3})_(\d{1,2})(?:_|$)/.exec(basename(download.folder));
  return named === null ? undefined : `${named[1]}.${named[2]}`;
}

/** Other titles of each occupation, where the download has them: occupation → titles. */
export async function readTitles(download: Download): Promise<Map<string, string[]>> {
  const titles = new Map<string, string[]>();
  const file = nameIn(download, titleNames);
  if (file === undefined) return titles;
  // Where both stand, `Title` is the occupation's own.
  const otherNames = { 'Job Title': ['Alternate Title', 'Title'] };
  for await (const row of readTabRows(download, file, ['O*NET-SOC Code', 'Job Title'], otherNames)) {
    const own = titles.get(row['O*NET-SOC Code']) ?? [];
    titles.set(row['O*NET-SOC Code'], own);
    own.push(cleanLabel(row['Job Title']));
  }
  return titles;
}

/** The occupations that O*NET relates to each one, where the download says it: occupation → occupations, the nearest first. */
export async function readMoves(
  download: Download,
  isRole: (code: string) => boolean,
  log: AdjustmentLog,
): Promise<Map<string, { key: string; because: string }[]>> {
  const moves = new Map<string, { key: string; because: string; index: number }[]>();
  const file = nameIn(download, moveNames);
  if (file === undefined) return new Map();
  const columns = ['O*NET-SOC Code', 'Related O*NET-SOC Code', 'Relatedness Tier', 'Index'] as const;
  for await (const row of readTabRows(download, file, columns)) {
    const [from, key] = [row['O*NET-SOC Code'], row['Related O*NET-SOC Code']];
    const own = moves.get(from) ?? [];
    moves.set(from, own);
    if (!isRole(from) || !isRole(key)) log.add('related occupations of which one is left out: left out', `${from} ${key}`);
    else if (from === key || own.some((one) => one.key === key))
      log.add('related occupations that stand twice: left out', `${from} ${key}`);
    else own.push({ key, because: `related in O*NET (${cleanLabel(row['Relatedness Tier'])})`, index: Number(row.Index) });
  }
  const nearest = [...moves].map(([from, own]): [string, { key: string; because: string }[]] => [
    from,
    own.sort((a, b) => a.index - b.index || compareText(a.key, b.key)).map(({ key, because }) => ({ key, because })),
  ]);
  return new Map(nearest);
}
