import { bestRoles } from './score-roles.ts';

/** What roles may be listed by, the usual one first. */
export const roleOrders = ['closeness', 'fit', 'likely', 'use'] as const;
export type RoleOrder = (typeof roleOrders)[number];

/** The positions of the `most` greatest values, greatest first; equals by fit, then in the order given. */
export function greatestFirst(values: Float64Array, fitOf: (position: number) => number, most: number): number[] {
  const best = bestRoles(values, most);
  const least = values[best.at(-1) ?? 0] ?? 0;
  const fits = new Map<number, number>();
  const known = (at: number): number => {
    const found = fits.get(at) ?? fitOf(at);
    fits.set(at, found);
    return found;
  };
  const byFit = (a: number, b: number): number => known(b) - known(a) || a - b;
  const above = best.filter((at) => (values[at] as number) > least);
  // Among those that share the last place, which of them are listed is decided by fit as well.
  const last: number[] = [];
  for (let at = 0; at < values.length; at++) if (values[at] === least) last.push(at);
  above.sort((a, b) => (values[b] as number) - (values[a] as number) || byFit(a, b));
  return [...above, ...last.sort(byFit)].slice(0, most);
}
