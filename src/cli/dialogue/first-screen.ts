import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { discoverProfile, profileToWrite, starterProfile } from '../person/profile-place.ts';
import type { Session } from '../shell/command.ts';
import { type ExitCode, exitCodes } from '../shell/failure.ts';
import type { Io } from '../shell/io.ts';
import { writeToOutput } from '../shell/output.ts';
import type { Asker, Reply } from './asker.ts';
import { openConversation } from './open-asker.ts';

/** A way to a first answer. */
interface Way {
  readonly label: string;
  readonly hint: string;
  /** The command line that goes this way, where there is nobody to ask. */
  readonly command: string;
  /** The same after the program's name, once what it needs is asked for. */
  readonly words: (asker: Asker, io: Io, profile: string) => Promise<Reply<readonly string[]>>;
}

const ways: readonly Way[] = [
  {
    label: 'Answer questions',
    hint: 'search your skills, rate them, and see the fits move; every answer is saved',
    command: 'careerpath assess',
    words: async () => ({ kind: 'answer', value: ['assess'] }),
  },
  {
    label: 'Start from my CV',
    hint: 'PDF, Word, text, or an export of LinkedIn or Europass; you look it over before it is saved',
    command: 'careerpath import cv.pdf --into skills.yaml',
    words: async (asker, io, profile) => {
      const path = await askPath(asker, io, 'Which file?', '');
      return wordsWith(path, (file) => ['import', file, '--into', profile]);
    },
  },
  {
    label: 'Scan my code',
    hint: 'what the files of a folder show; you see it before it is saved',
    command: 'careerpath scan . --into skills.yaml',
    words: async (asker, io, profile) => {
      const path = await askPath(asker, io, 'Which folder?', '.');
      return wordsWith(path, (folder) => ['scan', folder, '--into', profile]);
    },
  },
  {
    label: 'Look around',
    hint: 'browse roles, what they ask, and how to get there; nothing is saved',
    command: 'careerpath explore',
    words: async () => ({ kind: 'answer', value: ['explore'] }),
  },
];

/**
 * What somebody sees who has no profile yet: on a terminal a short menu, after which the chosen command runs and the next one
 * is named; elsewhere the same ways as commands, then a profile to paste.
 *
 * @param run runs a command line, given without the program's name
 */
export async function showFirstScreen(session: Session, run: (words: readonly string[]) => Promise<ExitCode>): Promise<ExitCode> {
  const { io } = session;
  if (!io.stdout.isTTY || io.terminal?.() === undefined) {
    await writeToOutput(io.stdout, [greeting()]);
    return exitCodes.fine;
  }
  const chosen = await chooseWay(session);
  if ('ended' in chosen) return chosen.ended;
  if (chosen.words === undefined) {
    await writeToOutput(io.stdout, [greeting()]);
    return exitCodes.fine;
  }
  const code = await run(chosen.words);
  if (code !== exitCodes.fine) return code;
  // The assessment ends with its own next commands.
  if (chosen.words[0] !== 'assess') await writeToOutput(io.stdout, [nextCommands(io)]);
  return code;
}

/** The words of the chosen way; none when somebody left without one. */
async function chooseWay(
  session: Session,
): Promise<{ readonly ended: ExitCode } | { readonly words: readonly string[] | undefined }> {
  const { io } = session;
  const conversation = await openConversation(session, { names: [], options: {} }, 'careerpath');
  const { asker } = conversation;
  try {
    for (;;) {
      const reply = await asker.menu({
        title: 'There is no profile yet. How do you want to begin?',
        choices: ways,
      });
      if (reply.kind === 'interrupt') return { ended: conversation.interruptCode() };
      if (reply.kind !== 'answer') return { words: undefined };
      const words = await ways[reply.value]?.words(asker, io, profileToWrite(io, undefined).shown);
      if (words?.kind === 'interrupt') return { ended: conversation.interruptCode() };
      if (words?.kind === 'answer') return { words: words.value };
    }
  } finally {
    conversation.close();
  }
}

/** A file or folder that exists, as somebody types or drops it: in quotes, or from the home folder. */
async function askPath(asker: Asker, io: Io, title: string, standard: string): Promise<Reply<string>> {
  const pathOf = (text: string): string =>
    text
      .trim()
      .replace(/^(['"])(.*)\1$/, '$2')
      .replace(/^~(?=\/|$)/, io.env['HOME'] ?? '~');
  const reply = await asker.line({
    title,
    standard,
    problem: (text) => {
      if (pathOf(text) === '') return 'Type its name, or leave with Esc.';
      return existsSync(resolve(io.cwd, pathOf(text))) ? undefined : 'There is no such file or folder here.';
    },
  });
  return reply.kind === 'answer' ? { ...reply, value: pathOf(reply.value) } : reply;
}

function wordsWith(path: Reply<string>, words: (path: string) => readonly string[]): Reply<readonly string[]> {
  if (path.kind === 'level') return { kind: 'back' };
  return path.kind === 'answer' ? { kind: 'answer', value: words(path.value) } : path;
}

function nextCommands(io: Io): string {
  const saved = discoverProfile(io) !== undefined;
  return saved
    ? '\nNext: careerpath match · careerpath assess to rate what was found\n'
    : '\nNext: careerpath assess · careerpath roles\n';
}

function greeting(): string {
  const widest = Math.max(...ways.map(({ command }) => command.length));
  const lines = ways.map(({ command, label }) => `  ${command.padEnd(widest)}  ${label[0]?.toLowerCase()}${label.slice(1)}`);
  return `careerpath: how far you are from a role, what is missing, and what to learn first.

There is no profile yet. Start with one of these:

${lines.join('\n')}

Or write it yourself. ${starterProfile}
More: careerpath roles · careerpath skills · careerpath --help
`;
}
