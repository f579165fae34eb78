import { normaliseLabel } from '../core/model/label.ts';
import type { ImportanceWord } from '../core/model/scale.ts';
import { compareText } from '../core/model/text-order.ts';
import { escoFiles, escoRelease } from './esco-files.ts';
import { type Download, type DownloadFile, findFile, readCsvRows } from './read-download.ts';
import {
  AdjustmentLog,
  cleanLabel,
  cleanText,
  type Taxonomy,
  type TaxonomyRole,
  type TaxonomySkill,
  unknownRelease,
} from './taxonomy.ts';

/** ESCO has no levels: every requirement stands at "works alone on routine tasks", which is also what a bare name in a profile means. */
const everyLevel = 3;

/** What an optional skill weighs; chosen with the constants of the transfers, see docs/transfer.md. */
const optionalImportance: ImportanceWord = 'helpful';

/**
 * ISCO-08's skill level of each major group, by the first digit of its codes (ILO 2012, table 1). Managers are 3 or 4, the
 * armed forces 1, 2 or 4: the middle stands for them.
 */
const skillLevels: Readonly<Record<string, number>> = { 0: 2, 1: 3.5, 2: 4, 3: 3, 4: 2, 5: 2, 6: 2, 7: 2, 8: 2, 9: 1 };

/** Reads the CSV download of ESCO 1.1 or 1.2 in one language. Throws a `DownloadFault` when it is not complete. */
export async function readEsco(download: Download): Promise<Taxonomy> {
  const log = new AdjustmentLog();
  // Before the first of them is read, all must be there: a download takes its time.
  for (const file of Object.values(escoFiles(download.language))) fileOf(download, file);
  const skills = await readSkills(download);
  const roles = await readOccupations(download, skills, await readRelations(download, skills, log), log);
  return {
    name: 'ESCO',
    version: escoRelease(download) ?? unknownRelease,
    licence: 'Free reuse with attribution (European Commission, Decision 2011/833/EU)',
    attribution: 'This service uses the ESCO classification of the European Commission.',
    groupPrefix: 'isco',
    skills: [...skills.values()].sort((a, b) => compareText(a.key, b.key)),
    roles,
    adjusted: log.list(),
  };
}

function fileOf(download: Download, file: DownloadFile): string {
  return findFile(download, file, Object.values(escoFiles(download.language)));
}

async function readSkills(download: Download): Promise<Map<string, TaxonomySkill>> {
  const skills = new Map<string, TaxonomySkill>();
  const groups = await readHierarchy(download);
  const skillColumns = [
    'conceptUri',
    'skillType',
    'reuseLevel',
    'preferredLabel',
    'altLabels',
    'hiddenLabels',
    'description',
  ] as const;
  for await (const row of readCsvRows(download, fileOf(download, escoFiles(download.language).skills), skillColumns)) {
    const knowledge = row.skillType === 'knowledge';
    skills.set(row.conceptUri, {
      key: row.conceptUri,
      name: cleanLabel(row.preferredLabel),
      altLabels: splitLabels(row.altLabels, row.hiddenLabels),
      summary: cleanText(row.description),
      kind: row.reuseLevel === 'transversal' ? 'soft-skill' : knowledge ? 'concept' : 'practice',
      qualifier: knowledge ? 'knowledge' : 'skill',
      identifiers: { esco: row.conceptUri },
      groups: groups(row.conceptUri),
    });
  }
  return skills;
}

