import { useEffect, useRef, useState } from '@inquirer/core';

/** What of inquirer's readline is needed here. */
export interface Line {
  readonly input: Emitter;
  /** What is typed. */
  readonly line: string;
  readonly write: (text: string) => void;
  readonly on: (event: string, listener: () => void) => unknown;
  readonly removeListener: (event: string, listener: () => void) => unknown;
}

interface Emitter {
  readonly on: (event: string, listener: (text: string) => void) => unknown;
  readonly removeListener: (event: string, listener: (text: string) => void) => unknown;
}

/**
 * A new size of the screen, and a return to it after Ctrl-Z, draw a prompt anew; an end of the input (Ctrl-D) ends the
 * question, which would otherwise wait for ever.
 */
export function useScreen(ended: () => void): void {
  const [drawn, setDrawn] = useState(0);
  const times = useRef(drawn);
  const finish = useRef(ended);
  useEffect(
    (rl) =>
      listenToScreen(
        rl,
        () => setDrawn(++times.current),
        () => finish.current(),
      ),
    [],
  );
}

function listenToScreen(rl: Line, redraw: () => void, ended: () => void): () => void {
  process.stderr.on('resize', redraw);
  rl.input.on('redraw', redraw);
  rl.on('close', ended);
  return () => {
    process.stderr.off('resize', redraw);
    rl.input.removeListener('redraw', redraw);
    rl.removeListener('close', ended);
  };
}

/** Hands what is pasted to a prompt: one line of text, in one piece. Nothing of it comes as keys. */
export function usePaste(pasted: (text: string, rl: Line) => void): void {
  const handle = useRef(pasted);
  handle.current = pasted;
  useEffect((rl: Line) => {
    const listener = (text: string): void => handle.current(text, rl);
    rl.input.on('paste', listener);
    return () => {
      rl.input.removeListener('paste', listener);
    };
  }, []);
}
