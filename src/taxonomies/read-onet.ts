import { normaliseLabel } from '../core/model/label.ts';
import type { Level } from '../core/model/scale.ts';
import { compareText } from '../core/model/text-order.ts';
import { onetFiles, onetRelease, readMoves, readTitles } from './onet-files.ts';
import { type Download, type DownloadFile, findFile, readTabRows } from './read-download.ts';
import {
  AdjustmentLog,
  cleanLabel,
  cleanText,
  type Taxonomy,
  type TaxonomyRequirement,
  type TaxonomyRole,
  type TaxonomySkill,
  unknownRelease,
} from './taxonomy.ts';

/** O*NET's importance 2 is "somewhat important"; what is rated below it is no requirement. */
const leastImportance = 2;

/** What a piece of technology is asked at: O*NET says that it is used, not how well. */
const technologyLevel = 3;

/** Job zone 1 to 5 is the preparation that an occupation needs. The nearest words that we have are grades. */
const seniorityOfZone: Readonly<Record<string, string>> = { 1: 'entry', 2: 'entry', 3: 'mid', 4: 'senior', 5: 'principal' };

/** Five zones on ISCO's four skill levels. */
const skillLevelOfZone = 0.8;
const middleSkillLevel = 2.5;

/** O*NET's level, 0 to 7, on ours: 0 is 1, 7 is 5, in equal steps, rounded half up. */
export function levelFromOnet(value: number): Level {
  return Math.min(5, Math.max(1, Math.floor(1 + (value * 4) / 7 + 0.5)));
}

interface Rating {
  importance?: number;
  level?: number;
}

/** Reads the text download of the O*NET database, releases 29 to 31. Throws a `DownloadFault` when it is not complete. */
export async function readOnet(download: Download): Promise<Taxonomy> {
  const log = new AdjustmentLog();
  const skills = new Map<string, TaxonomySkill>();
  const asked = new Map<string, TaxonomyRequirement[]>();
  const fileOf = (file: DownloadFile): string => findFile(download, file, Object.values(onetFiles));
  // What was one file is two since release 31. One of the two alone is half a download.
  const skillFiles = [...new Set([fileOf(onetFiles.essential), fileOf(onetFiles.transferable)])];
  await readElements(download, skillFiles, 'skill', skills, asked, log);
  await readElements(download, [fileOf(onetFiles.knowledge)], 'knowledge', skills, asked, log);
  await readTechnology(download, fileOf(onetFiles.software), skills, asked, log);
  const zones = new Map<string, string>();
  for await (const row of readTabRows(download, fileOf(onetFiles.zones), ['O*NET-SOC Code', 'Job Zone'])) {
    zones.set(row['O*NET-SOC Code'], row['Job Zone']);
  }
  const titles = await readTitles(download);
  const roles: TaxonomyRole[] = [];
  for await (const row of readTabRows(download, fileOf(onetFiles.occupations), ['O*NET-SOC Code', 'Title', 'Description'])) {
    const code = row['O*NET-SOC Code'];
    const title = cleanLabel(row.Title);
    const requirements = asked.get(code);
    asked.delete(code);
    if (requirements === undefined) {
      log.add('occupations without ratings and technology: left out', title);
      continue;
    }
    const zone = zones.get(code) ?? '';
    roles.push({
      key: code,
      title,
      altTitles: titles.get(code) ?? [],
      summary: cleanText(row.Description),
      seniority: seniorityOfZone[zone],
      identifiers: { onet: code, soc: code.slice(0, 7) },
      group: code.slice(0, 2),
      skillLevel: zone === '' ? middleSkillLevel : Number(zone) * skillLevelOfZone,
      requirements,
    });
  }
  for (const code of asked.keys()) log.add('rows for an occupation that is not listed: left out', code);
  const listed = new Set(roles.map(({ key }) => key));
  const moves = await readMoves(download, (code) => listed.has(code), log);
  const release = onetRelease(download);
  return {
    name: 'O*NET',
    version: release ?? unknownRelease,
    licence: 'CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)',
    attribution:
      `This pack includes information from the O*NET${release === undefined ? '' : ` ${release}`} Database by the U.S. Department of Labor, Employment and Training ` +
      'Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA. careerpath has modified ' +
      'all or some of this information. USDOL/ETA has not approved, endorsed, or tested these modifications.',
    groupPrefix: 'soc',
    skills: [...skills.values()].sort((a, b) => compareText(a.key, b.key)),
    roles: roles.map((role) => ({ ...role, leadsTo: moves.get(role.key) ?? [] })).sort((a, b) => compareText(a.key, b.key)),
    adjusted: log.list(),
  };
}

