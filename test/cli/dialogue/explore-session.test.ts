import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Asker, ListQuestion, Reply } from '../../../src/cli/dialogue/asker.ts';
import { runExplorer } from '../../../src/cli/dialogue/explore-session.ts';
import { openProfileFile } from '../../../src/cli/person/profile-file.ts';
import { builtInCatalog } from '../../support/make-catalog.ts';

const catalog = builtInCatalog();
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'careerpath-explore-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Order = 'back' | { readonly label: RegExp; readonly level?: number };

/** Follows orders screen by screen, and keeps what it was shown. */
function walk(orders: readonly Order[]): { asker: Asker; screens: ListQuestion[] } {
  const screens: ListQuestion[] = [];
  const left = [...orders];
  const choose = async (question: ListQuestion): Promise<Reply<number>> => {
    screens.push(question);
    const order = left.shift() ?? 'back';
    if (order === 'back') return { kind: 'back' };
    const value = question.choices.findIndex((choice) => order.label.test(choice.label));
    if (value < 0) throw new Error(`no ${order.label} on "${question.title}"`);
    return order.level === undefined ? { kind: 'answer', value } : { kind: 'level', value, level: order.level };
  };
  const never = async (): Promise<never> => {
    throw new Error('explore only lets choose');
  };
  return {
    asker: { say: () => {}, menu: never, line: never, choose, pick: never, rate: never, review: never, close: () => {} },
    screens,
  };
}

const open = (): ReturnType<typeof openProfileFile> =>
  openProfileFile({ path: join(folder, 'me.yaml'), shown: 'me.yaml', exists: false }, catalog, () => '2026-11-20');

it('goes from a role to a requirement, a skill, the steps and the routes, and back', async () => {
  const role = /^Senior Backend Developer \(Java\)$/;
  const { asker, screens } = walk([
    { label: role },
    { label: /^Java$/ },
    'back',
    { label: /^First steps/ },
    'back',
    { label: /^Routes/ },
    { label: /^leads to/ },
    'back',
    'back',
  ]);
  expect(await runExplorer(catalog, open(), asker)).toEqual({ end: 'done', saved: 0, tried: 0 });
  expect(screens.map((screen) => screen.title).slice(0, 3)).toEqual(['Roles', 'Senior Backend Developer (Java)', 'Java']);
  expect(screens.some((screen) => screen.title.startsWith('First steps: '))).toBe(true);
  expect(screens.some((screen) => screen.title.startsWith('Routes: '))).toBe(true);
});

it('moves the fits when a level is tried, and writes nothing', async () => {
  const { asker, screens } = walk([{ label: /^Senior Backend Developer \(Java\)$/ }, { label: /^Java$/, level: 5 }, 'back']);
  expect(await runExplorer(catalog, open(), asker)).toEqual({ end: 'done', saved: 0, tried: 1 });
  expect(screens[1]?.above[0]).not.toBe(screens[2]?.above[0]);
  expect(screens[2]?.choices.find((choice) => choice.label === 'Java')?.hint).toContain('you 5 (tried)');
  expect(existsSync(join(folder, 'me.yaml'))).toBe(false);
});

it('saves the tried levels when asked', async () => {
  const { asker } = walk([
    { label: /^Senior Backend Developer \(Java\)$/ },
    { label: /^Java$/, level: 5 },
    'back',
    { label: /^Save 1 tried level/ },
  ]);
  expect(await runExplorer(catalog, open(), asker)).toEqual({ end: 'done', saved: 1, tried: 0 });
  expect(readFileSync(join(folder, 'me.yaml'), 'utf8')).toBe('skills:\n  Java: { level: 5, on: 2026-11-20 }\n');
});