/** The occupations that ask for something; what `asked` holds besides is logged. */
async function readOccupations(
  download: Download,
  skills: ReadonlyMap<string, TaxonomySkill>,
  asked: Map<string, Map<string, ImportanceWord>>,
  log: AdjustmentLog,
): Promise<TaxonomyRole[]> {
  const nameOf = (key: string): string => skills.get(key)?.name ?? key;
  const roles: TaxonomyRole[] = [];
  const roleColumns = ['conceptUri', 'iscoGroup', 'preferredLabel', 'altLabels', 'hiddenLabels', 'description', 'code'] as const;
  for await (const row of readCsvRows(download, fileOf(download, escoFiles(download.language).occupations), roleColumns)) {
    const title = cleanLabel(row.preferredLabel);
    const own = asked.get(row.conceptUri);
    asked.delete(row.conceptUri);
    if (own === undefined) {
      log.add('occupations that ask for no skill: left out', title);
      continue;
    }
    const essentials = [...own.values()].filter((importance) => importance === 'essential').length;
    if (essentials === 0) log.add('occupations without an essential skill: kept with their optional ones', title);
    roles.push({
      key: row.conceptUri,
      title,
      altTitles: splitLabels(row.altLabels, row.hiddenLabels),
      summary: cleanText(row.description),
      identifiers: { esco: row.conceptUri, 'esco-code': row.code, isco: row.iscoGroup },
      group: row.iscoGroup.slice(0, 2),
      skillLevel: skillLevels[row.iscoGroup[0] ?? ''] ?? 2,
      // Essentials first, each part by name, so that the order of the download's rows does not matter.
      requirements: [...own]
        .sort((a, b) => Number(b[1] === 'essential') - Number(a[1] === 'essential') || compareText(nameOf(a[0]), nameOf(b[0])))
        .map(([skill, importance]) => ({ skills: [skill], level: everyLevel, importance })),
    });
  }
  for (const [uri, own] of asked) {
    log.add('relations to an occupation that is not listed: left out', uri, own.size);
  }
  return roles.sort((a, b) => compareText(a.key, b.key));
}

/** The groups above a skill, however far up, in the order of their keys. */
async function readHierarchy(download: Download): Promise<(skill: string) => string[]> {
  const above = new Map<string, string[]>();
  for await (const row of readCsvRows(download, fileOf(download, escoFiles(download.language).hierarchy), [
    'conceptUri',
    'broaderUri',
  ])) {
    const own = above.get(row.conceptUri);
    if (own === undefined) above.set(row.conceptUri, [row.broaderUri]);
    else own.push(row.broaderUri);
  }
  return (skill) => {
    const found = new Set<string>();
    const waiting = [skill];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      for (const group of above.get(next) ?? []) {
        if (found.has(group)) continue;
        found.add(group);
        waiting.push(group);
      }
    }
    return [...found].sort(compareText);
  };
}

/** What each occupation asks: occupation → skill → importance. */
async function readRelations(
  download: Download,
  skills: ReadonlyMap<string, TaxonomySkill>,
  log: AdjustmentLog,
): Promise<Map<string, Map<string, ImportanceWord>>> {
  const asked = new Map<string, Map<string, ImportanceWord>>();
  const columns = ['occupationUri', 'relationType', 'skillUri'] as const;
  for await (const row of readCsvRows(download, fileOf(download, escoFiles(download.language).relations), columns)) {
    // One text for all rows that name the skill: 124,000 copies of a URI are 20 MB.
    const skill = skills.get(row.skillUri)?.key;
    if (skill === undefined) {
      log.add('relations to a skill that is not listed: left out', row.skillUri);
      continue;
    }
    const importance: ImportanceWord = row.relationType === 'essential' ? 'essential' : optionalImportance;
    let own = asked.get(row.occupationUri);
    if (own === undefined) {
      own = new Map();
      asked.set(row.occupationUri, own);
    }
    const before = own.get(skill);
    if (before === undefined) own.set(skill, importance);
    else {
      log.add('relations that are listed twice: one kept, essential before optional', `${row.occupationUri} ${skill}`);
      if (importance === 'essential') own.set(skill, importance);
    }
  }
  return asked;
}

/** Labels stand on lines of their own in one cell; the same label in other words of case or spacing is one label. */
function splitLabels(...cells: readonly string[]): string[] {
  const labels = new Map<string, string>();
  for (const line of cells.join('\n').split('\n')) {
    const label = cleanLabel(line);
    const key = normaliseLabel(label);
    if (key !== '' && !labels.has(key)) labels.set(key, label);
  }
  return [...labels.values()];
}
