/** Names that were met before, in eight to sixteen bytes each, however long they are: millions of people stay within some megabytes. */
export interface SeenNames {
  readonly add: (name: string) => void;
  /** Never misses a name that was added. Of a million names, one that was not is taken for one with a chance of 1 in 10 million. */
  readonly has: (name: string) => boolean;
}

const firstSlots = 1024;

/** A table of 64-bit fingerprints with open addressing. */
export function makeSeenNames(): SeenNames {
  let slots = firstSlots;
  // Two words a slot; both 0 where it is free.
  let table = new Uint32Array(2 * slots);
  let used = 0;

  const placeOf = (high: number, low: number): number => {
    let slot = low & (slots - 1);
    for (;;) {
      const at = 2 * slot;
      const isFree = table[at] === 0 && table[at + 1] === 0;
      if (isFree || (table[at] === high && table[at + 1] === low)) return at;
      slot = (slot + 1) & (slots - 1);
    }
  };
  const grow = (): void => {
    const old = table;
    slots *= 2;
    table = new Uint32Array(2 * slots);
    for (let at = 0; at < old.length; at += 2) {
      const high = old[at] as number;
      const low = old[at + 1] as number;
      if (high !== 0 || low !== 0) table.set([high, low], placeOf(high, low));
    }
  };
  return {
    add(name) {
      const { high, low } = fingerprint(name);
      const at = placeOf(high, low);
      if (table[at] !== 0 || table[at + 1] !== 0) return;
      table[at] = high;
      table[at + 1] = low;
      used++;
      if (2 * used > slots) grow();
    },
    has(name) {
      const { high, low } = fingerprint(name);
      const at = placeOf(high, low);
      return table[at] !== 0 || table[at + 1] !== 0;
    },
  };
}

/** Two 32-bit hashes that share no constants: multiply and rotate by UTF-16 unit, then MurmurHash3's final mixing. */
function fingerprint(name: string): { high: number; low: number } {
  let high = 0x9e3779b9 ^ name.length;
  let low = 0x85ebca6b;
  for (let i = 0; i < name.length; i++) {
    const unit = name.charCodeAt(i);
    high = Math.imul(high ^ unit, 0xcc9e2d51);
    high = (high << 15) | (high >>> 17);
    low = Math.imul(low ^ unit, 0x1b873593);
    low = (low << 13) | (low >>> 19);
  }
  low = mix(low ^ Math.imul(high, 0xe6546b64));
  // 0 stands for a free slot.
  return { high: mix(high ^ Math.imul(low, 0x2545f491)) || 1, low };
}

function mix(hash: number): number {
  let mixed = hash;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
