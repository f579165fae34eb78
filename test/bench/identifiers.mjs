// Proves each identifier in data/ against the standards' downloads: the standard has it, and calls it what we call it.
// Usage: node test/bench/identifiers.mjs ESCO_FOLDER ONET_FOLDER
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';
import { home, loadSources } from './load-sources.mjs';

const [esco, onet] = process.argv.slice(2);
if (onet === undefined) throw new Error('usage: node test/bench/identifiers.mjs ESCO_FOLDER ONET_FOLDER');
const { normaliseLabel } = await loadSources('identifiers', { 'core/model/label.ts': ['normaliseLabel'] });

/** The same thing under a name that we do not use, judged by hand from both descriptions: our id and the standard's label. */
const judged = {
  'object-oriented-programming': ['use object-oriented programming'],
  'attention-to-detail': ['attend to detail'],
  'problem-solving': ['solve problems', 'Complex Problem Solving'],
  'technical-documentation': ['provide technical documentation'],
  'test-automation': ['develop automated software tests'],
  aws: ['Amazon Web Services AWS software'],
  azure: ['Microsoft Azure software'],
  debugging: ['debug software'],
  encryption: ['ICT encryption'],
  english: ['English Language'],
  'google-cloud': ['Google Cloud software'],
  java: ['Oracle Java'],
  mentoring: ['provide mentorship'],
  sql: ['Structured query language SQL'],
  cobol: ['Common business oriented language COBOL'],
  concurrency: ['use concurrent programming'],
  fortran: ['Formula translation/translator FORTRAN'],
  'functional-programming': ['use functional programming'],
  json: ['JavaScript Object Notation JSON'],
  lisp: ['List processing language LISP'],
  loadrunner: ['Hewlett Packard LoadRunner'],
  matlab: ['The MathWorks MATLAB'],
  'objective-c': ['Objective C'],
  powershell: ['Microsoft PowerShell'],
  scripting: ['use scripting programming'],
  'test-management': ['plan software testing'],
  vba: ['Microsoft Visual Basic for Applications VBA'],
  'visual-basic': ['Microsoft Visual Basic'],
  xml: ['Extensible markup language XML'],
  xslt: ['Extensible stylesheet language transformations XSLT'],
};

/** For each standard: identifier → labels. */
const standards = { esco: readEsco(), onet: readOnet() };

function readEsco() {
  const labels = new Map();
  for (const file of ['skills_en.csv', 'occupations_en.csv']) {
    for (const row of parse(readFileSync(join(esco, file)), { columns: true, bom: true })) {
      // ESCO tells names apart in brackets: "Java (computer programming)".
      const bare = row.preferredLabel.replace(/\s*\(.*\)$/, '');
      labels.set(row.conceptUri, [row.preferredLabel, bare, ...row.altLabels.split('\n')]);
    }
  }
  return labels;
}

function readOnet() {
  const labels = new Map();
  const rows = (file) =>
    readFileSync(join(onet, file), 'utf8')
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split('\t'));
  for (const file of ['Skills.txt', 'Knowledge.txt']) for (const row of rows(file)) labels.set(row[2], [row[3]]);
  // A technology has no code of its own; its name is its key.
  for (const row of rows('Technology Skills.txt')) labels.set(row[1], [row[1]]);
  for (const row of rows('Occupation Data.txt')) labels.set(row[0], [row[1]]);
  return labels;
}

const entries = ['skills', 'roles'].flatMap((room) =>
  readdirSync(join(home, 'data', room)).flatMap((file) => parseYaml(readFileSync(join(home, 'data', room, file), 'utf8'))),
);
let proven = 0;
let faults = 0;
for (const entry of entries) {
  for (const [standard, identifier] of Object.entries(entry.identifiers ?? {})) {
    const known = standards[standard]?.get(identifier);
    const ours = [
      entry.id,
      entry.name ?? entry.title,
      ...(entry.altLabels ?? entry.altTitles ?? []),
      ...(judged[entry.id] ?? []),
    ];
    const wanted = new Set(ours.map(normaliseLabel));
    const shared = known?.find((label) => wanted.has(normaliseLabel(label)));
    if (shared === undefined) {
      faults++;
      console.log(
        `${entry.id}: ${standard} ${identifier} ${known === undefined ? 'is not in the download' : `is "${known[0]}"`}`,
      );
    } else proven++;
  }
}
const without = entries.filter((entry) => entry.identifiers === undefined).length;
console.log(`${proven} identifiers proven, ${faults} not; ${without} of ${entries.length} entries have none`);
process.exitCode = faults > 0 ? 1 : 0;
