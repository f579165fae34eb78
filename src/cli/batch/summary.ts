import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { textAt } from '../../core/catalog/text-table.ts';
import { compareText } from '../../core/model/text-order.ts';
import { wholeScore } from '../../core/score/fit.ts';
import type { summaryResult } from '../../schema/answers/batch.ts';
import type { Answer } from '../../schema/answers/parts.ts';
import { ownText } from './text-page.ts';

/** Someone near to a role. `order` is the place in the input: among equals the first one stays. */
interface Near {
  readonly person: string;
  readonly fit: number;
  readonly order: number;
}

/** Counts over a part of a batch. Only whole numbers and maxima: adding parts in any order gives the same. */
export interface SummaryPart {
  readonly people: number;
  /** Rows of person and role that the gaps were counted over. */
  readonly rows: number;
  /** How many rows have a gap in this requirement, by its id. */
  readonly gaps: readonly (readonly [string, number])[];
  readonly roles: readonly { readonly ready: number; readonly points: number; readonly near: readonly Near[] }[];
}

const nearestKept = 3;

export interface SummaryCounter {
  readonly addPerson: () => void;
  /** So many rows more have a gap in the requirement of this id. */
  readonly addGaps: (id: string, count: number) => void;
  readonly addRow: () => void;
  /** `fit` is exact, `ready` whether the verdict is that. */
  readonly addRole: (role: number, person: string, order: number, fit: number, ready: boolean) => void;
  readonly take: () => SummaryPart;
}

export function makeSummaryCounter(roleCount: number): SummaryCounter {
  const gaps = new Map<string, number>();
  const roles = Array.from({ length: roleCount }, () => ({ ready: 0, points: 0, near: [] as Near[] }));
  let people = 0;
  let rows = 0;
  return {
    addPerson: () => people++,
    addRow: () => rows++,
    addGaps: (id, count) => gaps.set(id, (gaps.get(id) ?? 0) + count),
    addRole(role, person, order, fit, ready) {
      const sums = roles[role];
      if (sums === undefined) return;
      if (ready) sums.ready++;
      sums.points += wholeScore(fit);
      const last = sums.near.at(-1);
      if (fit > 0 && (sums.near.length < nearestKept || last === undefined || fit > last.fit)) {
        sums.near = nearest([...sums.near, { person: ownText(person), fit, order }]);
      }
    },
    take: () => ({ people, rows, gaps: [...gaps], roles }),
  };
}

function nearest(all: readonly Near[]): Near[] {
  return [...all].sort((a, b) => b.fit - a.fit || a.order - b.order).slice(0, nearestKept);
}

export function addSummaries(parts: readonly SummaryPart[]): SummaryPart {
  const gaps = new Map<string, number>();
  for (const [id, count] of parts.flatMap((part) => part.gaps)) gaps.set(id, (gaps.get(id) ?? 0) + count);
  const roleCount = parts[0]?.roles.length ?? 0;
  return {
    people: parts.reduce((sum, part) => sum + part.people, 0),
    rows: parts.reduce((sum, part) => sum + part.rows, 0),
    gaps: [...gaps].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0])),
    roles: Array.from({ length: roleCount }, (_, i) => {
      const sums = parts.map((part) => part.roles[i]).filter((one) => one !== undefined);
      return {
        ready: sums.reduce((sum, one) => sum + one.ready, 0),
        points: sums.reduce((sum, one) => sum + one.points, 0),
        near: nearest(sums.flatMap((one) => one.near)),
      };
    }),
  };
}

/** One role of a summary as JSON carries it. */
export function roleSummary(catalog: Catalog, role: number, part: SummaryPart, at: number): Answer<typeof summaryResult> {
  const sums = part.roles[at];
  return {
    role: textAt(catalog.roleIds, role),
    title: textAt(catalog.roleTitles, role),
    ready: sums?.ready ?? 0,
    meanScore: part.people === 0 ? 0 : Math.round(((sums?.points ?? 0) / part.people) * 10) / 10,
    nearest: (sums?.near ?? []).map(({ person, fit }) => ({ person, score: wholeScore(fit), exactScore: fit })),
  };
}

/** Whether a verdict needs no look at the essentials to be known as not ready. */
export function mayBeReady(catalog: Catalog, fit: number): boolean {
  const mark = catalog.scale.verdicts.find((one) => one.verdict === 'ready');
  return mark !== undefined && fit + 1 >= mark.fit;
}
