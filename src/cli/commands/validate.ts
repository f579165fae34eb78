import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Diagnostic, type Severity, severityOf } from '../../core/model/diagnostic.ts';
import { readTextFile } from '../../documents/read-file.ts';
import { countSeverity, sumOf } from '../../report/findings.ts';
import { wrapResults } from '../answers/envelope.ts';
import { programVersion } from '../open/open-catalog.ts';
import type { CommandSpec, Invocation, Outcome, Session } from '../shell/command.ts';
import { numberOption } from '../shell/command.ts';
import { exitCodes, usageFailure } from '../shell/failure.ts';
import type { Io } from '../shell/io.ts';

export const validate: CommandSpec = {
  name: 'validate',
  argument: '[path...]',
  group: 'Data',
  summary: 'every fault of packs and profiles, where it is and what to do',
  examples: [
    'careerpath validate',
    'careerpath validate my-pack',
    'careerpath validate my-pack/roles/developer.yaml skills.yaml',
    'careerpath validate - < developer.yaml',
    'careerpath validate my-pack --fix',
    'careerpath validate my-pack -f github --max-warnings 0',
    'careerpath validate my-pack --since origin/main -f gitlab -o careerpath.json',
    'careerpath validate my-pack --severity unused-skill=off',
    'careerpath validate my-pack --no-pack-severity --strict',
  ],
  formats: ['frames', 'json', 'sarif', 'github', 'gitlab', 'junit', 'markdown'],
  usesProfile: false,
  options: [
    { flags: '--fix', description: 'fix what is safe to fix: order of labels, ids, missing quotes' },
    { flags: '--severity <code=severity>', description: 'off, warning or error for one rule', repeatable: true },
    { flags: '--no-pack-severity', description: 'without the severities that packs set for themselves' },
    {
      flags: '--since <revision>',
      description: 'only files that changed since then in the local git repository, and what they break elsewhere',
    },
    { flags: '--root <folder>', description: 'what paths in github, gitlab and sarif are relative to (else the git root)' },
    { flags: '--strict', description: 'fail where nothing of yours is there to be checked' },
    {
      flags: '--max-warnings <count>',
      description: 'fail when there are more warnings',
      parse: numberOption('--max-warnings', 0, 1_000_000, true),
    },
  ],
  async inputs(names, io) {
    const { packAround } = await import('../validation/find-targets.ts');
    const named = names.length > 0 ? names : ['skills.yaml', ...(existsSync(join(io.cwd, 'pack.yaml')) ? ['.'] : [])];
    const packs = named.map((name) => packAround(resolve(io.cwd, name))).filter((pack) => pack !== undefined);
    return [...named, ...packs].map((path) => ({ path }));
  },
  run: validatePaths,
};

async function validatePaths(session: Session, { names, options }: Invocation): Promise<Outcome> {
  const { io } = session;
  // The parser, the schemas and the rules: no other command's start-up pays for them.
  const { findTargets, standardNames } = await import('../validation/find-targets.ts');
  const { validateTargets } = await import('../validation/validate-targets.ts');
  const { parseSeverities } = await import('../validation/severities.ts');
  const { openValidationCache } = await import('../validation/cache-place.ts');
  const { rules } = await import('../../checks/registry.ts');
  const set = parseSeverities((options['severity'] as string[] | undefined) ?? []);
  const packs = (options['pack'] as string[] | undefined) ?? [];
  if (options['fix'] === true && names.includes('-')) throw usageFailure('--fix cannot fix standard input', 'name the file');
  const found = await findTargets(io, names, packs);
  const { onlyBuiltIn } = found;
  const since = options['since'];
  const { findChangedFiles, onlyChanged } = await import('../validation/changed-files.ts');
  const targets = typeof since === 'string' ? onlyChanged(found.targets, await findChangedFiles(io, since)) : found.targets;
  const { repositoryPaths } = await import('../validation/repository-paths.ts');
  const pathOf = repositoryPaths(io, typeof options['root'] === 'string' ? options['root'] : undefined);
  const notes: Diagnostic[] = onlyBuiltIn ? [{ code: 'built-in-checked', facts: { looked: standardNames } }] : [];
  if (onlyBuiltIn && options['strict'] === true)
    throw usageFailure(`nothing of yours was checked (no ${standardNames.join(', no ')})`, 'name a pack or a file');
  const texts = new Map<string, string>();
  for (const one of targets) if (one.kind === 'text' && 'text' in one.read) texts.set(one.shown, one.read.text);
  const asked = {
    packs,
    severities: set,
    packSeverities: options['packSeverity'] !== false,
    followLinks: options['followLinks'] === true,
    latest: latestDay(io),
  };
  const look = async (): ReturnType<typeof validateTargets> => {
    const cache = openValidationCache(io, targets);
    const validated = await validateTargets(session, targets, asked, cache);
    cache.save();
    return validated;
  };
  let validated = await look();
  if (options['fix'] === true) {
    const { fixFiles } = await import('../validation/fix-files.ts');
    // A fix can lay another fault bare. Each round fixes something, and a few rounds fix everything.
    for (let round = 0; round < 5; round++) {
      const fixed = await fixFiles(io, validated.diagnostics, validated.ids());
      if (fixed.length === 0) break;
      notes.push(...fixed);
      validated = await look();
    }
  }
  const all = validated.diagnostics;
  const errors = countSeverity(all, 'error');
  const warnings = countSeverity(all, 'warning');
  const most = (options['maxWarnings'] as number | undefined) ?? Number.POSITIVE_INFINITY;
  const warningsFail = warnings > most;
  // What the run fails for is never left out.
  const lowest: readonly Severity[] = warningsFail ? ['error', 'warning'] : ['error'];
  const diagnostics = options['quiet'] === true ? all.filter((one) => lowest.includes(severityOf(one))) : all;
  return {
    report: {
      notes: [],
      told: notes,
      blocks: () => [
        { kind: 'heading', text: sumOf(diagnostics, validated.files.length) },
        { kind: 'diagnostics', diagnostics },
      ],
      data: () => {
        const said = options['quiet'] === true ? diagnostics : [...diagnostics, ...notes];
        const { results: _, ...rest } = wrapResults({ command: 'validate', results: [], diagnostics: said });
        return { ...rest, summary: { files: validated.files.length, errors, warnings } };
      },
      findings: {
        version: programVersion(io.home),
        diagnostics,
        warningsFail,
        files: validated.files,
        pathOf: (file) => (texts.has(file) ? file : pathOf(file)),
        sourceOf: (file) => {
          if (texts.has(file)) return texts.get(file);
          const read = readTextFile(resolve(io.cwd, file), file);
          return 'text' in read ? read.text : undefined;
        },
        whyOf: (code) => rules.find((rule) => rule.code === code)?.why,
      },
    },
    exitCode: () => (errors > 0 || warningsFail ? exitCodes.no : exitCodes.fine),
  };
}

/** The last day that it can be anywhere on Earth: some clocks are fourteen hours ahead. SOURCE_DATE_EPOCH stands in for the clock. */
function latestDay(io: Io): string {
  const fixed = Number(io.env['SOURCE_DATE_EPOCH'] || Number.NaN);
  const now = Number.isSafeInteger(fixed) && Math.abs(fixed) < 1e11 ? fixed * 1000 : Date.now();
  return new Date(now + 14 * 3_600_000).toISOString().slice(0, 10);
}
