import type { OptionSpec } from './command.ts';
import { commonOptions } from './program.ts';

const printing = ['-h', '--help', '-V', '--version'];

const flagsOf = ({ flags }: OptionSpec): string[] => flags.match(/--?[\w-]+/g) ?? [];
const common = new Set([...printing, ...commonOptions.flatMap(flagsOf)]);

/** Whether a line begins with options of which some are not every command's: to read it, all commands' options must be known. */
export function needsAllOptions([first, ...more]: readonly string[]): boolean {
  return first?.startsWith('-') === true && [first, ...more].some((word) => /^--?[a-z]/.test(word) && !common.has(nameOf(word)));
}

function nameOf(word: string): string {
  return word.split('=')[0] ?? word;
}

/**
 * A command line with its command first, wherever it stands among the options; without any, `match`. `help` and `version` work
 * as words too.
 *
 * @param argv without the program's name
 * @param more the options of all commands, where `needsAllOptions` says so
 */
export function commandWords(
  argv: readonly string[],
  commands: readonly string[],
  more: readonly OptionSpec[] = [],
): readonly string[] {
  const [first, second] = argv;
  if (first === 'help') {
    if (second === undefined) return ['--help'];
    // Help for what is no command is a misspelled command.
    return commands.includes(second) ? [second, '--help'] : [second];
  }
  if (first === 'version' || first === '-v') return ['--version'];
  const at = firstWord(argv, [...commonOptions, ...more]);
  const word = argv[at];
  if (word !== undefined && commands.includes(word)) return [word, ...argv.slice(0, at), ...argv.slice(at + 1)];
  // A first word that is no command is a misspelled one; behind options it names what `match` is asked about.
  if ((at === 0 && word !== undefined) || argv.some((one) => printing.includes(one))) return argv;
  return ['match', ...argv];
}

/** The place of the first word that is neither an option nor its value; behind the last one when there is none. */
function firstWord(argv: readonly string[], options: readonly OptionSpec[]): number {
  const valued = new Set(options.filter(({ flags }) => flags.includes('<')).flatMap(flagsOf));
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] ?? '';
    if (word === '--') return argv.length;
    if (!word.startsWith('-') || word === '-') return at;
    if (valued.has(word)) at++;
  }
  return argv.length;
}
