// How much of our curated roles the posting reader finds in the texts that they were written from.
// node test/bench/posting.mjs FOLDER: FOLDER/<role id>.txt belongs to data/roles/<role id>.yaml
//
// found: of the role's requirements, those that the reader found; a choice ("MySQL or PostgreSQL") counts when enough of its
// members were found, as alternatives are all that it asks. Goal: at least 90 %.
// beside: of the requirements that the reader wrote, those with no skill that the role has anywhere. Goal: at most 10 %.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { home, loadSources } from './load-sources.mjs';

const [folder, detail] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: node test/bench/posting.mjs FOLDER [--detail]');
  process.exit(2);
}
const { openTrusted, postingReaderOf, readPosting } = await loadSources('posting', {
  'catalog/compiled-form.ts': ['openTrusted'],
  'intake/skill-labels.ts': ['postingReaderOf'],
  'intake/posting/read-posting.ts': ['readPosting'],
});
const { catalog } = openTrusted(readFileSync(join(home, 'dist', 'catalog.bin')));
const reader = postingReaderOf(catalog);
const roles = new Map(Array.from({ length: catalog.index.roleCount }, (_, i) => [catalog.role(i).id, catalog.role(i)]));
for (const name of readdirSync(folder).sort()) {
  const role = roles.get(name.replace(/\.(txt|md)$/, ''));
  if (role === undefined) continue;
  const read = readPosting(readFileSync(join(folder, name), 'utf8'), name, catalog, reader);
  const got = new Set(read.role.requirements.flatMap((one) => one.anyOf.map((alternative) => alternative.skill)));
  const asked = new Set(role.requirements.flatMap((one) => one.anyOf.map((alternative) => alternative.skill)));
  const missed = role.requirements.filter((one) => one.anyOf.filter(({ skill }) => got.has(skill)).length < one.atLeast);
  const beside = read.role.requirements.filter((one) => !one.anyOf.some(({ skill }) => asked.has(skill)));
  const share = (part, whole) => `${((100 * part) / whole).toFixed(0)} %`;
  const found = role.requirements.length - missed.length;
  console.log(
    `${role.id}: found ${share(found, role.requirements.length)} (${found} of ${role.requirements.length}, goal 90 %), ` +
      `beside ${share(beside.length, read.role.requirements.length)} (${beside.length} of ${read.role.requirements.length}, goal 10 %)`,
  );
  if (detail !== undefined) {
    console.log(`  missed: ${missed.map((one) => one.id).join(', ')}\n  beside: ${beside.map((one) => one.id).join(', ')}`);
    console.log(`  unmatched: ${read.diagnostics.map((one) => one.facts.text).join(' | ')}`);
  }
}
