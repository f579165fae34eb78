// Time and work of reading a text at 1,000 and at 100,000 labels: they grow with the labels that are near each other in the text,
// not with all labels.
// node test/bench/text-reader.mjs [MiB of text, 1]
import { stemmer } from 'stemmer';
import { loadSources } from './load-sources.mjs';

const size = (Number(process.argv[2]) || 1) * 1024 * 1024;
const { makeTextReader } = await loadSources('text-reader', {
  'core/text/text-reader.ts': ['makeTextReader'],
});
/** Numbers that look like chance and are the same each time. */
function* chance() {
  for (let state = 1; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}
const numbers = chance();
const below = (most) => Math.floor(numbers.next().value * most);
// Words as common as words of a language are: the second half as often as the first, the third a third as often.
const vocabulary = Array.from({ length: 3000 }, (_, i) => `${'bcdfgklmnprstv'[i % 14]}${'aeiou'[i % 5]}${i.toString(36)}x`);
const word = () => vocabulary[Math.floor(3000 ** numbers.next().value) - 1];
const labelsOf = (count) => {
  const made = new Set();
  while (made.size < count) made.add(Array.from({ length: 1 + below(4) }, word).join(' '));
  return [...made].map((text, skill) => ({ skill, text, preferred: true }));
};
const texts = {
  'words by chance': () => {
    const parts = [];
    for (let length = 0; length < size; length += parts.at(-1).length + 1) parts.push(`${word()}${below(12) === 0 ? '.' : ''}`);
    return parts.join(' ').slice(0, size);
  },
  'one word again and again': () => `${vocabulary[0]} `.repeat(size / 4).slice(0, size),
  'one long word': () => 'a'.repeat(size),
};
for (const count of [1000, 100_000]) {
  const meter = { steps: 0 };
  const started = performance.now();
  const reader = makeTextReader(labelsOf(count), stemmer, meter);
  console.log(`${count} labels, prepared in ${(performance.now() - started).toFixed(0)} ms`);
  for (const [name, make] of Object.entries(texts)) {
    const text = make();
    reader.readAll(text.slice(0, 50_000));
    meter.steps = 0;
    const start = performance.now();
    const found = reader.readAll(text).length;
    const time = performance.now() - start;
    const words = text.split(' ').length;
    const perMiB = ((time / text.length) * 1024 * 1024).toFixed(0);
    console.log(
      `  ${name}: ${perMiB} ms a MiB, ${(meter.steps / words).toFixed(1)} steps a word, ${found} mentions in ${words} words`,
    );
  }
}
