/**
 * Small letters that look like a Latin one, by that one; from the confusables of Unicode Technical Standard 39, as far as
 * they are letters of living scripts. Applied after lower-casing.
 */
const looksLike: Readonly<Record<string, string>> = {
  a: 'аɑα',
  b: 'Ььᖯ',
  c: 'сϲ',
  d: 'ԁ',
  e: 'еҽє',
  g: 'ɡ',
  h: 'һհ',
  i: 'іɩιı',
  j: 'јϳ',
  k: 'кκ',
  l: 'ӏ',
  m: 'м',
  n: 'ոп',
  o: 'оοօ',
  p: 'рρ',
  q: 'ԛ',
  r: 'г',
  s: 'ѕ',
  t: 'тτ',
  u: 'υս',
  v: 'νѵ',
  w: 'ԝω',
  x: 'хχ',
  y: 'уγү',
  z: 'ᴢ',
};

const plainOf = new Map(Object.entries(looksLike).flatMap(([plain, others]) => [...others].map((other) => [other, plain])));
const invisible = /\p{Cf}|\p{Variation_Selector}/gu;

/** How a normalised label looks: look-alike letters as Latin ones, characters that nobody sees left out. Idempotent. */
export function plainLook(key: string): string {
  if (/^[ -~]*$/.test(key)) return key;
  return [...key.replace(invisible, '')].map((character) => plainOf.get(character) ?? character).join('');
}
