import type { SkipReason } from './walk-tree.ts';

/** What a scan read, what it passed by, and what it could not read. */
export interface ScanAccount {
  /** As they were named. */
  readonly folders: readonly string[];
  /** How many files were looked at. */
  readonly files: number;
  /** How many files of these others committed, where an author was asked for. */
  readonly byOthers: number;
  /** What was passed by: how many files and folders, and the first few. */
  readonly skipped: Readonly<Partial<Record<SkipReason, { readonly count: number; readonly first: readonly string[] }>>>;
  /** How many files could not be read or broke their own format. */
  readonly notUnderstood: number;
}

/** So many of a kind are named. */
const namedOfKind = 3;

const words: Readonly<Record<SkipReason, string>> = {
  vendored: "others' or made by programs",
  ignored: 'left out by ignore files',
  generated: 'bundled',
  sample: 'samples and inputs of tests',
  link: 'links',
};

/** Adds up what is passed by. */
export function countSkips(): {
  readonly add: (reason: SkipReason, path: string) => void;
  readonly all: () => ScanAccount['skipped'];
} {
  const skipped: Partial<Record<SkipReason, { count: number; first: string[] }>> = {};
  return {
    add(reason, path) {
      const known = skipped[reason] ?? { count: 0, first: [] };
      skipped[reason] = known;
      known.count++;
      if (known.first.length < namedOfKind) known.first.push(path);
    },
    all: () => skipped,
  };
}

/** The parts of the account in words, the largest first things first: read, passed by, not understood. */
export function describeAccount({ folders, files, byOthers, skipped, notUnderstood }: ScanAccount): readonly string[] {
  const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
  const inTrees = folders.length > 1 ? ` in ${folders.length} folders` : '';
  const passed = (Object.keys(words) as SkipReason[]).flatMap((reason) => {
    const { count, first } = skipped[reason] ?? { count: 0, first: [] };
    return count === 0 ? [] : [`${count} not read: ${words[reason]} (${first.join(', ')}${count > first.length ? ', …' : ''})`];
  });
  return [
    `${counted(files, 'file')}${inTrees}`,
    ...(byOthers > 0 ? [`${counted(byOthers, 'file')} without a commit of the author`] : []),
    ...passed,
    ...(notUnderstood > 0 ? [`${notUnderstood} not understood`] : []),
  ];
}
