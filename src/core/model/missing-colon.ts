/** A key that has lost its colon, or the space behind it. */
export interface MissingColon {
  readonly key: string;
  readonly hasColon: boolean;
}

/**
 * What a text is that was meant as `key: value`: one of the keys, and behind it a colon without a space, or no colon at all.
 *
 * @returns nothing where the text begins with none of the keys
 */
export function missingColonIn(text: string, keys: readonly string[]): MissingColon | undefined {
  const [, key = '', colon = '', rest = ''] = /^([A-Za-z][\w-]*)(:?)(.*)$/s.exec(text) ?? [];
  if (!keys.includes(key) || (colon === '' && !/^\s+\S/.test(rest))) return undefined;
  return { key, hasColon: colon !== '' };
}

/** In words, what is missing. */
export function missingColonProblem({ key, hasColon }: MissingColon): string {
  return hasColon ? `a space is missing behind the colon of "${key}"` : `a colon is missing after "${key}"`;
}
