import type { CommandSpec } from '../shell/command.ts';

/**
 * Every command, in the order in which help lists them, loaded when it is asked for: one run needs one of them, and all
 * together cost a tenth of the start-up. Adding one is one file and one line here.
 */
const loaders = {
  match: async () => (await import('./match.ts')).match,
  fit: async () => (await import('./fit.ts')).fit,
  gaps: async () => (await import('./gaps.ts')).gaps,
  assess: async () => (await import('./assess.ts')).assess,
  explore: async () => (await import('./explore.ts')).explore,
  profile: async () => (await import('./profile.ts')).profile,
  progress: async () => (await import('./progress.ts')).progress,
  done: async () => (await import('./done.ts')).done,
  import: async () => (await import('./import.ts')).importProfile,
  scan: async () => (await import('./scan.ts')).scan,
  posting: async () => (await import('./posting.ts')).posting,
  plan: async () => (await import('./plan.ts')).plan,
  route: async () => (await import('./route.ts')).route,
  'what-if': async () => (await import('./what-if.ts')).whatIf,
  compare: async () => (await import('./compare.ts')).compare,
  diff: async () => (await import('./diff.ts')).diff,
  roles: async () => (await import('./roles.ts')).roles,
  skills: async () => (await import('./skills.ts')).skills,
  show: async () => (await import('./show.ts')).show,
  validate: async () => (await import('./validate.ts')).validate,
  rules: async () => (await import('./rules.ts')).listRules,
  schema: async () => (await import('./schema.ts')).schema,
  convert: async () => (await import('./convert.ts')).convert,
  completion: async () => (await import('./completion.ts')).completion,
} satisfies Record<string, () => Promise<CommandSpec>>;

export const commandNames: readonly string[] = Object.keys(loaders);

/** The command of this name, or nothing. */
export async function loadCommand(name: string | undefined): Promise<CommandSpec | undefined> {
  return name !== undefined && Object.hasOwn(loaders, name) ? loaders[name as keyof typeof loaders]() : undefined;
}

/** All commands: for help, and for names that no command has. */
export async function loadCommands(): Promise<readonly CommandSpec[]> {
  return Promise.all(Object.values(loaders).map((load) => load()));
}
