import { type Diagnostic, severityOf } from '../core/model/diagnostic.ts';
import { diagnosticLines } from '../report/diagnostic-lines.ts';
import { toSafeJson } from '../report/format-json.ts';
import { makePaint } from '../report/paint.ts';
import { type Format, formats } from '../report/render.ts';
import { hasFace, type Report } from '../report/report.ts';
import { suggestWords } from '../search/suggest.ts';
import { wrapResults } from './answers/envelope.ts';
import { commandNames, loadCommand, loadCommands } from './commands/registry.ts';
import { openCatalog, programVersion } from './open/open-catalog.ts';
import { replacedNotes } from './open/replaced-notes.ts';
import { findPerson } from './person/open-person.ts';
import { discoverProfile } from './person/profile-place.ts';
import type { CommandSpec, InputPath, Invocation, OpenCatalog, Session } from './shell/command.ts';
import { commandWords, needsAllOptions } from './shell/command-words.ts';
import { type ExitCode, exitCodes, Failure, Interrupted, usageFailure } from './shell/failure.ts';
import { guardOutputs, hasOutputs } from './shell/guard-outputs.ts';
import type { Io } from './shell/io.ts';
import { isReadAloud, wantsColour } from './shell/io.ts';
import { ReaderGone, writeToFile, writeToOutput } from './shell/output.ts';
import { optionsOf, parseCommandLine } from './shell/program.ts';
import { openProgressLine } from './shell/progress-line.ts';
import { disarmParts, withQuietErrors } from './shell/quiet-log.ts';

/** Nobody reads more than this on a screen. */
const maxPrinted = 100;
/** Without a terminal and without `--width`, lines are broken here. */
const defaultWidth = 80;

/**
 * Runs one command line, without the program's name, and returns its exit code. Prints only to the streams of `io`;
 * never throws and never exits.
 */
export async function run(argv: readonly string[], world: Io): Promise<ExitCode> {
  const io = withQuietErrors(world);
  try {
    return await runCommand(argv, io);
  } catch (error) {
    if (error instanceof ReaderGone) return exitCodes.fine;
    if (error instanceof Interrupted) return error.exitCode;
    const failure = error instanceof Failure ? error : bugFailure(error);
    return await reportFailure(argv, io, failure, error);
  }
}

async function runCommand(argv: readonly string[], io: Io): Promise<ExitCode> {
  const printed: string[] = [];
  const more = needsAllOptions(argv) ? (await loadCommands()).flatMap(optionsOf) : [];
  const words = commandWords(argv, commandNames, more);
  // Describing every command to commander takes a millisecond; only help and misspelled names need them all.
  const asked = await loadCommand(words[0]);
  const parsed = parseCommandLine(words, asked === undefined ? await loadCommands() : [asked], {
    out: (text) => printed.push(text),
    version: words.some((word) => word === '-V' || word === '--version') ? programVersion(io.home) : '',
    width: screenWidth(io, undefined),
  });
  if ('printed' in parsed) {
    await writeToOutput(io.stdout, printed);
    return exitCodes.fine;
  }
  const { spec, invocation } = parsed;
  const options = optionsOf(spec);
  if (hasOutputs(options, invocation)) guardOutputs(io, options, invocation, await inputsOf(io, spec, invocation));
  const session = openSession(io, spec, invocation);
  if (argv.length === 0 && (await findPerson(io, (await session.openCatalog()).catalog, {})) === undefined) {
    const { showFirstScreen } = await import('./dialogue/first-screen.ts');
    return showFirstScreen(session, (way) => runCommand(way, io));
  }
  const { report, exitCode, format = session.format } = await spec.run(session, invocation);
  if (report !== undefined) await writeReport(io, { ...session, format }, parsed, report);
  await sayReplaced(io, session, parsed);
  return exitCode();
}

interface CommandLine {
  readonly spec: CommandSpec;
  readonly invocation: Invocation;
}

/** Says what the packs of a command replaced, where it used them; `validate` says it at each entry. */
async function sayReplaced(io: Io, session: OpenedSession, { spec, invocation }: CommandLine): Promise<void> {
  const { options } = invocation;
  const opened = await session.opened();
  if (opened === undefined || options['quiet'] === true || spec.name === 'validate') return;
  await printDiagnostics(io, replacedNotes(opened.catalog.packs), options['color'] !== false);
}

/** What a command line reads without an option that says so: its arguments, and the profile that is found when none is named. */
async function inputsOf(io: Io, spec: CommandSpec, { names, options }: Invocation): Promise<readonly InputPath[]> {
  const isNamed = options['profile'] !== undefined || options['skills'] !== undefined;
  const found = spec.usesProfile && !isNamed ? discoverProfile(io) : undefined;
  return [...((await spec.inputs?.(names, io)) ?? []), ...(found === undefined ? [] : [{ path: found }])];
}

/** A session that knows whether its catalog was asked for. */
interface OpenedSession extends Session {
  readonly opened: () => Promise<OpenCatalog> | undefined;
}

