import type { CommandSpec } from '../shell/command.ts';

export const convert: CommandSpec = {
  name: 'convert',
  argument: '<standard> <folder>',
  group: 'Data',
  summary: 'the ESCO or O*NET download as a pack',
  examples: [
    'careerpath convert esco downloads/esco --out esco-pack',
    'careerpath convert onet downloads/db_29_2_text --out onet-pack',
    'careerpath fit --pack esco-pack --skills "Java (computer programming)"',
  ],
  formats: ['table', 'json', 'markdown'],
  usesProfile: false,
  options: [{ flags: '--out <pack>', description: 'the folder to write, new or empty', path: 'output' }],
  inputs: ([_, folder = '']) => [{ path: folder }],
  // Readers, transfers and their constants are needed by nothing else.
  run: async (session, invocation) => (await import('./run-convert.ts')).runConvert(session, invocation),
};
