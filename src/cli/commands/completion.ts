import { suggestWords } from '../../search/suggest.ts';
import { completeWords } from '../completion/complete-words.ts';
import { completionScripts } from '../completion/completion-scripts.ts';
import type { CommandSpec } from '../shell/command.ts';
import { usageFailure } from '../shell/failure.ts';
import { printLines } from '../shell/print-lines.ts';

const shells = Object.keys(completionScripts);

export const completion: CommandSpec = {
  name: 'completion',
  argument: '<shell> [words...]',
  group: 'Data',
  summary: 'completion for bash, zsh or fish: commands, options, roles, skills and their levels',
  examples: [
    'source <(careerpath completion bash)      # in ~/.bashrc',
    'source <(careerpath completion zsh)       # in ~/.zshrc, after compinit',
    'careerpath completion fish > ~/.config/fish/completions/careerpath.fish',
    'careerpath completion bash -- match sen   # what the scripts ask for: the words that could stand last',
  ],
  formats: ['table'],
  usesProfile: false,
  options: [],
  complete: (_, given) => (given.length === 0 ? shells : []),
  async run(session, invocation) {
    const [shell = '', ...words] = invocation.names;
    if (!shells.includes(shell))
      throw usageFailure(`no completion for "${shell}"`, 'use bash, zsh or fish', suggestWords(shell, shells, 1));
    if (words.length > 0) {
      // Pressing the tab key must stay silent: a line that cannot be completed gets no words.
      const { catalog } = await session.openCatalog();
      const { loadCommands } = await import('./registry.ts');
      return printLines(session, invocation, completeWords(await loadCommands(), catalog, words));
    }
    return printLines(session, invocation, [completionScripts[shell] ?? '']);
  },
};
