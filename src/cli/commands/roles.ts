import type { Role } from '../../core/model/model.ts';
import { recordsOf } from '../../report/report.ts';
import { entriesShown, foundWords, roleData, roleTitle, searchCatalog } from '../answers/entry-answer.ts';
import { wrapResults } from '../answers/envelope.ts';
import { allTexts } from '../completion/complete-words.ts';
import type { CommandSpec } from '../shell/command.ts';
import { exitCodes } from '../shell/failure.ts';

export const roles: CommandSpec = {
  name: 'roles',
  argument: '[query...]',
  group: 'Catalog',
  summary: 'the roles, or those that a query finds',
  examples: ['careerpath roles', 'careerpath roles backend', 'careerpath roles -f csv'],
  formats: ['table', 'json', 'ndjson', 'csv', 'markdown'],
  usesProfile: false,
  options: [],
  complete: (catalog) => allTexts(catalog.roleIds),
  async run(session, { names }) {
    const opened = await session.openCatalog();
    const { catalog } = opened;
    const found = searchCatalog(catalog.roleLabels, catalog.index.roleCount, names);
    const cells = (number: number): (string | number)[] => {
      const { id, title, seniority, requirements, leadsTo } = catalog.role(number);
      return [title, id, seniority ?? '', requirements.length, leadsTo.map((move) => roleTitle(catalog, move.role)).join(', ')];
    };
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
            rows: found.slice(0, entriesShown).map(cells),
          },
          { kind: 'text', text: foundWords(found.length, 'role'), tone: 'dim' },
        ],
        records: () =>
          recordsOf<Role>(
            [
              ['id', ({ id }) => id],
              ['title', ({ title }) => title],
              ['seniority', ({ seniority }) => seniority ?? ''],
              ['requirements', ({ requirements }) => requirements.length],
              ['leadsTo', ({ leadsTo }) => leadsTo.map((move) => move.role)],
            ],
            found.map(catalog.role),
          ),
        data: () =>
          wrapResults({
            command: 'roles',
            opened,
            results: found.map((number) => roleData(catalog, catalog.role(number))),
            diagnostics: [],
          }),
      },
      exitCode: () => exitCodes.fine,
    };
  },
};
