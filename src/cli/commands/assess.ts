import { textAt } from '../../core/catalog/text-table.ts';
import { chooseTarget } from '../../core/score/choose-target.ts';
import { judgePerson } from '../../core/score/judge.ts';
import { backgroundOf } from '../../intake/background.ts';
import { dayOf } from '../../report/calendar-day.ts';
import { wrapResults } from '../answers/envelope.ts';
import { count, fitData, fitRecords, fitTable, personLine } from '../answers/fit-answer.ts';
import { runAssessment } from '../dialogue/assess-session.ts';
import { openConversation } from '../dialogue/open-asker.ts';
import { pickRoles } from '../open/pick-named.ts';
import { openProfileFile } from '../person/profile-file.ts';
import { profileToWrite } from '../person/profile-place.ts';
import type { CommandSpec } from '../shell/command.ts';
import { exitCodes, usageFailure } from '../shell/failure.ts';

/** The roles whose fits are printed at the end. */
const rolesShown = 5;

export const assess: CommandSpec = {
  name: 'assess',
  argument: '[role]',
  group: 'You',
  summary: 'answer questions: search your skills, rate them, and see the fits move; every answer is saved at once',
  examples: [
    'careerpath assess',
    'careerpath assess senior-backend-developer',
    'careerpath assess --accessible',
    'careerpath profile set java=4 kafka=none target=senior-backend-developer   # the same without questions',
  ],
  formats: ['table', 'json', 'markdown', 'csv'],
  usesProfile: true,
  options: [{ flags: '--accessible', description: 'numbered questions in plain text, nothing repainted (ACCESSIBLE=1 too)' }],
  async run(session, invocation) {
    const { options, names } = invocation;
    if (options['skills'] !== undefined)
      throw usageFailure('assess does not take --skills', 'save them with: careerpath profile set');
    const opened = await session.openCatalog();
    const { catalog } = opened;
    const [role] = pickRoles(catalog, names);
    const place = profileToWrite(session.io, options['profile'] as string | undefined);
    const file = openProfileFile(place, catalog, () => dayOf(session.io.now()));
    const conversation = await openConversation(session, invocation, 'assess');
    const { asker } = conversation;
    try {
      const known = count(file.person().declarations.length, 'skill');
      asker.say(place.exists ? `${place.shown}: ${known} so far` : `${place.shown}: a new profile`);
      const { end, answers } = await runAssessment(catalog, file, asker, role);
      const saved = `${count(answers, 'answer')} saved in ${place.shown}`;
      if (end === 'interrupt') {
        asker.say(`Stopped. ${saved}.`);
        const code = conversation.interruptCode();
        return { exitCode: () => code };
      }
      asker.say(`${saved}.`);
    } finally {
      conversation.close();
    }
    const person = file.person();
    const judge = judgePerson(catalog, person.held, backgroundOf(person));
    const fits = judge.rank();
    const wish = { named: [], declared: person.targets, currentRole: person.currentRole };
    const next = chooseTarget(catalog, judge, fits, wish).fit.role;
    return {
      report: {
        notes: person.diagnostics,
        blocks: () => [
          personLine(catalog, person),
          fitTable(catalog, fits.slice(0, rolesShown)),
          { kind: 'text', text: `Next: careerpath match · careerpath gaps ${textAt(catalog.roleIds, next)}`, tone: 'dim' },
        ],
        records: () => fitRecords(catalog, person, fits),
        data: () =>
          wrapResults({
            command: 'assess',
            opened,
            person,
            results: fits.map((fit) => fitData(catalog, person, fit)),
            diagnostics: person.diagnostics,
          }),
      },
      exitCode: () => exitCodes.fine,
    };
  },
};
