import { wording } from '../../core/model/diagnostic.ts';
import { type Block, recordsOf } from '../../report/report.ts';
import { suggestWords } from '../../search/suggest.ts';
import { wrapResults } from '../answers/envelope.ts';
import type { CommandSpec } from '../shell/command.ts';
import { exitCodes, Failure } from '../shell/failure.ts';

export const listRules: CommandSpec = {
  name: 'rules',
  argument: '[code]',
  group: 'Data',
  summary: 'what validate looks for, or why one rule is there, with examples',
  examples: ['careerpath rules', 'careerpath rules label-collision', 'careerpath rules -f json'],
  formats: ['table', 'json', 'ndjson', 'csv', 'markdown'],
  usesProfile: false,
  options: [],
  async run(_session, { names: [code] }) {
    const registry = await import('../../checks/registry.ts');
    const known = registry.rules;
    const chosen = code === undefined ? known : known.filter((rule) => rule.code === code);
    if (code !== undefined && chosen.length === 0) {
      const codes = known.map((rule) => rule.code);
      const facts = { problem: `no rule has the code "${code}"`, fix: 'list them with: careerpath rules' };
      throw new Failure(exitCodes.usage, [{ code: 'wrong-usage', facts, suggestions: suggestWords(code, codes) }]);
    }
    const { isOpinion } = await import('../validation/severities.ts');
    const rows = chosen.map((rule) => ({ ...rule, severity: wording[rule.code].severity }));
    const [only] = code === undefined ? [] : rows;
    return {
      report: {
        notes: [],
        blocks: (): Block[] => {
          if (only === undefined) {
            const columns = [{ title: 'Code' }, { title: 'Severity' }, { title: 'Why', wrap: true, drop: 1 }];
            const cells = rows.map((row) => [row.code, row.severity, row.why]);
            return [
              { kind: 'table', columns, rows: cells },
              { kind: 'text', text: aboutSettings, tone: 'dim' },
              { kind: 'text', text: 'Both examples of one: careerpath rules CODE', tone: 'dim' },
            ];
          }
          return [
            { kind: 'heading', text: `${only.code} (${only.severity})` },
            { kind: 'text', text: only.why },
            { kind: 'text', text: isOpinion(only.code) ? quietened : refused, tone: 'dim' },
            { kind: 'heading', text: 'Fails' },
            ...examples(only.failing),
            { kind: 'heading', text: 'Passes' },
            ...examples(only.passing),
          ];
        },
        records: () =>
          recordsOf(
            [
              ['code', ({ code }) => code],
              ['severity', ({ severity }) => severity],
              ['why', ({ why }) => why],
            ],
            rows,
          ),
        data: () => wrapResults({ command: 'rules', results: rows, diagnostics: [] }),
      },
      exitCode: () => exitCodes.fine,
    };
  },
};

const aboutSettings =
  'A pack may set the severity of a rule for itself, `severity: { unused-skill: off }` in pack.yaml, and --severity does so for one run. ' +
  'Any rule can be made stricter; only opinions, which are warnings and notes, can be made quieter: with an error no command takes a pack. ' +
  'validate reports every setting of a pack that makes a rule quieter, and --no-pack-severity ignores them all.';
const quietened = 'An opinion: a pack may set it to off, warning or error under severity: in its pack.yaml.';
const refused = 'No opinion: neither a pack nor --severity can make it quieter, for no command takes data with it.';

/** Each file with its name; the lines keep their indentation. */
function examples(files: Readonly<Record<string, string>>): Block[] {
  return Object.entries(files).map(([name, text]) => ({ kind: 'code', title: name, text }) as const);
}
