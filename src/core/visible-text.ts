/** Controls, formats, line and paragraph separators, surrogates, private and unassigned: nothing that a screen should obey. */
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu;
const unsafeOnce = new RegExp(unsafe.source, 'u');
const joiners = new Set(['\u200c', '\u200d']);
/** Letters, marks and pictures outside ASCII, between which a joiner is part of how a word or an emoji is written. */
const joinable = /[\p{L}\p{M}\p{Extended_Pictographic}\u{1f3fb}-\u{1f3ff}\ufe0f]/u;

/**
 * Text from data as it is safe to show: whatever could steer a terminal, a log or a reader's eye stands there as an escape
 * such as `\u{202e}`. Terminal sequences, bidi overrides, line breaks and invisible signs all lose their effect.
 */
export function makeVisible(text: string): string {
  if (!unsafeOnce.test(text)) return text;
  return text.replace(unsafe, (sign, offset: number) => {
    if (joiners.has(sign) && isJoining(text, offset)) return sign;
    return escapeSign(sign);
  });
}

function isJoining(text: string, offset: number): boolean {
  const before = [...text.slice(Math.max(0, offset - 2), offset)].at(-1) ?? '';
  const after = String.fromCodePoint(text.codePointAt(offset + 1) ?? 0x20);
  return before > '\u007f' && joinable.test(before) && after > '\u007f' && joinable.test(after);
}

function escapeSign(sign: string): string {
  if (sign === '\n') return '\\n';
  if (sign === '\r') return '\\r';
  if (sign === '\t') return '\\t';
  return `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`;
}

/** Whether a text holds signs that `makeVisible` would escape. */
export function hasHiddenSigns(text: string): boolean {
  return makeVisible(text) !== text;
}
