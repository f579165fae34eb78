import { normaliseLabel } from '../../core/label.ts';
import { searchEntries } from '../../search/search-entries.ts';
import { skillData } from '../answers/entry-answer.ts';
import { count } from '../answers/fit-answer.ts';
import type { CommandSpec } from '../command.ts';
import { wrapResults } from '../envelope.ts';
import { exitCodes } from '../failure.ts';

export const skills: CommandSpec = {
  name: 'skills',
  argument: '[query...]',
  group: 'Catalog',
  summary: 'the skills, or those that a query finds',
  examples: ['careerpath skills', 'careerpath skills k8s', 'careerpath skills spring -f json'],
  formats: ['table', 'json', 'ndjson', 'csv', 'markdown'],
  usesProfile: false,
  options: [],
  async run(session, { names }) {
    const opened = await session.openCatalog();
    const { catalog } = opened;
    const all = Array.from({ length: catalog.index.skillCount }, (_, i) => catalog.skill(i));
    const searchable = all.map((skill, number) => ({
      number,
      labels: [skill.name, skill.id, ...skill.altLabels].map(normaliseLabel),
    }));
    const found = searchEntries(searchable, normaliseLabel(names.join(' '))).map((number) => all[number] as (typeof all)[number]);
    const rows = found.map((skill) => ({ id: skill.id, name: skill.name, kind: skill.kind ?? '', altLabels: skill.altLabels }));
    return {
      report: {
        notes: [],
        blocks: () => [
          {
            kind: 'table',
            columns: [
              { title: 'Skill' },
              { title: 'Id' },
              { title: 'Kind', drop: 1 },
              { title: 'Also called', wrap: true, drop: 2 },
            ],
            rows: rows.map((row) => [row.name, row.id, row.kind, row.altLabels.join(', ')]),
          },
          { kind: 'text', text: found.length === 0 ? 'No skill answers to that.' : count(found.length, 'skill'), tone: 'dim' },
        ],
        records: () => ({ columns: ['id', 'name', 'kind', 'altLabels'], rows }),
        data: () =>
          wrapResults({ command: 'skills', opened, results: found.map((skill) => skillData(catalog, skill)), diagnostics: [] }),
      },
      exitCode: () => exitCodes.fine,
    };
  },
};
