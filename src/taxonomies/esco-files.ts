import { basename } from 'node:path';
import type { Download, DownloadFile } from './read-download.ts';

type EscoFile = 'skills' | 'occupations' | 'relations' | 'hierarchy';

/** The files of the CSV download in a language, by the names of release 1.2 and of those before it. */
export function escoFiles(language: string): Readonly<Record<EscoFile, DownloadFile>> {
  const end = `_${language}.csv`;
  return {
    relations: {
      holds: 'which skills each occupation asks for',
      names: [`occupationSkillRelations${end}`, 'occupationSkillRelations.csv'],
    },
    hierarchy: {
      holds: 'the groups that skills belong to',
      names: [`broaderRelationsSkillPillar${end}`, 'broaderRelationsSkillPillar.csv'],
    },
    skills: { holds: 'the skills and their labels', names: [`skills${end}`] },
    occupations: { holds: 'the occupations and their labels', names: [`occupations${end}`] },
  };
}

/**
 * The release that the user named, else that of the folder's name: the archive has it in its name
 * ("ESCO dataset - v1.2.0 - classification - en - csv"), and none of its files has it.
 */
export function escoRelease({ release, folder }: Download): string | undefined {
  return release ?? /(?:\bv|esco[ _-]v?)(\d{1,3}(?:\.\d{1,3}){1,2})(?![\d.])/i.exec(basename(folder))?.[1];
}
