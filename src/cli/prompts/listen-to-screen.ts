/** What of inquirer's readline is needed here. */
interface Line {
  readonly on: (event: string, listener: () => void) => unknown;
  readonly removeListener: (event: string, listener: () => void) => unknown;
}

/**
 * Sets up a prompt's terminal: Esc is known after 50 ms instead of half a second, a new screen size redraws, and an end of
 * the input (Ctrl-D) ends the question, which would otherwise wait for ever.
 */
export function listenToScreen(rl: Line, redraw: (size: string) => void, ended: () => void): () => void {
  Object.assign(rl, { escapeCodeTimeout: 50 });
  const resized = (): void => redraw(`${process.stderr.columns} ${process.stderr.rows}`);
  process.stderr.on('resize', resized);
  rl.on('close', ended);
  return () => {
    process.stderr.off('resize', resized);
    rl.removeListener('close', ended);
  };
}
