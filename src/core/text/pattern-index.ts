import { countStems, type Pattern } from './label-patterns.ts';
import { labelReach } from './match-label.ts';

/** Counts the work of a reader, so that a test can hold it to a bound without a clock. */
export interface WorkMeter {
  /** Nodes of the index that were looked at, and labels that were compared with a text. */
  steps: number;
}

export interface PatternIndex {
  /** The labels whose rarest word stands at a place of a line and whose other words stand near it, in the order of the labels. */
  readonly near: (stems: readonly string[], at: number) => readonly Pattern[];
}

interface Node {
  readonly next: Map<string, Node>;
  readonly ends: number[];
}

/**
 * A trie over the words of labels, the rarest word first. A place of a text costs the paths of the trie that its neighbouring
 * words spell, however many labels begin with its word.
 */
export function indexPatterns(patterns: readonly Pattern[], meter: WorkMeter = { steps: 0 }): PatternIndex {
  const frequency = countStems(patterns.map((pattern) => pattern.stems));
  // Words of the same frequency in the order in which they come: any order will do that is the same for all labels.
  const rank = new Map([...frequency].sort((a, b) => a[1] - b[1]).map(([stem], i) => [stem, i]));
  const rankOf = (stem: string): number => rank.get(stem) ?? -1;
  const root: Node = { next: new Map(), ends: [] };
  let longest = 0;
  patterns.forEach(({ stems }, i) => {
    let node = root;
    for (const stem of [...stems].sort((a, b) => rankOf(a) - rankOf(b))) {
      const known = node.next.get(stem) ?? { next: new Map(), ends: [] };
      node.next.set(stem, known);
      node = known;
    }
    node.ends.push(i);
    longest = Math.max(longest, stems.length);
  });
  const reach = labelReach(longest);

  return {
    near(stems, at) {
      meter.steps++;
      const first = root.next.get(stems[at] as string);
      if (first === undefined) return [];
      const found: number[] = [];
      const around = first.next.size === 0 ? [] : neighbours(stems, at);
      collect(first, around, 0, found);
      meter.steps += found.length;
      return found.sort((a, b) => a - b).map((i) => patterns[i] as Pattern);
    },
  };

  /** The words near a place that labels have, each once, the rarest first; more frequent ones than the word itself only. */
  function neighbours(stems: readonly string[], at: number): string[] {
    const own = rankOf(stems[at] as string);
    const around = new Set(stems.slice(Math.max(0, at - reach), at + reach + 1));
    return [...around].filter((stem) => rankOf(stem) > own).sort((a, b) => rankOf(a) - rankOf(b));
  }

  function collect(node: Node, around: readonly string[], from: number, found: number[]): void {
    meter.steps++;
    for (const end of node.ends) found.push(end);
    if (node.next.size === 0) return;
    for (let i = from; i < around.length; i++) {
      meter.steps++;
      const next = node.next.get(around[i] as string);
      if (next !== undefined) collect(next, around, i + 1, found);
    }
  }
}
