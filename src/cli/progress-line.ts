import type { Output } from './io.ts';

export interface ProgressLine {
  /** What is being done, and the share of it that is done, 0 to 1. */
  readonly show: (stage: string, share: number) => void;
  readonly clear: () => Promise<void>;
}

const eraseLine = '\r\u001b[K';

/** One line on a terminal that tells how far a long job is; silent anywhere else. It is redrawn when a whole percent is done. */
export function makeProgressLine(output: Output, quiet: boolean): ProgressLine {
  if (!output.isTTY || quiet) return { show: () => {}, clear: async () => {} };
  let shown = '';
  let broken = false;
  const draw = async (text: string): Promise<void> => {
    // A terminal that has gone is no reason to stop the work.
    if (broken) return;
    await output.write(text).catch(() => {
      broken = true;
    });
  };
  return {
    show(stage, share) {
      const line = `${stage} ${Math.floor(share * 100)} %`.slice(0, Math.max(1, (output.columns ?? 80) - 1));
      if (line === shown) return;
      shown = line;
      void draw(`${eraseLine}${line}`);
    },
    clear: async () => {
      if (shown !== '') await draw(eraseLine);
    },
  };
}
