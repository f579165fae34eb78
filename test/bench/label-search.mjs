// How long a search over all labels of a large pack takes once the pack is loaded: words that are there, words misspelt.
//   node test/bench/label-search.mjs PACK [queries]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { home, loadSources } from './load-sources.mjs';

const [pack, countText = '100'] = process.argv.slice(2);
if (pack === undefined) throw new Error('usage: node test/bench/label-search.mjs PACK [queries]');
const most = 50;
const { openTrusted, searchLabels, textAt, textCount } = await loadSources('label-search', {
  'catalog/compiled-form.ts': ['openTrusted'],
  'search/search-labels.ts': ['searchLabels'],
  'core/catalog/text-table.ts': ['textAt', 'textCount'],
});
const work = mkdtempSync(join(tmpdir(), 'careerpath-bench-'));
execFileSync(process.execPath, [join(home, 'bin', 'careerpath.js'), 'roles', '-f', 'csv', '--pack', pack], {
  env: { ...process.env, XDG_CACHE_HOME: join(work, 'cache') },
  stdio: 'ignore',
});
const cache = join(work, 'cache', 'careerpath');
const compiled = readdirSync(cache).find((name) => name.endsWith('.bin'));
const { catalog } = openTrusted(new Uint8Array(readFileSync(join(cache, compiled))));
rmSync(work, { recursive: true, force: true });

const table = catalog.skillLabels;
const labels = textCount(table.labels);
const count = Number(countText);
const picked = Array.from({ length: count }, (_, i) => textAt(table.labels, Math.floor(((i + 0.5) * labels) / count)));
const swapped = (text) => `${text[1] ?? ''}${text[0]}${text.slice(2)}q`;
console.log(`${labels} labels, ${count} queries each`);
for (const [name, queries] of [
  ['whole labels', picked],
  ['first words', picked.map((label) => label.split(' ')[0])],
  ['misspelt', picked.map(swapped)],
]) {
  const times = queries
    .map((query) => {
      const started = performance.now();
      searchLabels(table, query);
      return performance.now() - started;
    })
    .sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(share * times.length))];
  console.log(
    `${name.padEnd(14)} median ${at(0.5).toFixed(1).padStart(6)} ms  95 % ${at(0.95).toFixed(1).padStart(6)} ms  longest ${at(1).toFixed(1).padStart(6)} ms  (at most ${most} ms: ${(at(0.95) / most).toFixed(2)})`,
  );
}
