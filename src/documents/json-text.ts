/** Of a number with so many digits a program may keep fewer. */
const longDigits = /\d{16}/;
const token = /"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g;
const keyToken = /"((?:[^"\\]|\\.)*)"\s*:/g;

/**
 * Puts whole numbers that JSON would round (above 2^53) in quotes, so that an id goes through as it is. Other text stays as it
 * is.
 */
export function quoteLongIntegers(json: string): string {
  if (!longDigits.test(json)) return json;
  return json.replace(token, (found) => (found.startsWith('"') || Number.isSafeInteger(Number(found)) ? found : `"${found}"`));
}

/** The first key that one object of a valid JSON text holds twice: of such a pair, JSON keeps the last. */
export function repeatedKey(json: string): string | undefined {
  const keys = Array.from(json.matchAll(keyToken), (match) => match[1] ?? '');
  // Most objects of different places have no key in common, and then there is nothing to look for.
  if (new Set(keys).size === keys.length) return undefined;
  const open: Set<string>[] = [];
  const part = /"((?:[^"\\]|\\.)*)"(\s*:)?|[{}]/g;
  for (let found = part.exec(json); found !== null; found = part.exec(json)) {
    const [whole, text = '', colon] = found;
    if (whole === '{') open.push(new Set());
    else if (whole === '}') open.pop();
    else if (colon !== undefined) {
      const here = open.at(-1);
      if (here?.has(text)) return text;
      here?.add(text);
    }
  }
  return undefined;
}
