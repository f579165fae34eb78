/** A value of parsed JSON that nobody has checked: these readers take what fits and leave the rest. */
export type JsonValue = unknown;

/** The value under a key, or nothing. Only own keys count. */
export function field(value: JsonValue, ...path: readonly (string | number)[]): JsonValue {
  let node = value;
  for (const step of path) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, step)) return undefined;
    node = (node as Record<string | number, unknown>)[step];
  }
  return node;
}

/** The text under a key, trimmed; nothing for the empty text and for other values. */
export function textField(value: JsonValue, ...path: readonly (string | number)[]): string | undefined {
  const found = field(value, ...path);
  const text = typeof found === 'string' ? found.trim() : typeof found === 'number' ? String(found) : '';
  return text === '' ? undefined : text;
}

/** The list under a key; empty for other values. */
export function listField(value: JsonValue, ...path: readonly (string | number)[]): readonly JsonValue[] {
  const found = field(value, ...path);
  return Array.isArray(found) ? found : [];
}
