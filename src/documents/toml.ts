import { parse } from 'smol-toml';

/** Nested deeper than any manifest; the parser calls itself for each level. */
const deepest = 64;

/** Parses TOML into plain objects. Throws a `SyntaxError` with the parser's first line of complaint. */
export function parseToml(text: string): Record<string, unknown> {
  try {
    return parse(text, { maxDepth: deepest });
  } catch (error) {
    const [first = 'it is not valid TOML'] = (error instanceof Error ? error.message : '').split('\n');
    throw new SyntaxError(first);
  }
}
