import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suggestWords } from '../../search/suggest.ts';
import type { CommandSpec } from '../shell/command.ts';
import { exitCodes, usageFailure } from '../shell/failure.ts';

/** `skills` is the schema of a whole file in skills/; `skill` of one entry in it. */
const kinds = ['role', 'skill', 'skills', 'profile', 'pack'];

export const schema: CommandSpec = {
  name: 'schema',
  argument: '<kind>',
  group: 'Data',
  summary: 'the JSON Schema of a role, skill, profile or pack, for editors and other checkers',
  examples: ['careerpath schema role', 'careerpath schema profile -o profile.schema.json'],
  formats: ['json'],
  usesProfile: false,
  options: [],
  async run({ io }, { names: [kind = ''] }) {
    if (!kinds.includes(kind))
      throw usageFailure(`there is no schema of "${kind}"`, `use one of: ${kinds.join(', ')}`, suggestWords(kind, kinds, 1));
    const text = readFileSync(join(io.home, 'data', 'schema', `${kind}.schema.json`), 'utf8');
    return {
      report: {
        notes: [],
        data: () => JSON.parse(text) as Record<string, unknown>,
      },
      exitCode: () => exitCodes.fine,
    };
  },
};
