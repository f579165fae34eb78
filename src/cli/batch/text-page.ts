/** Text that is gathered as bytes: small pieces are let go at once, and another thread can be given the whole. */
export interface TextPage {
  readonly add: (text: string) => void;
  /** What was added since the last call, as UTF-8 in memory of its own. */
  readonly take: () => Uint8Array<ArrayBuffer>;
}

const firstBytes = 256 * 1024;
/** One UTF-16 unit takes at most so many bytes of UTF-8. */
const maxBytesPerUnit = 3;

export function makeTextPage(): TextPage {
  let page = Buffer.allocUnsafe(firstBytes);
  let used = 0;
  return {
    add(text) {
      const needed = used + maxBytesPerUnit * text.length;
      if (needed > page.length) {
        const longer = Buffer.allocUnsafe(2 * needed);
        page.copy(longer, 0, 0, used);
        page = longer;
      }
      used += page.write(text, used);
    },
    take() {
      const taken = new Uint8Array(page.subarray(0, used));
      used = 0;
      return taken;
    },
  };
}

/** A copy of a text that was cut out of a larger one, which the part would keep in memory. */
export function ownText(part: string): string {
  return Buffer.from(part).toString();
}
