import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { textAt } from '../../core/catalog/text-table.ts';
import { makeVisible } from '../../core/model/visible-text.ts';
import type { ProfileChange } from '../../intake/edit-profile.ts';
import { readSettings } from '../../intake/profile-settings.ts';
import type { Person } from '../../intake/resolve-profile.ts';
import { makeSuggestIds } from '../../intake/suggest-ids.ts';
import { dayOf } from '../../report/calendar-day.ts';
import type { Block, Report } from '../../report/report.ts';
import { suggestWords } from '../../search/suggest.ts';
import { wrapResults } from '../answers/envelope.ts';
import { count, personLine } from '../answers/fit-answer.ts';
import { fitMoveBlocks, fitMoveData, moveOfTargets } from '../answers/fit-move.ts';
import { completeSettings } from '../completion/complete-words.ts';
import { openPerson, type ProfileOptions } from '../person/open-person.ts';
import { personIn } from '../person/profile-file.ts';
import { type ProfilePlace, profileToWrite } from '../person/profile-place.ts';
import { saveProfile } from '../person/save-profile.ts';
import type { CommandSpec, Invocation, OpenCatalog, Outcome, Session } from '../shell/command.ts';
import { exitCodes, Failure, usageFailure } from '../shell/failure.ts';
import { printLines } from '../shell/print-lines.ts';

/** Settings that can move a fit, or what it is to. */
const movingSettings: ReadonlySet<ProfileChange['kind']> = new Set(['skill', 'target', 'role', 'years']);

const actions = ['path', 'show', 'set'] as const;

export const profile: CommandSpec = {
  name: 'profile',
  argument: '<path|show|set> [settings...]',
  group: 'You',
  summary: 'where your profile is, what it says, and changing it without questions',
  examples: [
    'careerpath profile path',
    'careerpath profile show',
    'careerpath profile set java=4 kafka=none role=backend-developer',
    'careerpath profile set target=principal-api-architect hoursPerWeek=6 years=3',
    'careerpath profile set kafka=            # take it out again',
  ],
  formats: ['table', 'json', 'markdown'],
  usesProfile: true,
  options: [],
  complete(catalog, [action], typed) {
    if (action === undefined) return actions;
    return action === 'set' ? completeSettings(catalog, typed) : [];
  },
  async run(session, invocation) {
    const [action = '', ...settings] = invocation.names;
    if (action === 'set') return setProfile(session, invocation, settings);
    if (action !== 'path' && action !== 'show') {
      const near = suggestWords(action, actions, 1);
      throw usageFailure(`profile ${action}: there is no such action`, 'use path, show or set', near);
    }
    if (settings.length > 0) throw usageFailure(`profile ${action} takes no further words`, 'did you mean: profile set');
    return action === 'path' ? showPath(session, invocation) : showProfile(session, invocation);
  },
};

function optionsOf({ options }: Invocation): ProfileOptions {
  return options as ProfileOptions;
}

async function showPath(session: Session, invocation: Invocation): Promise<Outcome> {
  const place = profileToWrite(session.io, optionsOf(invocation).profile);
  const { path, exists } = place;
  if (session.format !== 'json') return printLines(session, invocation, [makeVisible(path)]);
  return outcome({
    blocks: () => [{ kind: 'text', text: path }],
    data: () => wrapResults({ command: 'profile', results: [{ path, exists }], diagnostics: [] }),
  });
}

async function showProfile(session: Session, invocation: Invocation): Promise<Outcome> {
  const opened = await session.openCatalog();
  const person = await openPerson(session.io, opened.catalog, optionsOf(invocation));
  return outcome(profileReport(opened, person));
}

async function setProfile(session: Session, invocation: Invocation, settings: readonly string[]): Promise<Outcome> {
  const { profile: named, skills } = optionsOf(invocation);
  if (skills !== undefined) throw usageFailure('profile set does not take --skills', 'write the skills as java=4 sql=3');
  if (settings.length === 0) throw usageFailure('profile set: nothing to set', 'write what to set, such as java=4 kafka=none');
  const opened = await session.openCatalog();
  const { changes, diagnostics } = readSettings(settings, opened.catalog);
  // All or nothing: a script that misspells one setting finds the file as it was.
  if (diagnostics.length > 0) throw new Failure(exitCodes.usage, diagnostics);
  const place = profileToWrite(session.io, named);
  const saved = await saveProfile(place, opened.catalog, changes, dayOf(session.io.now()));
  const was = personIn(saved.before, place, opened.catalog, makeSuggestIds(opened.catalog));
  const person = await openPerson(session.io, opened.catalog, { profile: place.path });
  const isChanged = saved.before !== saved.after;
  const isMoving = isChanged && changes.some(({ kind }) => movingSettings.has(kind));
  const moves = isMoving ? moveOfTargets(opened.catalog, was, person) : [];
  return outcome({
    ...profileReport(opened, person, { fits: moves.map((move) => fitMoveData(opened.catalog, move)) }),
    blocks: () => [
      { kind: 'text', text: savedLine(place, isChanged, changes.length), tone: 'good' },
      ...fitMoveBlocks(opened.catalog, moves),
    ],
  });
}

function savedLine({ shown }: ProfilePlace, changed: boolean, settings: number): string {
  return changed ? `Saved ${count(settings, 'setting')} in ${shown}.` : `${shown} says so already; nothing was written.`;
}

function outcome(report: Omit<Report, 'notes'> & Partial<Report>): Outcome {
  return { report: { notes: [], ...report }, exitCode: () => exitCodes.fine };
}

function profileReport(opened: OpenCatalog, person: Person, more: Readonly<Record<string, unknown>> = {}): Report {
  const { catalog } = opened;
  return {
    notes: person.diagnostics,
    blocks: () => [personLine(catalog, person), ...aims(catalog, person), skillTable(catalog, person)],
    data: () =>
      wrapResults({
        command: 'profile',
        opened,
        person,
        results: [{ ...person.profile, skills: undefined, targets: person.targets.map((role) => textAt(catalog.roleIds, role)) }],
        more,
        diagnostics: person.diagnostics,
      }),
  };
}

function aims(catalog: Catalog, person: Person): Block[] {
  if (person.targets.length === 0) return [];
  return [{ kind: 'text', text: `Aims at ${person.targets.map((role) => textAt(catalog.roleTitles, role)).join(', ')}.` }];
}

function skillTable(catalog: Catalog, person: Person): Block {
  return {
    kind: 'table',
    columns: [
      { title: 'Skill', wrap: true },
      { title: 'Level', align: 'right' },
      { title: '', drop: 1 },
      { title: '', wrap: true, drop: 2 },
    ],
    rows: person.declarations.map(({ skill, level }) => [
      textAt(catalog.skillNames, skill),
      String(level),
      catalog.scale.levels[level]?.word ?? '',
      catalog.scale.levels[level]?.anchor ?? '',
    ]),
  };
}
