// Precision, recall and F1 of reading ESCO skills in sentences of job adverts, with constants chosen on other sentences than
// those that they are measured on (docs/extraction.md), and with the program's own.
// node test/bench/extraction.mjs ESCO_FOLDER ANNOTATIONS_CSV [all]: a minute, or six with all settings. The folder holds skills_en.csv; the annotations have the columns
// sentence and label, with LABEL NOT PRESENT or UNDERSPECIFIED for what ESCO has no skill for.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stemmer } from 'stemmer';
import { loadSources } from './load-sources.mjs';

const [folder, annotations, all] = process.argv.slice(2);
if (annotations === undefined) {
  console.error('usage: node test/bench/extraction.mjs ESCO_FOLDER ANNOTATIONS_CSV [all]');
  process.exit(2);
}
const { makeTextReader, defaultTrust } = await loadSources('extraction', {
  'core/text/text-reader.ts': ['makeTextReader'],
  'core/text/label-trust.ts': ['defaultTrust'],
});
const read = (path) => parse(readFileSync(path), { columns: true, relax_quotes: true });
const truth = new Map();
for (const { sentence, label } of read(annotations)) {
  if (!truth.has(sentence)) truth.set(sentence, new Set());
  if (label !== 'LABEL NOT PRESENT' && label !== 'UNDERSPECIFIED') truth.get(sentence).add(label);
}
const skills = read(join(folder, 'skills_en.csv'));
const labels = skills.flatMap(({ preferredLabel, altLabels, reuseLevel }, skill) => {
  const isSoft = reuseLevel === 'transversal';
  const alternatives = altLabels.split('\n').map((text) => text.trim());
  return [
    { skill, text: preferredLabel, preferred: true, isSoft },
    ...alternatives.filter((text) => text !== '').map((text) => ({ skill, text, preferred: false, isSoft })),
  ];
});

/** What a reader finds in each sentence: how much of it is right, how much it names, how much there is. */
const countsOf = (reader) =>
  [...truth].map(([sentence, wanted]) => {
    const found = new Set(reader.read(sentence).map(({ skill }) => skills[skill].preferredLabel));
    return { right: [...found].filter((label) => wanted.has(label)).length, named: found.size, asked: wanted.size };
  });
const measure = (counts) => {
  const sum = (key) => counts.reduce((total, one) => total + one[key], 0);
  const [precision, recall] = [sum('right') / sum('named'), sum('right') / sum('asked')];
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
};
const show = ({ precision, recall, f1 }) => `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f1.toFixed(3)}`;

const clock = () => Number(process.hrtime.bigint() / 1_000_000n);
const begun = clock();
const reader = makeTextReader(labels, stemmer);
const built = clock();
const own = countsOf(reader);
const done = clock();
const asked = own.reduce((sum, one) => sum + one.asked, 0);
console.log(`${labels.length} labels of ${skills.length} skills, ${truth.size} sentences, ${asked} skills in them`);
console.log(`the program's own constants: ${show(measure(own))} (whole preferred labels .761, .267, .395)`);

// Neighbouring sentences come from one advert: a fold is a run of them.
const folds = 5;
const choices = {
  looseRarity: [8, 6, 10],
  ...(all === 'all' ? { coreRarity: [8, 12], tellingRarity: [12, 16] } : {}),
  kinRarity: [8, Number.POSITIVE_INFINITY],
  softRarity: [8, ...(all === 'all' ? [12] : []), Number.POSITIVE_INFINITY],
  everydaySpread: [3, 10],
};
const settings = Object.entries(choices).reduce(
  (made, [name, values]) => made.flatMap((setting) => values.map((value) => ({ ...setting, [name]: value }))),
  [{}],
);
const stems = new Map();
const stem = (word) => {
  const known = stems.get(word) ?? stemmer(word);
  stems.set(word, known);
  return known;
};
const tried = settings.map((setting) => ({
  setting,
  counts: countsOf(makeTextReader(labels, stem, undefined, { ...defaultTrust, ...setting })),
}));
/** The best F1 on some sentences; of several, the first in the order of `choices`. */
const chooseOn = (isIn) =>
  tried
    .map((one) => ({ ...one, f1: measure(one.counts.filter((_, i) => isIn(i))).f1 }))
    .reduce((best, one) => (one.f1 > best.f1 ? one : best));
const foldOf = (i) => Math.floor((i * folds) / truth.size);
const outside = [];
for (let fold = 0; fold < folds; fold++) {
  const { setting, counts } = chooseOn((i) => foldOf(i) !== fold);
  const here = counts.filter((_, i) => foldOf(i) === fold);
  outside.push(...here);
  console.log(`fold ${fold + 1}: ${here.length} sentences, ${show(measure(here))}, chosen on the others ${describe(setting)}`);
}
console.log(`out of fold: ${show(measure(outside))} (goal .700 precision, .450 F1)`);
console.log(`chosen on all: ${describe(chooseOn(() => true).setting)}`);
console.log(`over the ${settings.length} settings F1 goes from ${extreme(Math.min)} to ${extreme(Math.max)}`);

function describe(setting) {
  return Object.entries(setting)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}

function extreme(pick) {
  return pick(...tried.map(({ counts }) => measure(counts).f1)).toFixed(3);
}

const text = [...truth.keys()].join('\n');
const long = text.repeat(Math.ceil(1_000_000 / text.length)).slice(0, 1_000_000);
const timed = (part) => {
  const start = clock();
  reader.read(part);
  return clock() - start;
};
timed(long.slice(0, 100_000));
const [small, large] = [timed(long.slice(0, 250_000)), timed(long)];
console.log(
  `prepared in ${built - begun} ms, read in ${done - built} ms; four times the text takes ${(large / small).toFixed(1)} × the time (${large} ms for 1 MB)`,
);
