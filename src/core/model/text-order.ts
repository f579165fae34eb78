/**
 * Compares by Unicode code point: the same order in every locale, and the order of UTF-8 bytes.
 * JavaScript's `<` compares UTF-16 units, which puts astral characters before U+E000…U+FFFF.
 */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) {
      const xIsSurrogate = x >= 0xd800 && x <= 0xdfff;
      const yIsSurrogate = y >= 0xd800 && y <= 0xdfff;
      if (xIsSurrogate !== yIsSurrogate) return xIsSurrogate ? 1 : -1;
      return x - y;
    }
  }
  return a.length - b.length;
}