/** Skills or knowledge, rated for each occupation on importance (IM, 1 to 5) and level (LV, 0 to 7). */
async function readElements(
  download: Download,
  files: readonly string[],
  qualifier: 'skill' | 'knowledge',
  skills: Map<string, TaxonomySkill>,
  asked: Map<string, TaxonomyRequirement[]>,
  log: AdjustmentLog,
): Promise<void> {
  const ratings = new Map<string, Map<string, Rating>>();
  const columns = [
    'O*NET-SOC Code',
    'Element ID',
    'Element Name',
    'Scale ID',
    'Data Value',
    'Recommend Suppress',
    'Not Relevant',
  ] as const;
  for (const file of files) {
    for await (const row of readTabRows(download, file, columns)) {
      const element = row['Element ID'];
      if (!skills.has(element)) {
        skills.set(element, {
          key: element,
          name: cleanLabel(row['Element Name']),
          altLabels: [],
          kind: 'concept',
          qualifier,
          identifiers: { onet: element },
          // 2.A.1.a stands below 2.A.1 and 2.A.
          groups: element.split('.').flatMap((_, i, parts) => (i < 2 || i === parts.length ? [] : [parts.slice(0, i).join('.')])),
        });
      }
      const code = row['O*NET-SOC Code'];
      const own = ratings.get(code) ?? new Map<string, Rating>();
      ratings.set(code, own);
      const rating = own.get(element) ?? {};
      own.set(element, rating);
      const where = `${code} ${row['Element Name']}`;
      if (row['Recommend Suppress'] === 'Y') log.add('ratings that O*NET recommends to suppress: left out', where);
      else if (row['Not Relevant'] === 'Y')
        log.add('levels that O*NET marks as not relevant: the requirement is left out', where);
      else if (row['Scale ID'] === 'IM') rating.importance = Number(row['Data Value']);
      else if (row['Scale ID'] === 'LV') rating.level = Number(row['Data Value']);
    }
  }
  for (const [code, own] of ratings) {
    const requirements = asked.get(code) ?? [];
    asked.set(code, requirements);
    const rated = [...own].sort((a, b) => (b[1].importance ?? 0) - (a[1].importance ?? 0) || compareText(a[0], b[0]));
    for (const [element, { importance, level }] of rated) {
      // A missing half was suppressed, or is not relevant.
      if (importance === undefined || level === undefined) continue;
      if (importance < leastImportance) log.add('ratings below "somewhat important": left out', `${code} ${element}`);
      else requirements.push({ skills: [element], level: levelFromOnet(level), importance: Math.min(5, importance) });
    }
    if (requirements.length === 0) asked.delete(code);
  }
}

/** Technology: the examples of one commodity are alternatives, one of which is asked. */
async function readTechnology(
  download: Download,
  file: string,
  skills: Map<string, TaxonomySkill>,
  asked: Map<string, TaxonomyRequirement[]>,
  log: AdjustmentLog,
): Promise<void> {
  const groups = new Map<string, Map<string, { skills: Set<string>; inDemand: boolean }>>();
  const columns = ['O*NET-SOC Code', 'Workplace Example', 'Element Name', 'In Demand'] as const;
  const before31 = { 'Workplace Example': ['Example'], 'Element Name': ['Commodity Title'] };
  for await (const row of readTabRows(download, file, columns, before31)) {
    const name = cleanLabel(row['Workplace Example']);
    const commodity = cleanLabel(row['Element Name']);
    const key = `technology ${normaliseLabel(name)}`;
    const known = skills.get(key);
    if (known === undefined) {
      skills.set(key, {
        key,
        name,
        altLabels: [],
        summary: `${commodity}.`,
        kind: 'tool',
        qualifier: 'technology',
        // A technology has no code of its own: its name is its key.
        identifiers: { onet: name },
        groups: [commodity],
      });
    } else if (known.name !== name) log.add('technologies that differ in case or spacing alone: one kept', name);
    const own = groups.get(row['O*NET-SOC Code']) ?? new Map<string, { skills: Set<string>; inDemand: boolean }>();
    groups.set(row['O*NET-SOC Code'], own);
    const group = own.get(commodity) ?? { skills: new Set<string>(), inDemand: false };
    own.set(commodity, group);
    group.skills.add(key);
    group.inDemand ||= row['In Demand'] === 'Y';
  }
  for (const [code, own] of groups) {
    const requirements = asked.get(code) ?? [];
    asked.set(code, requirements);
    const alone = new Set<string>();
    for (const [name, { skills: members, inDemand }] of [...own].sort((a, b) => compareText(a[0], b[0]))) {
      const [first] = members;
      if (members.size === 1 && first !== undefined) {
        if (alone.has(first)) {
          log.add('technologies that an occupation lists alone under two headings: kept under the first', `${code} ${name}`);
          continue;
        }
        alone.add(first);
      }
      requirements.push({
        skills: [...members].sort(compareText),
        name,
        level: technologyLevel,
        importance: inDemand ? 'important' : 'helpful',
      });
    }
  }
}
