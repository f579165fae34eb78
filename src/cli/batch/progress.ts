import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Io } from '../shell/io.ts';

/** A line on standard error that says how far a batch is. */
export interface Progress {
  readonly show: (people: number, bytesRead: number) => Promise<void>;
  readonly clear: () => Promise<void>;
}

const barCells = 20;
/** Milliseconds between two drawings. */
const pause = 200;

/** Draws nothing when standard error is no terminal. */
export function makeProgress(io: Io, files: readonly string[], now: () => number): Progress {
  if (!io.stderr.isTTY || io.env['TERM'] === 'dumb') return { show: async () => {}, clear: async () => {} };
  const total = totalBytes(io, files);
  const started = now();
  let drawn = started;
  let isDrawn = false;
  return {
    async show(people, bytesRead) {
      const time = now();
      if (time - drawn < pause) return;
      drawn = time;
      isDrawn = true;
      await io.stderr.write(`\r\x1b[2K${progressLine(people, bytesRead, total, time - started)}`);
    },
    async clear() {
      if (isDrawn) await io.stderr.write('\r\x1b[2K');
      isDrawn = false;
    },
  };
}

/** Bytes of all files, or nothing when a stream is among them. */
function totalBytes(io: Io, files: readonly string[]): number | undefined {
  let total = 0;
  for (const file of files) {
    const stat = file === '-' ? undefined : statSync(resolve(io.cwd, file), { throwIfNoEntry: false });
    if (stat?.isFile() !== true) return undefined;
    total += stat.size;
  }
  return total;
}

/** `████████░░░░░░░░░░░░  41 %  41,000 people  12,300/s  5 s left`, fit for 80 columns. */
export function progressLine(people: number, read: number, total: number | undefined, milliseconds: number): string {
  const rate = milliseconds <= 0 ? 0 : Math.round((people * 1000) / milliseconds);
  const counts = `${grouped(people)} people  ${grouped(rate)}/s`;
  if (total === undefined || total === 0 || read === 0) return counts;
  const share = Math.min(1, read / total);
  const filled = Math.floor(share * barCells);
  const left = Math.ceil((milliseconds * (1 - share)) / share / 1000);
  const bar = `${'█'.repeat(filled)}${'░'.repeat(barCells - filled)}`;
  return `${bar} ${String(Math.floor(share * 100)).padStart(3)} %  ${counts}  ${timeWords(left)} left`;
}

function timeWords(seconds: number): string {
  if (seconds < 90) return `${seconds} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}

/** Thousands apart, the same in every locale. */
function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
