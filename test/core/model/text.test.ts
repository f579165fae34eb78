import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findText, packTexts, textAt, textCount } from '../../../src/core/catalog/text-table.ts';
import { compareText } from '../../../src/core/model/text-order.ts';
import { hasHiddenCharacters, makeVisible } from '../../../src/core/model/visible-text.ts';

const wellFormed = fc.string({ unit: 'binary' });

describe('compareText', () => {
  test('is the order of code points, in every locale', () => {
    expect(['b', 'a', 'B', 'ä', 'Z', 'ab', ''].sort(compareText)).toEqual(['', 'B', 'Z', 'a', 'ab', 'b', 'ä']);
    // By UTF-16 units the emoji (U+1F600) would stand before U+FF5E.
    expect(['😀', '～'].sort(compareText)).toEqual(['～', '😀']);
    expect(['😀', '～'].sort()).toEqual(['😀', '～']);
  });

  test('is the order of the UTF-8 bytes, for any texts', () => {
    fc.assert(
      fc.property(wellFormed, wellFormed, (a, b) => {
        expect(Math.sign(compareText(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
      { numRuns: 5000 },
    );
  });
});

describe('a text table', () => {
  test('gives back what was packed', () => {
    const texts = ['', 'a', 'grün', '😀', ''];
    const table = packTexts(texts);
    expect(textCount(table)).toBe(5);
    expect(texts.map((_, i) => textAt(table, i))).toEqual(texts);
    expect([textAt(table, 5), textAt(table, -1), textCount(packTexts([]))]).toEqual(['', '', 0]);
  });

  test('finds each of its sorted texts, and nothing else', () => {
    fc.assert(
      fc.property(fc.uniqueArray(wellFormed, { maxLength: 20 }), wellFormed, (texts, other) => {
        const sorted = texts.sort(compareText);
        const table = packTexts(sorted);
        sorted.forEach((text, i) => {
          expect(findText(table, text)).toBe(i);
        });
        expect(findText(table, other)).toBe(sorted.indexOf(other));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('makeVisible', () => {
  test.each([
    ['a colour', '\x1b[31mred\x1b[0m', '\\u{1b}[31mred\\u{1b}[0m'],
    ['a terminal title', '\x1b]0;title\x07', '\\u{1b}]0;title\\u{7}'],
    ['a one-byte CSI', '\x9b2J', '\\u{9b}2J'],
    ['a bell', 'a\x07b', 'a\\u{7}b'],
    ['a backspace', 'a\bb', 'a\\u{8}b'],
    ['a return', 'safe\rEVIL', 'safe\\rEVIL'],
    ['line breaks and tabs', 'a\nb\tc', 'a\\nb\\tc'],
    ['a NUL', '\0', '\\u{0}'],
    ['a delete', '\x7f', '\\u{7f}'],
    ['a bidi override', 'user\u202Etxt.exe', 'user\\u{202e}txt.exe'],
    ['bidi isolates', '\u2066a\u2069', '\\u{2066}a\\u{2069}'],
    ['an Arabic letter mark', '\u061c', '\\u{61c}'],
    ['line and paragraph separators', 'a\u2028b\u2029', 'a\\u{2028}b\\u{2029}'],
    ['a zero-width space and a byte-order mark', 'a\u200bb\ufeff', 'a\\u{200b}b\\u{feff}'],
    ['a soft hyphen', 'co\u00adop', 'co\\u{ad}op'],
    ['tag characters', 'a\u{e0041}', 'a\\u{e0041}'],
    ['private and unassigned signs', '\ue000\u{e0080}', '\\u{e000}\\u{e0080}'],
    ['a lone surrogate', 'a\ud800b', 'a\\u{d800}b'],
    ['a joiner between ASCII letters', 'ad\u200dmin', 'ad\\u{200d}min'],
    ['a joiner at an end', '\u200dक', '\\u{200d}क'],
  ])('shows %s as an escape', (_, text, shown) => {
    expect(makeVisible(text)).toBe(shown);
    expect(hasHiddenCharacters(text)).toBe(true);
  });

  test.each([
    'Senior Backend Developer',
    'C++ / C# – “quoted” … →',
    'Grüße, Ångström, naïve',
    '日本語 한국어 العربية עברית',
    // a family, a flag, a skin tone, a keycap
    '👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 1️⃣',
    // joiners that Devanagari and Persian need
    'क्‍ष می‌خواهم',
    'e\u0301',
    '',
  ])('leaves %j as it is', (text) => {
    expect(makeVisible(text)).toBe(text);
    expect(hasHiddenCharacters(text)).toBe(false);
  });

  test('leaves nothing that could steer a screen, and nothing more to do', () => {
    fc.assert(
      fc.property(
        fc.oneof(wellFormed, fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((c) => String.fromCharCode(c)) })),
        (text) => {
          const shown = makeVisible(text);
          expect(shown.replace(/[\u200c\u200d]/g, '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/u);
          expect(makeVisible(shown)).toBe(shown);
        },
      ),
      { numRuns: 5000 },
    );
  });
});
