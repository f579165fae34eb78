import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Io } from '../shell/io.ts';

const barCells = 20;

/** How far a batch over these files is, in words: after so many people, and so many bytes read. */
export function batchProgress(io: Io, files: readonly string[]): (people: number, read: number) => string {
  const started = io.now().getTime();
  let total: number | undefined;
  return (people, read) => {
    total ??= totalBytes(io, files);
    return progressWords(people, read, total, io.now().getTime() - started);
  };
}

/** Bytes of all files; 0, for unknown, when a stream is among them. */
function totalBytes(io: Io, files: readonly string[]): number {
  let total = 0;
  for (const file of files) {
    const stat = file === '-' ? undefined : statSync(resolve(io.cwd, file), { throwIfNoEntry: false });
    if (stat?.isFile() !== true) return 0;
    total += stat.size;
  }
  return total;
}

/** `████████░░░░░░░░░░░░  41 %  41,000 people  12,300/s  5 s left`, fit for 80 columns; no bar where `total` is 0, for unknown. */
export function progressWords(people: number, read: number, total: number, milliseconds: number): string {
  const rate = milliseconds <= 0 ? 0 : Math.round((people * 1000) / milliseconds);
  const counts = `${grouped(people)} people  ${grouped(rate)}/s`;
  if (total === 0 || read === 0) return counts;
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
