import type { Io } from './io.ts';

/** A line that tells how far a long job is. */
export interface ProgressLine {
  /** What is being done, and how far it is. `far` is called only when the line is drawn. */
  readonly show: (stage: string, far: () => string) => Promise<void>;
  /** Takes the line away again. */
  readonly clear: () => Promise<void>;
}

/** Milliseconds between two drawings of one stage: more often only flickers. */
const pause = 200;

const eraseLine = '\r\u001b[K';

/**
 * One line on standard error, drawn anew in place and gone at the end. Only a terminal that can go back in a line gets it, and
 * only where it is wanted; anywhere else nothing is written. A new stage shows without a wait, since it may be long.
 *
 * @param quietFor milliseconds within which the work may end without a line
 */
export function openProgressLine(io: Pick<Io, 'stderr' | 'env' | 'now'>, wanted: boolean, quietFor: number): ProgressLine {
  const { stderr } = io;
  if (!wanted || !stderr.isTTY || io.env['TERM'] === 'dumb') return { show: async () => {}, clear: async () => {} };
  const quietUntil = io.now().getTime() + quietFor;
  let next = quietUntil;
  let stageShown: string | undefined;
  let shown = '';
  let broken = false;
  const draw = async (text: string): Promise<void> => {
    if (broken) return;
    // A terminal that has gone is no reason to stop the work.
    await stderr.write(text).catch(() => {
      broken = true;
    });
  };
  return {
    async show(stage, far) {
      const time = io.now().getTime();
      if (time < (stage === stageShown ? next : quietUntil)) return;
      next = time + pause;
      stageShown = stage;
      // A line that wraps could not be taken away.
      const line = `${stage} ${far()}`.trimStart().slice(0, Math.max(1, (stderr.columns ?? 80) - 1));
      if (line === shown) return;
      shown = line;
      await draw(`${eraseLine}${line}`);
    },
    async clear() {
      if (shown !== '') await draw(eraseLine);
      shown = '';
      stageShown = undefined;
    },
  };
}
