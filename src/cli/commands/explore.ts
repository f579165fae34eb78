import { dayOf } from '../../report/calendar-day.ts';
import { count } from '../answers/fit-answer.ts';
import { runExplorer } from '../dialogue/explore-session.ts';
import { openConversation } from '../dialogue/open-asker.ts';
import { openProfileFile } from '../person/profile-file.ts';
import { profileToWrite } from '../person/profile-place.ts';
import type { CommandSpec } from '../shell/command.ts';
import { exitCodes, usageFailure } from '../shell/failure.ts';

export const explore: CommandSpec = {
  name: 'explore',
  argument: '',
  group: 'You',
  summary: 'browse roles, what they ask, skills, steps and routes; try levels and see the fits move',
  examples: ['careerpath explore', 'careerpath explore -p me.yaml', 'careerpath explore --accessible'],
  formats: ['table'],
  usesProfile: true,
  options: [{ flags: '--accessible', description: 'numbered questions in plain text, nothing repainted (ACCESSIBLE=1 too)' }],
  async run(session, invocation) {
    if (invocation.options['skills'] !== undefined)
      throw usageFailure('explore does not take --skills', 'try levels inside, with digits');
    const { catalog } = await session.openCatalog();
    const place = profileToWrite(session.io, invocation.options['profile'] as string | undefined);
    const file = openProfileFile(place, catalog, () => dayOf(session.io.now()));
    const conversation = await openConversation(session, invocation, 'explore');
    try {
      const { end, tried } = await runExplorer(catalog, file, conversation.asker);
      const code = end === 'interrupt' ? conversation.interruptCode() : exitCodes.fine;
      if (end === 'interrupt') conversation.asker.say('Stopped.');
      else if (tried > 0) conversation.asker.say(`${count(tried, 'tried level')} not saved; ${place.shown} is as it was.`);
      return { exitCode: () => code };
    } finally {
      conversation.close();
    }
  },
};
