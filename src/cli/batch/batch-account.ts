import type { Diagnostic } from '../../core/model/diagnostic.ts';
import { normaliseLabel } from '../../core/model/label.ts';
import { makeTally, type RemarkKind } from '../../intake/people/people-account.ts';
import { makeSeenNames } from '../../intake/seen-names.ts';
import type { MinFitMark } from '../open/min-fit.ts';
import type { BlockAnswer } from './people-block.ts';

/** What was read of a batch, what was not, and what was assumed: told once, at its end. */
export interface BatchAccount {
  readonly add: (answer: BlockAnswer) => void;
  readonly skipped: (files: readonly string[]) => void;
  /** What is said on standard error and in the JSON's diagnostics. */
  readonly diagnostics: () => Diagnostic[];
  /** How many people are below `--min-fit`. */
  readonly below: () => number;
  /** The same as numbers and lists, for programs: keys of the answer. */
  readonly data: () => Record<string, unknown>;
}

/** People beyond these are not watched for coming again: their names would fill memory. */
const mostWatched = 500_000;
/** So many names of a kind stand in the line; programs get more. */
const namedInLine = 3;
const namedInData = 100;

/** @param keepsErrors what is rejected goes to a file already */
export function makeBatchAccount(assumedLevel: number, keepsErrors: boolean, minFit: MinFitMark | null): BatchAccount {
  const tally = makeTally();
  const seen = makeSeenNames();
  let people = 0;
  let below = 0;
  let rejectedRows = 0;
  let rejectedCells = 0;

  const watch = (names: string): void => {
    for (const name of names.split('\n')) {
      if (name === '' || people > mostWatched) continue;
      const key = normaliseLabel(name);
      if (seen.has(key)) tally.add({ kind: 'again', about: name, count: 1 });
      else seen.add(key);
    }
  };
  const list = (kind: RemarkKind, shown: number, withCounts: boolean): string => {
    const all = tally.named(kind).filter((one) => one.name !== '');
    const named = all
      .slice(0, shown)
      .map((one) => (withCounts && one.count > 1 ? `${one.name} ×${grouped(one.count)}` : one.name));
    return all.length > shown ? `${named.join(', ')} …` : named.join(', ');
  };

  const parts = (): string[] => {
    const rows = tally.total('row');
    const columns = tally.named('column').length;
    const unknown = tally.named('unknown').length;
    const said: [number, string][] = [
      [rejectedRows, `${counted(rejectedRows, 'row')} rejected`],
      [rejectedCells, `${counted(rejectedCells, 'cell')} not understood`],
      [columns, `${counted(columns, 'column')} not understood (${list('column', 6, false)})`],
      [unknown, `${counted(unknown, 'name')} unknown (${list('unknown', namedInLine, true)})`],
      [tally.total('assumed'), `${counted(tally.total('assumed'), 'level')} assumed ${assumedLevel}`],
      [
        tally.total('rounded'),
        `${counted(tally.total('rounded'), 'level')} rounded down (${list('rounded', namedInLine, true)})`,
      ],
      [
        tally.total('twice'),
        `${counted(tally.total('twice'), 'skill')} given twice by one person (${list('twice', namedInLine, true)}), the higher level counts`,
      ],
      [
        tally.total('key'),
        `${counted(tally.total('key'), 'key')} given twice in one record (${list('key', namedInLine, true)}), the last one counts`,
      ],
      [
        tally.total('again'),
        `${counted(tally.total('again'), 'row')} of people met before (${list('again', namedInLine, true)}), each answered by itself`,
      ],
      [tally.total('silent'), `${counted(tally.total('silent'), 'person', 'people')} with no level said`],
      [tally.total('skipped'), `${counted(tally.total('skipped'), 'file')} not read (${list('skipped', namedInLine, false)})`],
    ];
    const how = tally.named('how').map((one) => one.name);
    const head = `${rows > 0 ? `${counted(rows, 'row')}, ` : ''}${counted(people, 'person', 'people')}`;
    return [head, ...how, ...said.filter(([count]) => count > 0).map(([, words]) => words)];
  };
  const fixes = (): string[] => {
    const helps: [number, string][] = [
      [tally.total('column'), 'name columns with --map skill=…,level=… or leave them out with --ignore'],
      [tally.total('unknown'), 'look names up with: careerpath skills QUERY'],
      [keepsErrors ? 0 : rejectedRows + rejectedCells, 'keep what was rejected with --errors FILE'],
      [tally.total('again'), 'tell people apart by an id column, --map id=…'],
      [tally.total('assumed'), 'give a level with each skill'],
    ];
    const needed = helps.filter(([count]) => count > 0).map(([, words]) => words);
    return needed.length > 0 ? needed : ['nothing was left out'];
  };

  return {
    add(answer) {
      people += answer.people;
      below += answer.below;
      for (const bad of answer.bad) bad.code === 'bad-cell' ? rejectedCells++ : rejectedRows++;
      for (const one of answer.told) tally.add(one);
      watch(answer.names);
    },
    skipped(files) {
      for (const file of files) tally.add({ kind: 'skipped', about: file, count: 1 });
    },
    diagnostics() {
      const empty = tally.named('nobody').map((one): Diagnostic => ({ code: 'no-person', facts: { what: '' }, file: one.name }));
      const read: Diagnostic = { code: 'batch-read', facts: { parts: parts(), fixes: fixes() } };
      return minFit === null ? [...empty, read] : [...empty, read, tellBelow(minFit, below, people)];
    },
    below: () => below,
    data: () => ({
      account: {
        rows: tally.total('row'),
        people,
        rejectedRows,
        rejectedCells,
        columnsNotUnderstood: names(tally.named('column')),
        unknownNames: tally.named('unknown').slice(0, namedInData),
        assumedLevels: tally.total('assumed'),
        assumedLevel,
        roundedLevels: tally.total('rounded'),
        keysGivenTwice: tally.total('key'),
        skillsGivenTwice: tally.total('twice'),
        peopleMetAgain: tally.named('again').slice(0, namedInData),
        peopleWithoutLevels: tally.total('silent'),
        filesWithoutPeople: names(tally.named('nobody')),
        filesNotRead: names(tally.named('skipped')),
        readAs: names(tally.named('how')),
      },
      ...(minFit === null ? {} : { minFit: { ...minFit, met: below === 0, below, people } }),
    }),
  };
}

function tellBelow({ points, by }: MinFitMark, below: number, people: number): Diagnostic {
  const who = `${grouped(below)} of ${counted(people, 'person', 'people')} ${below === 1 ? 'is' : 'are'}`;
  return { code: 'below-min-fit', facts: { who, mark: points, by, met: below === 0 } };
}

function names(all: readonly { readonly name: string }[]): string[] {
  return all.slice(0, namedInData).map((one) => one.name);
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** Thousands apart, the same in every locale. */
function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
