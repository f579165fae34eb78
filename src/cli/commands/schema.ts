import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../report/report.ts';
import { suggestWords } from '../../search/suggest.ts';
import { wrapResults } from '../answers/envelope.ts';
import type { CommandSpec, Session } from '../shell/command.ts';
import { exitCodes, usageFailure } from '../shell/failure.ts';

/** What is written in files, by the name of its schema. */
const dataKinds: Readonly<Record<string, string>> = {
  role: 'a file in roles/',
  skill: 'one entry of a file in skills/',
  skills: 'a whole file in skills/',
  profile: 'a profile',
  pack: 'a pack.yaml',
};

/** What commands print as JSON, by the name of its schema. `skills` and `profile` are kinds of data already. */
const answers: Readonly<Record<string, string>> = {
  match: 'match -f json',
  fit: 'fit -f json',
  gaps: 'gaps -f json',
  assess: 'assess -f json',
  'profile-answer': 'profile path|show|set -f json',
  progress: 'progress -f json',
  done: 'done -f json',
  import: 'import -f json',
  scan: 'scan -f json',
  posting: 'posting -f json',
  plan: 'plan -f json',
  route: 'route -f json',
  'what-if': 'what-if -f json',
  compare: 'compare -f json, and each line of -f ndjson',
  'compare-line': 'each line of compare -f ndjson',
  'compare-summary': 'compare --summary -f json',
  diff: 'diff -f json',
  roles: 'roles -f json',
  'skills-answer': 'skills -f json',
  show: 'show -f json',
  validate: 'validate -f json',
  rules: 'rules -f json',
  convert: 'convert -f json',
  'schema-list': 'schema -f json, with no name',
};

/** The names of all schemas: of data first, then of answers. */
export const schemaNames: readonly string[] = [...Object.keys(dataKinds), ...Object.keys(answers)];

export const schema: CommandSpec = {
  name: 'schema',
  argument: '[name]',
  group: 'Data',
  summary: 'the JSON Schema of a role, skill, profile or pack, or of what a command prints as JSON; with no name, their list',
  examples: [
    'careerpath schema',
    'careerpath schema role',
    'careerpath schema match',
    'careerpath schema profile -o profile.schema.json',
  ],
  formats: ['json'],
  usesProfile: false,
  options: [],
  complete: (_, given) => (given.length === 0 ? schemaNames : []),
  async run({ io }, { names: [name], options }) {
    const exitCode = (): 0 => exitCodes.fine;
    if (name === undefined)
      return { report: listReport(), exitCode, ...(options['format'] === undefined ? { format: 'table' } : {}) };
    return { report: { notes: [], data: () => readSchema(io, name) }, exitCode };
  },
};

/** Throws a `Failure` of wrong usage for a name that no schema has. */
function readSchema(io: Session['io'], name: string): Record<string, unknown> {
  if (!schemaNames.includes(name))
    throw usageFailure(
      `there is no schema of "${name}"`,
      `use one of: ${schemaNames.join(', ')}`,
      suggestWords(name, schemaNames, 1),
    );
  const folder = Object.hasOwn(dataKinds, name) ? [] : ['answers'];
  const text = readFileSync(join(io.home, 'data', 'schema', ...folder, `${name}.schema.json`), 'utf8');
  return JSON.parse(text) as Record<string, unknown>;
}

function listReport(): Report {
  const columns = [{ title: 'Schema' }, { title: 'Of', wrap: true }] as const;
  return {
    notes: [],
    blocks: () => [
      { kind: 'heading', text: 'Of data' },
      { kind: 'table', columns, rows: Object.entries(dataKinds) },
      { kind: 'heading', text: 'Of answers' },
      { kind: 'table', columns, rows: Object.entries(answers) },
      { kind: 'text', text: 'One of them: careerpath schema NAME', tone: 'dim' },
    ],
    data: () =>
      wrapResults({
        command: 'schema',
        results: Object.entries({ ...dataKinds, ...answers }).map(([name, describes]) => ({ name, describes })),
        diagnostics: [],
      }),
  };
}
