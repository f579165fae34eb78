import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { textAt } from '../../core/catalog/text-table.ts';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import type { YamlDocument, YamlMap } from '../../documents/write-yaml.ts';
import { type ImportFormat, importFormats } from '../../intake/import/imported.ts';
import type { ImportedProfile, ImportedSkill } from '../../intake/import/resolve-import.ts';
import { nameToWrite } from '../../intake/name-to-write.ts';
import { wrapResults } from '../answers/envelope.ts';
import type { Merged } from '../answers/merge-into-file.ts';
import type { ReviewedImport } from '../dialogue/review-import.ts';
import { mergeOptions, mergeTarget } from '../person/profile-place.ts';
import { type CommandSpec, choiceOption, type Invocation, type OpenCatalog, type Session } from '../shell/command.ts';
import { type ExitCode, exitCodes, Failure } from '../shell/failure.ts';

export const importProfile: CommandSpec = {
  name: 'import',
  argument: '<file>',
  group: 'You',
  summary: 'a CV or an export (JSON Resume, LinkedIn, Europass, CSV, text, PDF, Word) as a profile',
  examples: [
    'careerpath import resume.json > skills.yaml',
    'careerpath import cv.pdf --into skills.yaml',
    'careerpath import people.csv --person "Ada Lovelace"',
  ],
  formats: ['yaml', 'json'],
  usesProfile: false,
  options: [
    {
      flags: '--from <kind>',
      description: `what the file is, instead of a look at it: ${importFormats.join(', ')}`,
      ...choiceOption('--from', 'kind of file that is read', importFormats),
    },
    ...mergeOptions,
    { flags: '--person <name>', description: 'the person to take from a table of several' },
    { flags: '--sheet <name>', description: 'the sheet of a workbook to read (default: the first one)' },
  ],
  inputs: ([path = '-']) => [{ path }],
  async run(session, invocation) {
    const into = mergeTarget(invocation);
    const opened = await session.openCatalog();
    const [path = '-'] = invocation.names;
    const read = await readImport(session, invocation, opened, path);
    const reviewed = await review(session, invocation, { catalog: opened.catalog, imported: read, file: path, into });
    if ('ended' in reviewed) return { exitCode: () => reviewed.ended };
    const { imported, isAgreed } = reviewed;
    const merge =
      into === undefined
        ? undefined
        : await mergeInto(session, invocation, { catalog: opened.catalog, imported, into, isAgreed });
    const { diagnostics } = imported;
    const results = [{ ...importData(opened.catalog, imported), ...(merge === undefined ? {} : { merged: merge.merged }) }];
    return {
      report: {
        notes: diagnostics,
        blocks: () => merge?.blocks ?? [],
        document: () => profileDocument(opened.catalog, imported, path),
        data: () => wrapResults({ command: 'import', opened, results, diagnostics }),
      },
      exitCode: () => exitOf(diagnostics),
      // A merge answers with what it did; the profile itself is in its file.
      ...(merge !== undefined && session.format === 'yaml' ? { format: 'table' } : {}),
    };
  },
};

async function readImport(
  { io }: Session,
  { options }: Invocation,
  { catalog }: OpenCatalog,
  path: string,
): Promise<ImportedProfile> {
  // Readers, stems and suggestions: no other command needs them.
  const { openImport } = await import('../open/open-import.ts');
  const { resolveImport } = await import('../../intake/import/resolve-import.ts');
  const { readerOf } = await import('../../intake/skill-labels.ts');
  const { makeSuggestIds } = await import('../../intake/suggest-ids.ts');
  const format = options['from'] as ImportFormat | undefined;
  const person = options['person'] as string | undefined;
  const { document } = await openImport(io, path, {
    format,
    person,
    sheet: options['sheet'] as string | undefined,
    scale: catalog.scale,
  });
  const file = path === '-' ? 'standard input' : (path.split(/[\\/]/).findLast((part) => part !== '') ?? path);
  const today = io.now().toISOString().slice(0, 10);
  const imported = resolveImport(document, { catalog, reader: readerOf(catalog), suggest: makeSuggestIds(catalog), today, file });
  if (imported.skills.length === 0 && imported.unrecognised.length === 0) {
    throw new Failure(exitCodes.input, [{ code: 'nothing-found', facts: { what: '' }, file: path }, ...imported.diagnostics]);
  }
  return imported;
}

