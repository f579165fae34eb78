import { normaliseLabel } from '../../core/label.ts';
import { searchEntries } from '../../search/search-entries.ts';
import { roleData, roleTitle } from '../answers/entry-answer.ts';
import { count } from '../answers/fit-answer.ts';
import type { CommandSpec } from '../command.ts';
import { wrapResults } from '../envelope.ts';
import { exitCodes } from '../failure.ts';

export const roles: CommandSpec = {
  name: 'roles',
  argument: '[query...]',
  group: 'Catalog',
  summary: 'the roles, or those that a query finds',
  examples: ['careerpath roles', 'careerpath roles backend', 'careerpath roles -f csv'],
  formats: ['table', 'json', 'ndjson', 'csv', 'markdown'],
  usesProfile: false,
  options: [],
  async run(session, { names }) {
    const opened = await session.openCatalog();
    const { catalog } = opened;
    const all = Array.from({ length: catalog.index.roleCount }, (_, i) => catalog.role(i));
    const searchable = all.map((role, number) => ({
      number,
      labels: [role.title, role.id, ...role.altTitles].map(normaliseLabel),
    }));
    const found = searchEntries(searchable, normaliseLabel(names.join(' '))).map((number) => all[number] as (typeof all)[number]);
    const rows = found.map((role) => ({
      id: role.id,
      title: role.title,
      seniority: role.seniority ?? '',
      requirements: role.requirements.length,
      leadsTo: role.leadsTo.map((move) => move.role),
    }));
    return {
      report: {
        notes: [],
        blocks: () => [
          {
            kind: 'table',
            columns: [
              { title: 'Role', wrap: true },
              { title: 'Id' },
              { title: 'Seniority', drop: 1 },
              { title: 'Requirements', align: 'right', drop: 2 },
              { title: 'Leads to', wrap: true, drop: 3 },
            ],
            rows: rows.map((row) => [
              row.title,
              row.id,
              row.seniority,
              row.requirements,
              row.leadsTo.map((id) => roleTitle(catalog, id)).join(', '),
            ]),
          },
          { kind: 'text', text: found.length === 0 ? 'No role answers to that.' : count(found.length, 'role'), tone: 'dim' },
        ],
        records: () => ({ columns: ['id', 'title', 'seniority', 'requirements', 'leadsTo'], rows }),
        data: () =>
          wrapResults({ command: 'roles', opened, results: found.map((role) => roleData(catalog, role)), diagnostics: [] }),
      },
      exitCode: () => exitCodes.fine,
    };
  },
};
