/** Text that needs no look at Unicode's tables: most of it, and the tables take a millisecond to load. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const plain =
      (code >= 0x20 && code <= 0x7e) ||
      (code >= 0xa0 && code <= 0x24f && code !== 0xad) ||
      // Dashes, quotes, bullets, the ellipsis; arrows; blocks.
      (code >= 0x2010 && code <= 0x2027) ||
      (code >= 0x2190 && code <= 0x21ff) ||
      (code >= 0x2580 && code <= 0x259f);
    if (!plain) return false;
  }
  return true;
}

/** Controls, formats, line and paragraph separators, surrogates, private and unassigned: nothing that a screen should obey. */
const makeUnsafe = (): RegExp => /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu;
let unsafe: RegExp | undefined;
const joiners = new Set(['\u200c', '\u200d']);
/** Letters, marks and pictures outside ASCII, between which a joiner is part of how a word or an emoji is written. */
const makeJoinable = (): RegExp => /[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Variation_Selector}]/u;

/**
 * Text from data as it is safe to show: whatever could steer a terminal, a log or a reader's eye stands there as an escape
 * such as `\u{202e}`. Terminal sequences, bidi overrides, line breaks and invisible characters all lose their effect.
 */
export function makeVisible(text: string): string {
  if (isPlain(text)) return text;
  unsafe ??= makeUnsafe();
  return text.replace(unsafe, (character, offset: number) => {
    if (joiners.has(character) && isJoining(text, offset)) return character;
    return escapeCharacter(character);
  });
}

function isJoining(text: string, offset: number): boolean {
  const before = [...text.slice(Math.max(0, offset - 2), offset)].at(-1) ?? '';
  const after = String.fromCodePoint(text.codePointAt(offset + 1) ?? 0x20);
  const joinable = makeJoinable();
  return before > '\u007f' && joinable.test(before) && after > '\u007f' && joinable.test(after);
}

function escapeCharacter(character: string): string {
  if (character === '\n') return '\\n';
  if (character === '\r') return '\\r';
  if (character === '\t') return '\\t';
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** Whether a text holds characters that `makeVisible` would escape. */
export function hasHiddenCharacters(text: string): boolean {
  return makeVisible(text) !== text;
}
