import type { Io } from './io.ts';

/** The flag wins, then FORCE_COLOR, then NO_COLOR, then whether the stream is a terminal that can. */
export function wantsColour(io: Io, stream: { readonly isTTY: boolean }, flag: boolean): boolean {
  if (!flag) return false;
  const force = io.env['FORCE_COLOR'];
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  if (io.env['NO_COLOR'] !== undefined && io.env['NO_COLOR'] !== '') return false;
  return stream.isTTY && io.env['TERM'] !== 'dumb';
}
