import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes each pack as one expression: its chunks as functions by name. The first pack also says in which pack each other
 * chunk is. The launcher runs a chunk when it is first required. Beside them, `build-id` tells this build from others.
 *
 * @param packs each takes the chunks that it `holds` and what those bring in at once, as far as no pack before it has them
 */
export function writePacks(dist, chunks, packs) {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const packOf = {};
  const take = (chunk, pack) => {
    if (chunk === undefined || Object.hasOwn(packOf, chunk.fileName)) return;
    packOf[chunk.fileName] = pack;
    for (const name of chunk.imports) take(byName.get(name), pack);
  };
  for (const { name, holds } of packs) for (const chunk of chunks.filter(holds)) take(chunk, name);
  const digest = createHash('sha256');
  for (const [i, { name }] of packs.entries()) {
    const functions = chunks
      .filter((chunk) => packOf[chunk.fileName] === name)
      .map((chunk) => `${JSON.stringify(chunk.fileName)}:function(exports,require,module){${chunk.code}\n}`);
    const index = i === 0 ? `,packOf:${JSON.stringify(packOf)}` : '';
    const text = `({chunks:{${functions.join(',\n')}}${index}})`;
    writeFileSync(join(dist, `${name}.cjs`), text);
    digest.update(text);
  }
  writeFileSync(join(dist, 'build-id'), digest.digest('hex'));
}
