// Precision, recall and F1 of reading ESCO skills in sentences of job adverts.
// node test/bench/extraction.mjs ESCO_FOLDER ANNOTATIONS_CSV: the folder holds skills_en.csv; the annotations have the columns
// sentence and label, with LABEL NOT PRESENT or UNDERSPECIFIED for what ESCO has no skill for.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stemmer } from 'stemmer';
import { loadSources } from './load-sources.mjs';

const [folder, annotations] = process.argv.slice(2);
if (annotations === undefined) {
  console.error('usage: node test/bench/extraction.mjs ESCO_FOLDER ANNOTATIONS_CSV');
  process.exit(2);
}
const { makeTextReader } = await loadSources('extraction', {
  'core/text/text-reader.ts': ['makeTextReader'],
});
const read = (path) => parse(readFileSync(path), { columns: true, relax_quotes: true });
const truth = new Map();
for (const { sentence, label } of read(annotations)) {
  if (!truth.has(sentence)) truth.set(sentence, new Set());
  if (label !== 'LABEL NOT PRESENT' && label !== 'UNDERSPECIFIED') truth.get(sentence).add(label);
}
const skills = read(join(folder, 'skills_en.csv'));
const labels = skills.flatMap(({ preferredLabel, altLabels }, skill) => [
  { skill, text: preferredLabel, preferred: true },
  ...altLabels
    .split('\n')
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => ({ skill, text, preferred: false })),
]);
const clock = () => Number(process.hrtime.bigint() / 1_000_000n);
const begun = clock();
const reader = makeTextReader(labels, stemmer);
const built = clock();
let right = 0;
let named = 0;
let asked = 0;
let characters = 0;
for (const [sentence, wanted] of truth) {
  const found = new Set(reader.read(sentence).map(({ skill }) => skills[skill].preferredLabel));
  right += [...found].filter((label) => wanted.has(label)).length;
  named += found.size;
  asked += wanted.size;
  characters += sentence.length;
}
const done = clock();
const [precision, recall] = [right / named, right / asked];
const f1 = (2 * precision * recall) / (precision + recall);
console.log(`${labels.length} labels of ${skills.length} skills, ${truth.size} sentences, ${asked} skills in them`);
console.log(`precision ${precision.toFixed(3)} (goal .700; whole preferred labels .761)`);
console.log(`recall    ${recall.toFixed(3)} (whole preferred labels .267)`);
console.log(`F1        ${f1.toFixed(3)} (goal .500; whole preferred labels .395)`);
const long = [...truth.keys()]
  .join('\n')
  .repeat(Math.ceil(1_000_000 / characters))
  .slice(0, 1_000_000);
const timed = (text) => {
  const start = clock();
  reader.read(text);
  return clock() - start;
};
timed(long.slice(0, 100_000));
const [small, large] = [timed(long.slice(0, 250_000)), timed(long)];
console.log(
  `prepared in ${built - begun} ms, read in ${done - built} ms; four times the text takes ${(large / small).toFixed(1)} × the time (${large} ms for 1 MB)`,
);