/** Rows that could not be read are said by the exit code, as in every batch. */
function exitOf(diagnostics: readonly Diagnostic[]): 0 | 1 {
  return diagnostics.some((diagnostic) => diagnostic.code === 'bad-row') ? exitCodes.no : exitCodes.fine;
}

function profileDocument(catalog: Catalog, imported: ImportedProfile, path: string): YamlDocument {
  const { name, years, workEvidence, education, skills, unrecognised } = imported;
  const unknown = unrecognised.map(
    ({ input, suggestions }) => `${input}${suggestions.length === 0 ? '' : ` (did you mean ${suggestions.join(' or ')}?)`}`,
  );
  return {
    comments: [
      `Imported from ${path === '-' ? 'standard input' : path}. Level 2 stands for what a document only lists: set your own.`,
      ...(workEvidence.length === 0 ? [] : ['Years of work, overlaps counted once:', ...workEvidence.map((line) => `  ${line}`)]),
      ...(unknown.length === 0 ? [] : ['Not in the catalog:', ...unknown.map((line) => `  ${line}`)]),
    ],
    value: {
      name,
      experience: years === undefined ? undefined : { years },
      education: education && { ...education },
      skills: Object.fromEntries(skills.map((skill) => [nameToWrite(catalog, skill.skill), skillValue(skill)])),
    },
  };
}

function skillValue({ level, years, evidence }: ImportedSkill): YamlMap {
  return { level, years, evidence: joinEvidence(evidence), assessedBy: 'document' };
}

/** One line of a profile, no longer than a profile takes. */
function joinEvidence(evidence: readonly string[]): string {
  return evidence.join('; ').slice(0, 4000);
}

function importData(
  catalog: Catalog,
  { name, years, workEvidence, education, skills, unrecognised }: ImportedProfile,
): Record<string, unknown> {
  return {
    name: name ?? null,
    experience: { years: years ?? null, evidence: workEvidence },
    education: education ?? null,
    skills: skills.map(({ skill, level, years: spent, evidence }) => ({
      id: textAt(catalog.skillIds, skill),
      name: textAt(catalog.skillNames, skill),
      level,
      years: spent ?? null,
      evidence,
      assessedBy: 'document',
    })),
    unrecognised,
  };
}

/** A person at a terminal looks over what was read; elsewhere it stays as it is, and nothing is agreed to. */
async function review(
  session: Session,
  invocation: Invocation,
  asked: ReviewedImport,
): Promise<{ imported: ImportedProfile; isAgreed: boolean } | { ended: ExitCode }> {
  const { canReview, reviewImport } = await import('../dialogue/review-import.ts');
  if (!canReview(session, invocation)) return { imported: asked.imported, isAgreed: false };
  const reviewed = await reviewImport(session, invocation, asked);
  return 'ended' in reviewed ? reviewed : { imported: reviewed.imported, isAgreed: reviewed.wasAsked };
}

async function mergeInto(
  session: Session,
  invocation: Invocation,
  { catalog, imported, into, isAgreed }: { catalog: Catalog; imported: ImportedProfile; into: string; isAgreed: boolean },
): Promise<Merged> {
  const { mergeIntoFile } = await import('../answers/merge-into-file.ts');
  const skills = imported.skills.map((one) => ({ ...one, evidence: joinEvidence(one.evidence) }));
  return mergeIntoFile(session, invocation, catalog, { ...imported, skills, assessedBy: 'document' }, into, { isAgreed });
}
