import { textAt } from '../../core/catalog/text-table.ts';
import type { Period } from '../../core/model/calendar-day.ts';
import { compareText } from '../../core/model/text-order.ts';
import { traceProgress } from '../../core/score/progress.ts';
import { backgroundOf } from '../../intake/background.ts';
import { readHistory } from '../../intake/skill-history.ts';
import { dayBefore, dayOf, daysBetween } from '../../report/calendar-day.ts';
import { wrapResults } from '../answers/envelope.ts';
import { firstSteps } from '../answers/first-steps.ts';
import { personLine } from '../answers/fit-answer.ts';
import {
  progressBlocks,
  progressData,
  progressRecords,
  type RoleProgress,
  type StaleLevel,
  staleBlocks,
  staleData,
  staleRecords,
} from '../answers/progress-answer.ts';
import { aimedRoles } from '../open/aimed-roles.ts';
import { pickRoles } from '../open/pick-named.ts';
import { openPerson } from '../person/open-person.ts';
import type { CommandSpec, Invocation, Outcome, Session } from '../shell/command.ts';
import { exitCodes, usageFailure } from '../shell/failure.ts';

export const progress: CommandSpec = {
  name: 'progress',
  argument: '[role...]',
  group: 'You',
  summary: 'how your fit moved over the days in your profile, what moved it, and what comes next',
  examples: [
    'careerpath progress',
    'careerpath progress senior-backend-developer -f markdown',
    'careerpath progress --stale 2y        # levels of two years ago and older: what to ask again',
  ],
  formats: ['table', 'json', 'csv', 'markdown'],
  usesProfile: true,
  options: [
    {
      flags: '--stale <age>',
      description: 'list the levels that are as old as this, oldest first: 2y, 18m, 6w or 90d',
      parse: parseAge,
    },
  ],
  async run(session, invocation) {
    const stale = invocation.options['stale'];
    return stale === undefined ? showProgress(session, invocation) : showStale(session, invocation, stale as Period);
  },
};

/** Reads an age such as `2y` or `90d`. */
function parseAge(text: string): Period {
  const [, number = '', letter = ''] = /^(\d{1,4})([dwmy])$/.exec(text) ?? [];
  const unit = (['d', 'w', 'm', 'y'] as const).find((one) => one === letter);
  if (unit === undefined || Number(number) === 0) throw usageFailure(`--stale: "${text}" is no age`, 'write 2y, 18m, 6w or 90d');
  return { count: Number(number), unit };
}

async function showProgress(session: Session, { names, options }: Invocation): Promise<Outcome> {
  const opened = await session.openCatalog();
  const { catalog } = opened;
  const named = pickRoles(catalog, names);
  const person = await openPerson(session.io, catalog, options);
  const roles = aimedRoles(catalog, person, named);
  const today = dayOf(session.io.now());
  const history = readHistory(catalog, person.profile, today);
  const { points, moves } = traceProgress(catalog, history.skills, roles, today, backgroundOf(person));
  const answers = roles.map(
    (role, i): RoleProgress => ({ role, points: points[i] ?? [], next: firstSteps(catalog, role, person, 1)[0] }),
  );
  const notes = [...person.diagnostics, ...history.diagnostics];
  return {
    report: {
      notes,
      blocks: () => [personLine(catalog, person), ...answers.flatMap((one, i) => progressBlocks(catalog, one, i, moves))],
      records: () => progressRecords(catalog, answers, moves),
      data: () =>
        wrapResults({
          command: 'progress',
          opened,
          person,
          results: answers.map((one) => progressData(catalog, one, roles, moves)),
          diagnostics: notes,
        }),
    },
    exitCode: () => exitCodes.fine,
  };
}

async function showStale(session: Session, { names, options }: Invocation, age: Period): Promise<Outcome> {
  if (names.length > 0) throw usageFailure('--stale lists levels, whatever the role', 'leave the role away');
  const opened = await session.openCatalog();
  const { catalog } = opened;
  const person = await openPerson(session.io, catalog, options);
  const today = dayOf(session.io.now());
  const { since, diagnostics } = readHistory(catalog, person.profile, today);
  const before = dayBefore(today, age);
  const dated = person.declarations.flatMap(({ skill, level }): StaleLevel[] => {
    const on = since.get(skill);
    return on === undefined || on > before ? [] : [{ skill, level, on, days: daysBetween(on, today) }];
  });
  const stale = dated.sort((a, b) => compareText(a.on, b.on) || a.skill - b.skill);
  const undated = person.declarations.map(({ skill }) => skill).filter((skill) => !since.has(skill));
  const notes = [...person.diagnostics, ...diagnostics];
  return {
    report: {
      notes,
      blocks: () => [personLine(catalog, person), ...staleBlocks(catalog, stale, before, undated)],
      records: () => staleRecords(catalog, stale),
      data: () =>
        wrapResults({
          command: 'progress',
          opened,
          person,
          results: stale.map((one) => staleData(catalog, one)),
          more: { before, undated: undated.map((skill) => textAt(catalog.skillIds, skill)) },
          diagnostics: notes,
        }),
    },
    exitCode: () => exitCodes.fine,
  };
}
