import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileCatalog } from '../../src/catalog/compile-catalog.ts';
import { openCompiled, openTrusted } from '../../src/catalog/compiled-form.ts';
import { decodeSections, encodeSections, type Section } from '../../src/core/catalog/byte-sections.ts';
import { type CatalogEntries, decodeCatalog, encodeCatalog } from '../../src/core/catalog/compiled-layout.ts';
import { scale } from '../support/make-catalog.ts';

const entries: CatalogEntries = {
  packs: [{ name: 'test', version: '1' }],
  scale,
  skills: ['java', 'go', 'a-b', 'ab'].map((id) => ({
    id,
    name: `Name of ${id}`,
    altLabels: ['日本', `alt ${id}`],
    effort: 'medium',
    implies: id === 'java' ? [{ skill: 'go', offset: -2 }] : [],
    usually: [],
    related: id === 'ab' ? [{ skill: 'go', transfer: 0.25 }] : [],
    requires: [],
    learn: { 1: { do: 'Do it', resources: [] } },
  })),
  roles: [
    {
      id: 'dev',
      title: 'Dev',
      altTitles: [],
      seniority: 'senior',
      sources: [],
      responsibilities: [],
      requirements: [{ id: 'java', anyOf: [{ skill: 'java', level: 3 }], atLeast: 1, importance: 2.5 }],
      leadsTo: [],
    },
  ],
};

describe('a compiled catalog', () => {
  test('opens as what was compiled, its entries in the order of their ids', async () => {
    const opened = await openCompiled(await compileCatalog(entries));
    const catalog = opened?.catalog ?? decodeCatalog(new Uint8Array());
    expect([0, 1, 2, 3].map((i) => catalog.skill(i).id)).toEqual(['a-b', 'ab', 'go', 'java']);
    expect(catalog.skill(3)).toEqual(entries.skills[0]);
    expect(catalog.role(0)).toEqual(entries.roles[0]);
    expect([...catalog.index.impliesSkill, ...catalog.index.impliesOffset]).toEqual([2, -2]);
    // Both ways: ab carries over to go, and go to ab.
    expect([...catalog.index.relatedStart]).toEqual([0, 0, 1, 2, 2]);
    expect([...catalog.index.relatedTransfer]).toEqual([0.25, 0.25]);
    expect([...catalog.index.requirementWeight]).toEqual([2.5]);
  });

  test('is named by the digest of its content', async () => {
    const opened = await openCompiled(await compileCatalog(entries));
    expect(opened?.digest).toBe(createHash('sha256').update(encodeCatalog(entries)).digest('hex').slice(0, 16));
    const other = await compileCatalog({ ...entries, packs: [{ name: 'test', version: '2' }] });
    expect((await openCompiled(other))?.digest).not.toBe(opened?.digest);
  });

  test('opens from any offset of a larger buffer', async () => {
    const bytes = await compileCatalog(entries);
    for (const offset of [0, 1, 3, 8]) {
      const larger = Buffer.concat([Buffer.alloc(offset), bytes]);
      expect((await openCompiled(larger.subarray(offset)))?.catalog.skill(0).id).toBe('a-b');
    }
  });

  test('does not open with a byte changed, wherever it stands', async () => {
    const bytes = await compileCatalog(entries);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        // The last four bytes of the head are zero and carry nothing.
        fc.pre(at < 12 || at >= 16);
        const damaged = Buffer.from(bytes);
        damaged[at] = (damaged[at] ?? 0) ^ change;
        expect(await openCompiled(damaged)).toBeUndefined();
      }),
      { numRuns: 1000 },
    );
  });

  test('does not open when cut short, lengthened, empty or something else', async () => {
    const bytes = await compileCatalog(entries);
    for (const length of [0, 1, 8, 15, 16, 47, 48, 100, bytes.length - 1]) {
      expect(await openCompiled(bytes.subarray(0, length))).toBeUndefined();
    }
    expect(await openCompiled(Buffer.concat([bytes, Buffer.alloc(1)]))).toBeUndefined();
    expect(await openCompiled(Buffer.from('id: java\nname: Java\n'.repeat(10)))).toBeUndefined();
    expect(openTrusted(Buffer.alloc(100))).toBeUndefined();
  });
});

describe('byte sections', () => {
  const sections = new Map<string, Section>([
    ['a', Uint8Array.of(1, 2, 3)],
    ['b', Float64Array.of(0.1, -2)],
    ['c', new Uint32Array(0)],
    ['d', Int8Array.of(-4)],
  ]);

  test('come back with their types, and with what stood beside them', () => {
    const read = decodeSections(encodeSections({ note: 'ü' }, sections));
    expect([read.info, read.u8('a'), read.f64('b'), read.u32('c'), read.i8('d')]).toEqual([{ note: 'ü' }, ...sections.values()]);
  });

  test('refuse a missing name, another type, and bytes that are none', () => {
    const read = decodeSections(encodeSections(null, sections));
    expect(() => read.u8('z')).toThrow(RangeError);
    expect(() => read.f64('a')).toThrow(RangeError);
    expect(() => decodeSections(new Uint8Array(3))).toThrow(RangeError);
  });
});
