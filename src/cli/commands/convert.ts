import { readdirSync, renameSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import { removeIfThere, sweepTemporaries, temporaryBeside } from '../../documents/temporary-files.ts';
import type { Report } from '../../report/report.ts';
import type { Conversion, TaxonomyName } from '../../taxonomies/convert-taxonomy.ts';
import { unknownRelease } from '../../taxonomies/taxonomy.ts';
import { wrapResults } from '../answers/envelope.ts';
import type { CommandSpec, Invocation, Outcome, Session } from '../shell/command.ts';
import { exitCodes, Failure, Interrupted, usageFailure } from '../shell/failure.ts';
import { outputFailure } from '../shell/output.ts';

export const convert: CommandSpec = {
  name: 'convert',
  argument: '<standard> <folder>',
  group: 'Data',
  summary: 'the ESCO or O*NET download as a pack',
  examples: [
    'careerpath convert esco downloads/esco --out esco-pack',
    'careerpath convert esco downloads/esco --language de --release 1.2.0 --out esco-pack',
    'careerpath convert onet downloads/db_31_0_text --out onet-pack',
    'careerpath fit --pack esco-pack --skills "Java (computer programming)"',
  ],
  formats: ['table', 'json', 'markdown'],
  usesProfile: false,
  options: [
    { flags: '--out <pack>', description: 'the folder to write, new or empty', path: 'output' },
    {
      flags: '--language <code>',
      description: 'of ESCO: the language of the labels, as its file names say it (else en)',
      parse: wordOption('--language', /^[a-z]{2,3}(-[A-Za-z]{2,4})?$/, 'code of a language, such as de'),
    },
    {
      flags: '--release <number>',
      description: 'the release, where the download does not say it',
      parse: wordOption('--release', /^\d{1,3}(\.\d{1,3}){0,2}$/, 'number of a release, such as 31.0'),
    },
  ],
  inputs: ([_, folder = '']) => [{ path: folder }],
  run: runConvert,
};

/** Takes what fits the pattern as it is. */
function wordOption(flag: string, pattern: RegExp, what: string): (text: string) => string {
  return (text) => {
    if (pattern.test(text)) return text;
    throw usageFailure(`${flag}: "${text}" is no ${what}`, `write ${flag} with such a one`);
  };
}

async function runConvert(session: Session, { names, options }: Invocation): Promise<Outcome> {
  // Readers, transfers and their constants are needed by nothing else.
  const { convertTaxonomy, taxonomyNames, writingStage } = await import('../../taxonomies/convert-taxonomy.ts');
  const { io } = session;
  const [standard = '', folder = ''] = names;
  const known = taxonomyNames.find((name) => name === standard);
  if (known === undefined)
    throw usageFailure(`"${standard}" is no standard that can be converted`, `use ${taxonomyNames.join(' or ')}`);
  const pack = options['out'];
  if (typeof pack !== 'string') throw usageFailure('convert needs a folder to write', 'add --out and the name of a new folder');
  const target = resolve(io.cwd, pack);
  if (!isFree(target)) throw usageFailure(`"${pack}" exists and is not empty`, 'name a new folder, or remove it first');
  const progress = session.openProgress(0);
  const { language, release } = options;
  if (known === 'onet' && typeof language === 'string')
    throw usageFailure('O*NET has no languages to choose from', 'leave --language out');
  const source = {
    folder: resolve(io.cwd, folder),
    shown: folder.replace(/[/\\]+$/, ''),
    language: typeof language === 'string' ? language : 'en',
    release: typeof release === 'string' ? release : undefined,
    without: [],
  };
  let signal: Interrupted | undefined;
  let forget = (): void => {};
  const conversion = await writeBeside(target, pack, async (temporary) => {
    const converted = await convertTaxonomy(known, source, temporary, (stage, share) => {
      // Before, there is nothing that a signal could leave behind.
      if (stage === writingStage) forget = io.onSignal((exitCode) => (signal = new Interrupted(exitCode)));
      void progress.show(stage, () => `${Math.floor(share * 100)} %`);
    });
    // Writing has no pauses: a signal is seen only in this one.
    await new Promise((done) => setImmediate(done));
    if (signal !== undefined) throw signal;
    return converted;
  })
    .finally(progress.clear)
    .finally(() => forget());
  return { report: conversionReport(known, pack, conversion), exitCode: () => exitCodes.fine };
}

/** The pack grows under another name and takes its place when it is whole: what has the pack's name is a pack. */
async function writeBeside(target: string, pack: string, write: (temporary: string) => Promise<Conversion>): Promise<Conversion> {
  const temporary = temporaryBeside(target);
  try {
    sweepTemporaries(dirname(target));
    const conversion = await write(temporary);
    // An empty folder is replaced; one that was filled in the meantime makes the renaming fail.
    renameSync(temporary, target);
    return conversion;
  } catch (error) {
    removeIfThere(temporary);
    const { DownloadFault } = await import('../../taxonomies/read-download.ts');
    if (error instanceof DownloadFault) throw new Failure(exitCodes.input, [error.diagnostic]);
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw outputFailure(pack, error);
  }
}

function isFree(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}

function conversionReport(standard: TaxonomyName, pack: string, conversion: Conversion): Report {
  const { name, version, licence, attribution, written, adjusted } = conversion;
  const facts: [string, string][] = [
    ['roles', String(written.roles)],
    ['skills', String(written.skills)],
    ['requirements', String(written.requirements)],
    ['transfers', String(written.related)],
    ['files', `${written.files}, ${(written.bytes / 1024 / 1024).toFixed(1)} MiB`],
    ['licence', licence],
  ];
  const notes: Diagnostic[] = version === unknownRelease ? [{ code: 'release-unknown', facts: { standard: name } }] : [];
  return {
    notes,
    blocks: () => [
      { kind: 'heading', text: `${name}${version === unknownRelease ? '' : ` ${version}`} as a pack: ${pack}` },
      {
        kind: 'table',
        columns: [{ title: '' }, { title: '', wrap: true }],
        rows: facts.map(([title, text]) => [{ text: title, tone: 'dim' }, text]),
      },
      // A text, not a cell: cells are cut when they are long, and an attribution must stay whole.
      { kind: 'text', text: attribution },
      ...(adjusted.length === 0
        ? []
        : ([
            { kind: 'heading', text: 'Adjusted' },
            {
              kind: 'table',
              columns: [
                { title: 'Count', align: 'right' },
                { title: 'What', wrap: true },
                { title: 'Such as', wrap: true, drop: 1 },
              ],
              rows: adjusted.map((one) => [one.count, one.what, one.examples[0] ?? '']),
            },
          ] as const)),
      { kind: 'text', text: `Try it: careerpath roles --pack ${pack}`, tone: 'dim' },
    ],
    records: () => ({ columns: ['what', 'count'], rows: adjusted.map(({ what, count }) => ({ what, count })) }),
    data: () =>
      wrapResults({
        command: 'convert',
        results: [{ standard, pack, name, version, licence, attribution, ...written, settled: adjusted }],
        diagnostics: notes,
      }),
  };
}
