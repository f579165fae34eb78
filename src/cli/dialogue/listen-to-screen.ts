/** What of inquirer's readline is needed here. */
interface Line {
  readonly on: (event: string, listener: () => void) => unknown;
  readonly removeListener: (event: string, listener: () => void) => unknown;
}

/**
 * A new screen size redraws a prompt, and an end of the input (Ctrl-D) ends the question, which would otherwise wait for ever.
 */
export function listenToScreen(rl: Line, redraw: (size: string) => void, ended: () => void): () => void {
  const resized = (): void => redraw(`${process.stderr.columns} ${process.stderr.rows}`);
  process.stderr.on('resize', resized);
  rl.on('close', ended);
  return () => {
    process.stderr.off('resize', resized);
    rl.removeListener('close', ended);
  };
}
