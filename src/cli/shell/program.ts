import { Command, CommanderError, Option } from 'commander';
import type { CommandSpec, Invocation, OptionSpec } from './command.ts';
import { numberOption } from './command.ts';
import { usageFailure } from './failure.ts';

/** What the command line asks for: a command to run, or text that commander has printed already. */
export type Parsed = { readonly spec: CommandSpec; readonly invocation: Invocation } | { readonly printed: true };

interface Print {
  readonly out: (text: string) => void;
  readonly version: string;
  readonly width: number;
}

const sharedOptions: readonly OptionSpec[] = [
  { flags: '--pack <folder>', description: 'use this pack; again for a pack over it', repeatable: true, path: 'input' },
  { flags: '--follow-links', description: 'follow links in a pack that lead out of it' },
  { flags: '-o, --output <file>', description: 'write to a file instead of standard output', path: 'output' },
  { flags: '--no-color', description: 'no colours (NO_COLOR and FORCE_COLOR count too)' },
  { flags: '--width <columns>', description: 'columns of the screen', parse: numberOption('--width', 20, 1000, true) },
  { flags: '--no-input', description: 'never ask; fail and say which flag is missing' },
  { flags: '-q, --quiet', description: 'no notes and warnings' },
  { flags: '--json', description: 'short for -f json' },
];

const profileOptions: readonly OptionSpec[] = [
  {
    flags: '-p, --profile <file>',
    description: 'the skill profile, - for standard input (else CAREERPATH_PROFILE, ./skills.yaml, the config folder)',
    path: 'input',
  },
  {
    flags: '--skills <list>',
    description: 'skills on the spot, such as "java=3,sql=2,docker"; with --profile they are added',
    repeatable: true,
  },
];

const formatOption: OptionSpec = { flags: '-f, --format <format>', description: 'how to print the answer' };

/** What every command, or every one that reads a profile, takes. */
export const commonOptions: readonly OptionSpec[] = [formatOption, ...profileOptions, ...sharedOptions];

/** All options of a command: the format's, its own, and those that it shares. */
export function optionsOf(spec: CommandSpec): readonly OptionSpec[] {
  const format = { ...formatOption, values: spec.formats };
  return [format, ...spec.options, ...(spec.usesProfile ? profileOptions : []), ...sharedOptions];
}

/**
 * Parses a command line. Wrong usage becomes a `Failure` with exit code 2; help and version are printed here.
 */
export function parseCommandLine(argv: readonly string[], specs: readonly CommandSpec[], print: Print): Parsed {
  let parsed: Parsed = { printed: true };
  const program = new Command('careerpath')
    .description('How far you are from a role, what is missing, and what to learn first. Offline.')
    .usage('[command] [options]')
    .version(print.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help; after a command: its options and examples')
    .helpCommand(false)
    .showSuggestionAfterError(true)
    .exitOverride()
    // Without the word [options] on every line, summaries have room to be wrapped at 80 columns.
    .configureHelp({
      subcommandTerm: (command) => `${command.name()} ${command.usage().replace(/\[options\] ?/, '')}`.trimEnd(),
      minWidthToWrap: 20,
    })
    .configureOutput({
      writeOut: print.out,
      writeErr: () => {},
      getOutHelpWidth: () => print.width,
      getOutHasColors: () => false,
    });
  program.addHelpText(
    'after',
    '\nWith no command: match, when there is a profile; else what to type first.\nEvery command answers to --help, and to: careerpath help COMMAND. Options may stand before the command too.',
  );
  for (const spec of specs) {
    const command = program
      .command(`${spec.name}${spec.argument === '' ? '' : ` ${spec.argument}`}`)
      .summary(spec.summary)
      .description(`${spec.summary[0]?.toUpperCase()}${spec.summary.slice(1)}.`)
      .helpGroup(`${spec.group}:`)
      .allowExcessArguments(false)
      .addHelpText('after', `\nExamples:\n${spec.examples.map((line) => `  ${line}`).join('\n')}`)
      .action((...given: unknown[]) => {
        const names = given
          .slice(0, -2)
          .flat()
          .filter((name) => name !== undefined) as string[];
        parsed = { spec, invocation: { names, options: withFormat(spec, given.at(-2) as Record<string, unknown>) } };
      });
    for (const option of optionsOf(spec)) command.addOption(makeOption(option));
  }
  try {
    program.parse(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0 || error.code === 'commander.help') return { printed: true };
    throw usageOf(error, argv, specs);
  }
  return parsed;
}

/** `--json` is a format like any other. */
function withFormat(spec: CommandSpec, options: Record<string, unknown>): Record<string, unknown> {
  if (options['json'] !== true) return options;
  const format = options['format'];
  if (format !== undefined && format !== 'json')
    throw usageFailure(`--json and --format ${String(format)} ask for different things`, 'give one of them');
  if (!spec.formats.includes('json')) throw usageFailure(`${spec.name} prints no JSON`, `use -f ${spec.formats.join(' or -f ')}`);
  return { ...options, format: 'json' };
}

function makeOption({ flags, description, repeatable, values, parse }: OptionSpec): Option {
  const option = new Option(flags, description);
  if (repeatable === true) option.argParser((text: string, before: string[] | undefined) => [...(before ?? []), text]);
  else if (parse !== undefined) option.argParser(parse);
  else if (values !== undefined) option.choices([...values]);
  return option;
}

/** Commander's complaint in our form, with the nearest choice where a choice was misspelled. */
function usageOf(error: CommanderError, argv: readonly string[], specs: readonly CommandSpec[]): Error {
  const [complaint = '', suggestion = ''] = error.message.replace(/^error: /, '').split('\n');
  const known = specs.find((spec) => argv.includes(spec.name));
  const help = known === undefined ? 'careerpath --help' : `careerpath ${known.name} --help`;
  const near = [...suggestion.matchAll(/\(Did you mean (?:one of )?(.*)\?\)/g)].flatMap((match) => (match[1] ?? '').split(', '));
  return usageFailure(complaint.replace(/\.$/, '').replaceAll("'", '"'), `see: ${help}`, near);
}
