import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import { diagnosticLines } from '../../report/diagnostic-lines.ts';
import { diffBlocks, diffData, diffRecords } from '../answers/diff-answer.ts';
import { catalogData, wrapResults } from '../answers/envelope.ts';
import { type Compared, compareAssessors, comparePacks, comparePeople, type DiffSettings } from '../batch/compare-sides.ts';
import type { InputFormat } from '../batch/people-files.ts';
import { askedColumns, splitList, tableOptions } from '../batch/people-options.ts';
import { openCatalog } from '../open/open-catalog.ts';
import { pickRoles } from '../open/pick-named.ts';
import type { CommandSpec, InputPath, Session } from '../shell/command.ts';
import { exitCodes, usageFailure } from '../shell/failure.ts';
import type { Io } from '../shell/io.ts';

export const diff: CommandSpec = {
  name: 'diff',
  argument: '<before> [after]',
  group: 'Many',
  summary: 'two profiles, two files of people or two packs: which levels, fits and verdicts moved, the greatest change first',
  examples: [
    'careerpath diff spring.yaml skills.yaml',
    'careerpath diff team-spring.csv team-autumn.csv --roles backend-developer -f csv',
    'careerpath diff main/data data --people team.csv -f markdown   # what a change of the data does to real people',
    'careerpath diff --assessors self,manager ratings.csv',
  ],
  formats: ['table', 'json', 'csv', 'markdown'],
  usesProfile: false,
  options: [
    { flags: '--people <file>', description: 'with two packs: the people whose fits are compared', path: 'input' },
    {
      flags: '--assessors <two>',
      description: 'what two assessors say, such as self,manager, in one file with both or in a file of each',
      parse: parseAssessors,
    },
    { flags: '--roles <ids>', description: 'only the fits to these roles, separated by commas (default: all)' },
    ...tableOptions,
  ],
  inputs: (names): InputPath[] => names.map((path) => ({ path })),
  async run(session, { names, options }) {
    const settings = settingsOf(options);
    const compared = await compareSides(session, names, options, settings);
    const { answer, opened, bad, account } = compared;
    const notes: Diagnostic[] = [...bad, ...account];
    if (options['quiet'] !== true && session.format !== 'json') {
      const lines = notes.flatMap(diagnosticLines).map((line) => `${line.text}\n`);
      await session.io.stderr.write(lines.join(''));
    }
    const { by, before, after, both, onlyBefore, onlyAfter } = answer;
    return {
      report: {
        notes: [],
        blocks: () => diffBlocks(answer),
        records: () => diffRecords(answer),
        data: () =>
          wrapResults({
            command: 'diff',
            opened: opened[1],
            results: [diffData(answer)],
            more: {
              compared: { by, before, after },
              ...(by === 'packs' ? { catalogBefore: catalogData(opened[0]) } : {}),
              people: { both, onlyBefore, onlyAfter },
            },
            diagnostics: notes,
          }),
      },
      exitCode: () => (bad.length > 0 ? exitCodes.no : exitCodes.fine),
    };
  },
};

type Options = Readonly<Record<string, unknown>>;

/** Reads `self,manager`. */
function parseAssessors(text: string): readonly [string, string] {
  const [left, right, ...more] = splitList(text);
  if (left === undefined || right === undefined || more.length > 0 || left.toLowerCase() === right.toLowerCase())
    throw usageFailure(`--assessors: "${text}" does not name two`, 'write two that differ, such as --assessors self,manager');
  return [left, right];
}

function settingsOf(options: Options): DiffSettings {
  return {
    reading: {
      columns: askedColumns(options),
      stdinFormat: (options['input'] as InputFormat | undefined) ?? 'ndjson',
      sheet: options['sheet'] as string | undefined,
    },
    rolesOf: (catalog) => {
      const named = pickRoles(catalog, splitList(options['roles']));
      return named.length > 0 ? named : Array.from({ length: catalog.index.roleCount }, (_, role) => role);
    },
  };
}

async function compareSides(
  session: Session,
  [before = '', after, ...more]: readonly string[],
  options: Options,
  settings: DiffSettings,
): Promise<Compared> {
  const { io } = session;
  const assessors = options['assessors'] as readonly [string, string] | undefined;
  const people = options['people'] as string | undefined;
  if (before === '-' && after === '-') throw usageFailure('standard input can be read once', 'name a file for one of the two');
  if (more.length > 0) throw usageFailure('diff compares two things', 'name two files, or two packs');
  if (assessors !== undefined) {
    if (people !== undefined || [before, after].some((path) => path !== undefined && isPack(io, path)))
      throw usageFailure('--assessors compares what two say of people', 'name one file of people with both, or a file of each');
    const opened = await session.openCatalog();
    if (after === undefined) return compareAssessors(io, opened, before, assessors, settings);
    return comparePeople(io, opened, [before, after], settings, assessors);
  }
  if (after === undefined) throw usageFailure('diff: there is nothing to compare with', 'name what came after as well');
  const packs = [before, after].map((path) => isPack(io, path));
  if (packs[0] !== packs[1])
    throw usageFailure(
      `${packs[0] ? before : after} is a pack, and ${packs[0] ? after : before} is none`,
      'name two packs (and people with --people), or two files of people',
    );
  if (packs[0] !== true) {
    if (people !== undefined) throw usageFailure('--people is for two packs', 'name two packs before it');
    return comparePeople(io, await session.openCatalog(), [before, after], settings);
  }
  const below = (options['pack'] as string[] | undefined) ?? [];
  const links = options['followLinks'] === true;
  const opened = [await openCatalog(io, [...below, before], links), await openCatalog(io, [...below, after], links)] as const;
  return comparePacks(io, opened, [before, after], people, settings);
}

function isPack(io: Io, path: string): boolean {
  return path !== '-' && existsSync(join(resolve(io.cwd, path), 'pack.yaml'));
}
