/**
 * What a reader did with an input besides reading it, to be counted:
 * `row`: a row of a table; `column`: one that was not understood, by its header; `unknown`: a name that is no skill;
 * `assumed`, `rounded`: levels; `again`: a person met before; `twice`: a skill given twice by one person;
 * `key`: a key that stands twice in one record;
 * `silent`: someone of whom no level is said; `nobody`: a file without anybody; `skipped`: a file that was not read;
 * `how`: a decision about the whole file, in words.
 */
export type RemarkKind =
  | 'row'
  | 'column'
  | 'unknown'
  | 'assumed'
  | 'rounded'
  | 'again'
  | 'twice'
  | 'key'
  | 'silent'
  | 'nobody'
  | 'skipped'
  | 'how';

export interface Remark {
  readonly kind: RemarkKind;
  /** What it is about; empty where only the number counts. */
  readonly about: string;
  readonly count: number;
}

export const remark = (kind: RemarkKind, about = '', count = 1): { readonly told: Remark } => ({ told: { kind, about, count } });

/** Of so many different things of one kind the names are kept; the others are only counted. */
const mostNames = 10_000;

/** Sums of remarks, in memory that does not grow with the input. */
export interface Tally {
  readonly add: (remark: Remark) => void;
  readonly total: (kind: RemarkKind) => number;
  /** By name, the most frequent first; equals as first met. */
  readonly named: (kind: RemarkKind) => readonly { readonly name: string; readonly count: number }[];
  /** What was added, and forgets it. */
  readonly take: () => Remark[];
}

export function makeTally(): Tally {
  const totals = new Map<RemarkKind, number>();
  const names = new Map<RemarkKind, Map<string, number>>();
  return {
    add({ kind, about, count }) {
      totals.set(kind, (totals.get(kind) ?? 0) + count);
      const known = names.get(kind) ?? new Map<string, number>();
      names.set(kind, known);
      if (known.has(about) || known.size < mostNames) known.set(about, (known.get(about) ?? 0) + count);
    },
    total: (kind) => totals.get(kind) ?? 0,
    named: (kind) => [...(names.get(kind) ?? [])].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count),
    take() {
      const taken = [...names].flatMap(([kind, known]) => {
        const left = (totals.get(kind) ?? 0) - [...known.values()].reduce((sum, count) => sum + count, 0);
        const rest: Remark[] = left > 0 ? [{ kind, about: '', count: left }] : [];
        return [...[...known].map(([about, count]): Remark => ({ kind, about, count })), ...rest];
      });
      totals.clear();
      names.clear();
      return taken;
    },
  };
}
