import { makeDisarmer } from '../../core/model/log-commands.ts';
import type { Rendered } from '../../report/report.ts';
import type { Io, Output } from './io.ts';

/** What is printed for people, with nothing in it that a CI service would obey. */
export function disarmParts(parts: Rendered): Rendered {
  const disarm = makeDisarmer();
  if (Symbol.asyncIterator in parts)
    return (async function* () {
      for await (const part of parts) yield typeof part === 'string' ? disarm(part) : part;
    })();
  return (function* () {
    for (const part of parts) yield disarm(part);
  })();
}

/** The same world, in which standard error carries no command to a CI service. Its streams are opened when they are first used. */
export function withQuietErrors(io: Io): Io {
  const disarm = makeDisarmer();
  const errors = (): Output => io.stderr;
  const stderr: Output = {
    get isTTY() {
      return errors().isTTY;
    },
    get columns() {
      return errors().columns;
    },
    write: (text) => errors().write(typeof text === 'string' ? disarm(text) : text),
  };
  const { stdout, env, cwd, home, now, onSignal, terminal, page } = io;
  return {
    get stdin() {
      return io.stdin;
    },
    stdout,
    stderr,
    env,
    cwd,
    home,
    now,
    onSignal,
    ...(terminal === undefined ? {} : { terminal }),
    ...(page === undefined ? {} : { page }),
  };
}
