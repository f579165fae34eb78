import type { Skill } from '../../core/model/model.ts';
import { recordsOf } from '../../report/report.ts';
import { entriesShown, foundWords, searchCatalog, skillData } from '../answers/entry-answer.ts';
import { wrapResults } from '../answers/envelope.ts';
import { allTexts } from '../completion/complete-words.ts';
import type { CommandSpec } from '../shell/command.ts';
import { exitCodes } from '../shell/failure.ts';

export const skills: CommandSpec = {
  name: 'skills',
  argument: '[query...]',
  group: 'Catalog',
  summary: 'the skills, or those that a query finds',
  examples: ['careerpath skills', 'careerpath skills k8s', 'careerpath skills spring -f json'],
  formats: ['table', 'json', 'ndjson', 'csv', 'markdown'],
  usesProfile: false,
  options: [],
  complete: (catalog) => allTexts(catalog.skillIds),
  async run(session, { names }) {
    const opened = await session.openCatalog();
    const { catalog } = opened;
    const found = searchCatalog(catalog.skillLabels, catalog.index.skillCount, names);
    const cells = (number: number): string[] => {
      const { id, name, kind, altLabels } = catalog.skill(number);
      return [name, id, kind ?? '', altLabels.join(', ')];
    };
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
            rows: found.slice(0, entriesShown).map(cells),
          },
          { kind: 'text', text: foundWords(found.length, 'skill'), tone: 'dim' },
        ],
        records: () =>
          recordsOf<Skill>(
            [
              ['id', ({ id }) => id],
              ['name', ({ name }) => name],
              ['kind', ({ kind }) => kind ?? ''],
              ['altLabels', ({ altLabels }) => altLabels],
            ],
            found.map(catalog.skill),
          ),
        data: () =>
          wrapResults({
            command: 'skills',
            opened,
            results: found.map((number) => skillData(catalog, catalog.skill(number))),
            diagnostics: [],
          }),
      },
      exitCode: () => exitCodes.fine,
    };
  },
};
