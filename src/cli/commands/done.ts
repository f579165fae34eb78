import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { textAt } from '../../core/catalog/text-table.ts';
import type { ProfileChange } from '../../intake/edit-profile.ts';
import { makeSuggestIds } from '../../intake/suggest-ids.ts';
import { dayOf } from '../../report/calendar-day.ts';
import type { Block } from '../../report/report.ts';
import type { Answer } from '../../schema/answers/parts.ts';
import type { doneResult } from '../../schema/answers/progress.ts';
import { wrapResults } from '../answers/envelope.ts';
import { firstSteps } from '../answers/first-steps.ts';
import { fitMoveBlocks, fitMoveData, moveOfTargets } from '../answers/fit-move.ts';
import { requirementLabels, shownStep, stepData } from '../answers/step-answer.ts';
import { pickSkills } from '../open/pick-named.ts';
import { personIn, readProfileFile } from '../person/profile-file.ts';
import { profileToWrite } from '../person/profile-place.ts';
import { saveProfile } from '../person/save-profile.ts';
import type { CommandSpec } from '../shell/command.ts';
import { exitCodes, usageFailure } from '../shell/failure.ts';

export const done: CommandSpec = {
  name: 'done',
  argument: '<skill...>',
  group: 'You',
  summary: 'say that you reached the next level of a skill today; what the level was is kept',
  examples: ['careerpath done kafka', 'careerpath done "spring boot" docker -p me.yaml'],
  formats: ['table', 'json', 'markdown'],
  usesProfile: true,
  options: [],
  complete: (catalog, given) =>
    Array.from({ length: catalog.index.skillCount }, (_, skill) => textAt(catalog.skillIds, skill)).filter(
      (id) => !given.includes(id),
    ),
  async run(session, { names, options }) {
    if (options['skills'] !== undefined)
      throw usageFailure('done does not take --skills', 'name the skills whose next level is reached: careerpath done kafka');
    const opened = await session.openCatalog();
    const { catalog } = opened;
    const skills = [...new Set(pickSkills(catalog, names))];
    const place = profileToWrite(session.io, options['profile'] as string | undefined);
    const suggest = makeSuggestIds(catalog);
    const before = personIn(readProfileFile(place), place, catalog, suggest);
    const today = dayOf(session.io.now());
    const results = skills.map((skill) => nextLevel(catalog, skill, before.held.level[skill] ?? 0, today));
    const changes = results.map(({ to, activity }, i): ProfileChange => {
      const evidence = activity === null ? {} : { evidence: activity };
      return { kind: 'skill', skill: skills[i] ?? -1, level: to, ...evidence };
    });
    const saved = await saveProfile(place, catalog, changes, today);
    const after = personIn(saved.after, place, catalog, suggest);
    const moves = moveOfTargets(catalog, before, after);
    const role = moves[0]?.role;
    const next = role === undefined ? undefined : firstSteps(catalog, role, after, 1)[0];
    const blocks = (): Block[] => [
      ...results.map(({ name, from, to }) => {
        const word = catalog.scale.levels[to]?.word ?? '';
        return { kind: 'text', text: `${name} ${from} → ${to} (${word}), saved in ${place.shown}.`, tone: 'good' } as const;
      }),
      ...fitMoveBlocks(catalog, moves),
      ...(next === undefined || role === undefined
        ? []
        : [
            { kind: 'heading', text: 'Next' } as const,
            { kind: 'steps', steps: [shownStep(catalog, next, requirementLabels(catalog, [role]))] } as const,
          ]),
    ];
    return {
      report: {
        notes: after.diagnostics,
        blocks,
        data: () =>
          wrapResults({
            command: 'done',
            opened,
            person: after,
            results,
            more: {
              fits: moves.map((move) => fitMoveData(catalog, move)),
              next: next === undefined ? null : stepData(catalog, next),
            },
            diagnostics: after.diagnostics,
          }),
      },
      exitCode: () => exitCodes.fine,
    };
  },
};

/** The step that is done: from what is held, said or implied, to the level above it. */
function nextLevel(catalog: Catalog, skill: number, from: number, on: string): Answer<typeof doneResult> {
  const name = textAt(catalog.skillNames, skill);
  const to = from + 1;
  if (catalog.scale.levels[to] === undefined)
    throw usageFailure(`${name} is at the highest level already (${from})`, 'there is no next level to reach');
  const activity = catalog.skill(skill).learn[to]?.do ?? null;
  return { skill: textAt(catalog.skillIds, skill), name, from, to, on, activity };
}
