import { realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { textAt } from '../../core/catalog/text-table.ts';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import { describeReadError } from '../../documents/read-file.ts';
import type { YamlDocument } from '../../documents/write-yaml.ts';
import { nameToWrite } from '../../intake/name-to-write.ts';
import { describeEvidence, levelOfEvidence } from '../../intake/scan/judge-evidence.ts';
import { describeAccount, type ScanAccount } from '../../intake/scan/scan-account.ts';
import type { SkillEvidence, Tree } from '../../intake/scan/scan-tree.ts';
import type { OwnSignals } from '../../intake/scan/signal-index.ts';
import { type Block, recordsOf } from '../../report/report.ts';
import { wrapResults } from '../answers/envelope.ts';
import { count } from '../answers/fit-answer.ts';
import type { Merged } from '../answers/merge-into-file.ts';
import { mergeOptions, mergeTarget } from '../person/profile-place.ts';
import type { CommandSpec, Invocation, Session } from '../shell/command.ts';
import { exitCodes, Failure, usageFailure } from '../shell/failure.ts';

/** How many places a row of the table names. */
const placesInTable = 2;

/** Milliseconds: most trees are through by then, and need no line of progress. */
const quietFor = 1000;

export const scan: CommandSpec = {
  name: 'scan',
  argument: '<folders...>',
  group: 'You',
  summary: 'skills that source trees show, with the files that show them',
  examples: [
    'careerpath scan .',
    'careerpath scan ~/src/shop ~/src/blog --into skills.yaml',
    'careerpath scan . --author ada@example.org',
    'careerpath scan src -f yaml -o seen.yaml',
  ],
  formats: ['table', 'yaml', 'json', 'ndjson', 'csv', 'markdown'],
  usesProfile: false,
  options: [
    ...mergeOptions,
    {
      flags: '--author <email>',
      description: 'count only files that commits of this author touched (git; repeatable)',
      repeatable: true,
    },
  ],
  inputs: (paths) => paths.map((path) => ({ path })),
  async run(session, invocation) {
    const { names } = invocation;
    const into = mergeTarget(invocation);
    const authors = authorsOf(invocation);
    const folders = names.map((shown) => ({ shown, root: openFolder(resolve(session.io.cwd, shown), shown) }));
    const trees = authors.length === 0 ? folders : await ownFilesOf(folders, authors);
    const opened = await session.openCatalog();
    const { catalog } = opened;
    const progress = session.openProgress(quietFor);
    const showFiles = (files: number): Promise<void> => progress.show('scanned', () => count(files, 'file'));
    const { scanTrees } = await import('../../intake/scan/scan-tree.ts');
    const scanned = await scanTrees(trees, signalsOf(catalog), showFiles).finally(progress.clear);
    const { evidence, account, diagnostics } = scanned;
    const shown = names.join(', ');
    const found = [...evidence].sort((a, b) => b.files - a.files || a.skill - b.skill);
    const records = evidenceRecords(catalog, found);
    const merge = into === undefined ? undefined : await mergeInto(session, invocation, catalog, found, into);
    return {
      report: {
        notes: diagnostics,
        told: [tellAccount(account, shown, authors)],
        blocks: () => merge?.blocks ?? foundBlocks(catalog, account.files, found),
        records: () => records,
        data: () =>
          wrapResults({
            command: 'scan',
            opened,
            results: found.map((one, i) => ({ ...records.rows[i], places: one.places })),
            diagnostics,
            more: { account, ...(merge === undefined ? {} : { merged: merge.merged }) },
          }),
        document: () => profileOf(catalog, shown, found),
      },
      exitCode: () => exitCodes.fine,
      // A merge answers with what it did; the profile itself is in its file.
      ...(merge !== undefined && session.format === 'yaml' ? { format: 'table' } : {}),
    };
  },
};

function authorsOf({ options }: Invocation): readonly string[] {
  const given = options['author'];
  const emails = Array.isArray(given) ? given.map(String) : [];
  for (const email of emails) {
    if (!/^[^\s<>\0]+@[^\s<>\0]+$/.test(email))
      throw usageFailure(`--author: "${email}" is no e-mail address`, "write it as in git's log: --author ada@example.org");
  }
  return emails;
}

/** The trees with the files that these authors committed. Throws a `Failure` of input where git knows no history. */
async function ownFilesOf(folders: readonly Tree[], authors: readonly string[]): Promise<readonly Tree[]> {
  const { filesOfAuthors } = await import('../../intake/scan/author-files.ts');
  const trees: Tree[] = [];
  for (const { root, shown } of folders) {
    const own = await filesOfAuthors(root, authors);
    if ('refused' in own) {
      const reason = `the files of an author cannot be told: ${own.refused}`;
      throw new Failure(exitCodes.input, [{ code: 'not-scanned', facts: { reason }, file: shown, severity: 'error' }]);
    }
    trees.push({ root, shown, own });
  }
  return trees;
}

/** What was read and what was not, with the way to the rest. */
function tellAccount(account: ScanAccount, shown: string, authors: readonly string[]): Diagnostic {
  const { files, byOthers, skipped, notUnderstood } = account;
  const fixes = [
    ...(files > 0 && files === byOthers ? [`no commit of ${authors.join(', ')} touches a file here: see git shortlog -se`] : []),
    ...(Object.keys(skipped).length > 0 ? ['what was not read is scanned where it is named as a folder'] : []),
    ...(notUnderstood > 0 ? ['the warnings say what was not understood'] : []),
  ];
  const fix = fixes.length > 0 ? fixes.join('; ') : 'nothing was left out';
  return { code: 'scan-read', facts: { parts: describeAccount(account), fix }, file: shown };
}

function foundBlocks(catalog: Catalog, files: number, found: readonly SkillEvidence[]): Block[] {
  const text: Block = { kind: 'text', text: summary(catalog, files, found.length), tone: 'dim' };
  if (found.length === 0) return [text];
  const columns = [
    { title: 'Skill', wrap: true },
    { title: 'Level', align: 'right' },
    { title: 'Seen in', align: 'right' },
    { title: 'First places', wrap: true, drop: 1 },
  ] as const;
  const rows = found.map((one) => [
    textAt(catalog.skillNames, one.skill),
    levelOfEvidence(one),
    count(one.files, 'file'),
    one.places
      .slice(0, placesInTable)
      .map((place) => place.path)
      .join(', '),
  ]);
  return [{ kind: 'table', columns, rows }, text];
}

async function mergeInto(
  session: Session,
  invocation: Invocation,
  catalog: Catalog,
  found: readonly SkillEvidence[],
  into: string,
): Promise<Merged> {
  const { mergeIntoFile } = await import('../answers/merge-into-file.ts');
  const skills = found.map((one) => ({
    skill: one.skill,
    level: levelOfEvidence(one),
    evidence: describeEvidence(one),
  }));
  return mergeIntoFile(session, invocation, catalog, { skills, assessedBy: 'scan' }, into);
}

/** The folder's real path; anything else is a failure of input. */
function openFolder(path: string, shown: string): string {
  try {
    if (statSync(path).isDirectory()) return realpathSync(path);
  } catch (error) {
    const diagnostic = describeReadError(error, shown);
    throw new Failure(exitCodes.input, [
      diagnostic.code === 'file-missing' ? { ...diagnostic, facts: { what: 'the folder' } } : diagnostic,
    ]);
  }
  throw new Failure(exitCodes.input, [{ code: 'file-unreadable', facts: { reason: 'it is not a folder' }, file: shown }]);
}

function signalsOf(catalog: Catalog): OwnSignals[] {
  return Array.from({ length: catalog.index.skillCount }, (_, skill) => skill).flatMap((skill) => {
    const { signals } = catalog.skill(skill);
    return signals === undefined ? [] : [{ skill, signals }];
  });
}

function evidenceRecords(catalog: Catalog, found: readonly SkillEvidence[]): ReturnType<typeof recordsOf> {
  return recordsOf(
    [
      ['id', ({ skill }) => textAt(catalog.skillIds, skill)],
      ['name', ({ skill }) => textAt(catalog.skillNames, skill)],
      ['level', levelOfEvidence],
      ['files', ({ files }) => files],
      ['places', ({ places }) => places.map((place) => place.path)],
      ['evidence', describeEvidence],
    ],
    found,
  );
}

function summary(catalog: Catalog, files: number, skills: number): string {
  const scanned = `${count(files, 'file')} scanned`;
  if (skills === 0) return `${scanned}; none of them shows a skill of ${catalog.packs.at(-1)?.name ?? 'the catalog'}.`;
  return `${scanned}, ${count(skills, 'skill')} seen. Files show that a skill was used, not how well, nor by whom: no level is above 2. Correct them with what you know.`;
}

/** A profile with what was seen, to be completed by hand. */
function profileOf(catalog: Catalog, shown: string, found: readonly SkillEvidence[]): YamlDocument {
  const skills = found.map((one) => [
    nameToWrite(catalog, one.skill),
    { level: levelOfEvidence(one), evidence: describeEvidence(one), assessedBy: 'scan' },
  ]);
  return {
    comments: [`What careerpath scan saw in ${shown}. Files cannot show more than level 2: correct the levels.`],
    value: { skills: Object.fromEntries(skills) },
  };
}
