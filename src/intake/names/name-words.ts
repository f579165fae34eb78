import type { SkillKind } from '../../core/model/model.ts';

/** Makers whose name people put before a product's: "Apache Kafka", "MS Excel". Lower case. */
export const makers: readonly string[] = [
  ...['adobe', 'amazon', 'apache', 'atlassian', 'aws', 'azure', 'confluent', 'facebook', 'gcp', 'google cloud', 'google'],
  ...['hashicorp', 'ibm', 'jetbrains', 'meta', 'microsoft', 'ms', 'oracle', 'red hat', 'redhat', 'sap', 'vmware'],
];

/** What may follow a skill's name without naming another skill: "Java development", "JavaScript programming language". Lower case. */
export const companions: ReadonlySet<string> = new Set([
  ...['app', 'application', 'applications', 'apps', 'automation scripts', 'cli', 'code', 'coding', 'concepts', 'containers'],
  ...['database', 'databases', 'developer', 'development', 'ecosystem', 'environment', 'experience', 'framework', 'frameworks'],
  ...['knowledge', 'lang', 'language', 'languages', 'libraries', 'library', 'methodologies', 'methodology', 'methods'],
  ...['pipeline', 'pipelines', 'platform', 'principles', 'programming', 'queries', 'runtime', 'scripting', 'scripts'],
  ...['sdk', 'skills', 'stack', 'technologies', 'technology', 'tool', 'tools', 'workflows'],
]);

/** What may stand before a skill's name and says nothing of a level. Lower case. */
export const openings: readonly string[] = ['experience with', 'experience in', 'knowledge of', 'use of', 'working with'];

/** Words of levels that are words of titles and names as well ("Scrum Master", "Machine Learning"): no level behind a name without brackets. */
export const titleWords: ReadonlySet<string> = new Set(['authority', 'guru', 'learning', 'lead', 'master', 'senior']);

/** Words of levels beside the scale's, behind a name: "SQL basics". */
export const levelTails: Readonly<Record<string, number>> = { basics: 1, fundamentals: 1 };

/** In brackets: the person does not have it. */
export const denial =
  /^(?:no|not|never|none|without|(?:want|hope|plan|wish|would like)\w*(?: to)?|to learn|interested)(?![\p{L}\d])/iu;

/** Products have versions, makers and forms such as "React.js"; practices and concepts have not. */
export function isProduct(kind: SkillKind | undefined): boolean {
  return kind === undefined || !['practice', 'concept', 'soft-skill'].includes(kind);
}

const number = String.raw`\d{1,4}(?:\.(?:\d{1,4}|x|\*))*(?:[cgi]|ai)?`;
const versions = String.raw`v?(?<first>${number})\s?\+?(?:\s?(?:[\p{Pd}/,&]|to|and)\s?v?${number}\s?\+?){0,20}`;
const later = String.raw`(?:\s(?:lts|r2|sp\d))?(?:\s(?:and|or)\s(?:above|up|higher|later|newer))?`;

/** "2-17", "v18", "8, 11 and 17", "3.x", "12c", "8+": a version or several, and nothing else. */
export const onlyVersions = new RegExp(`^(?:version\\s)?${versions}${later}$`, 'iu');
/** Where the versions of a name may begin: after a space, or at the first digit after a letter or sign ("Python3", "C++17"). */
export const versionStart = /[\s_-]+(?=v?\d|version\s)|(?<=[\p{L}#+])(?=v?\d)/giu;