function openSession(io: Io, spec: CommandSpec, { options }: Invocation): OpenedSession {
  let opened: Promise<OpenCatalog> | undefined;
  const packs = (options['pack'] as string[] | undefined) ?? [];
  const onScreen = io.stdout.isTTY && options['output'] === undefined;
  const standard = (onScreen ? spec.screenFormat : undefined) ?? (spec.formats[0] as Format);
  return {
    io,
    openCatalog: () => {
      opened ??= openCatalog(io, packs, options['followLinks'] === true);
      return opened;
    },
    opened: () => opened,
    openProgress: (quietFor) => openProgressLine(io, options['quiet'] !== true, quietFor),
    format: (options['format'] as Format | undefined) ?? standard,
    width: screenWidth(io, options['width'] as number | undefined),
  };
}

function screenWidth(io: Io, asked: number | undefined): number {
  if (asked !== undefined) return asked;
  const { columns } = io.stdout;
  return columns !== undefined && columns > 0 ? Math.max(20, columns) : defaultWidth;
}

async function writeReport(
  io: Io,
  { format, width }: Session,
  { spec, invocation: { options } }: CommandLine,
  full: Report,
): Promise<void> {
  const output = options['output'] as string | undefined;
  const quiet = options['quiet'] === true;
  const report = quiet ? { ...full, notes: [] } : full;
  const toFile = output !== undefined && output !== '-';
  const paint = await makePaint(!toFile && wantsColour(io, io.stdout, options['color'] !== false));
  const made = await formats[format].render(report, { width, paint, readAloud: isReadAloud(io, options) });
  if (made === undefined) {
    const others = spec.formats.filter((one) => hasFace(report, formats[one].face));
    throw usageFailure(`this answer of ${spec.name} cannot be printed as ${format}`, `use -f ${others.join(' or -f ')}`);
  }
  const rendered = formats[format].isForPeople ? disarmParts(made) : made;
  if (toFile) await writeToFile(io, output, rendered);
  else await writeToOutput(io.stdout, rendered);
  // Rows, files and calendars have no room for notes; people still see them.
  const carriesNotes = ['blocks', 'data', 'findings'].includes(formats[format].face);
  const printed = [...(carriesNotes ? [] : report.notes), ...(report.told ?? [])];
  if (!quiet) await printDiagnostics(io, printed, options['color'] !== false);
}

async function printDiagnostics(io: Io, diagnostics: readonly Diagnostic[], colourFlag: boolean): Promise<void> {
  if (diagnostics.length === 0) return;
  const paint = await makePaint(wantsColour(io, io.stderr, colourFlag));
  const lines = diagnostics.slice(0, maxPrinted).flatMap(diagnosticLines);
  const more = diagnostics.length - maxPrinted;
  const rest = more > 0 ? `and ${more} more like these; -f json lists all\n` : '';
  await io.stderr.write(`${lines.map((line) => `${paint(line.text, line.tone)}\n`).join('')}${rest}`);
}

function bugFailure(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error);
  return new Failure(exitCodes.bug, [{ code: 'internal', facts: { message } }]);
}

/** What went wrong, on stderr; with `-f json` also as JSON on stdout, so that a script finds it where it looks. */
async function reportFailure(argv: readonly string[], io: Io, failure: Failure, cause: unknown): Promise<ExitCode> {
  const shown = withFormatSuggestion(failure, argv);
  try {
    if (asksForJson(argv)) {
      const command = argv.find((word) => commandNames.includes(word)) ?? 'match';
      const text = `${toSafeJson(wrapResults({ command, results: [], diagnostics: shown }), 2)}\n`;
      await writeToOutput(io.stdout, [text]);
    }
    await printDiagnostics(
      io,
      shown.filter((diagnostic) => severityOf(diagnostic) !== 'note'),
      !argv.includes('--no-color'),
    );
    if (failure.hint !== '') await io.stderr.write(`\n${failure.hint}`);
    if (failure.exitCode === exitCodes.bug && io.env['CAREERPATH_DEBUG'] !== undefined && cause instanceof Error)
      await io.stderr.write(`${cause.stack}\n`);
  } catch {
    // Nobody is left to tell.
  }
  return failure.exitCode;
}

/** Commander names the allowed choices of `--format`, and leaves the nearest one to us. */
function withFormatSuggestion(failure: Failure, argv: readonly string[]): readonly Diagnostic[] {
  return failure.diagnostics.map((diagnostic) => {
    if (diagnostic.code !== 'wrong-usage' || (diagnostic.suggestions ?? []).length > 0) return diagnostic;
    const { problem } = diagnostic.facts;
    const choices = /argument "(.*?)" is invalid\. Allowed choices are (.*)$/.exec(problem);
    if (choices !== null) {
      const near = suggestWords(choices[1] ?? '', (choices[2] ?? '').split(', '), 1);
      return { ...diagnostic, suggestions: near };
    }
    const unknown = /unknown command "(.*)"/.exec(problem);
    if (unknown === null) return diagnostic;
    return {
      ...diagnostic,
      suggestions: suggestWords(unknown[1] ?? argv[0] ?? '', commandNames, 1),
    };
  });
}

function asksForJson(argv: readonly string[]): boolean {
  return argv.some(
    (word, i) =>
      word === '--json' ||
      word === '--format=json' ||
      word === '-fjson' ||
      ((word === '-f' || word === '--format') && argv[i + 1] === 'json'),
  );
}
