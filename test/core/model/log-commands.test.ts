import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { disarmCommands, makeDisarmer } from '../../../src/core/model/log-commands.ts';
import { foldLine } from '../../../src/report/fold-line.ts';
import { logCommand } from '../../support/safe-output.ts';

test.each([
  ['::error::x', '\\::error::x'],
  ['  ::error::x', '  \\::error::x'],
  ['\u00a0\u3000::stop-commands::x', '\u00a0\u3000\\::stop-commands::x'],
  ['\u001b[31m::error::x', '\u001b[31m\\::error::x'],
  ['one\n::error::x\n::debug::y', 'one\n\\::error::x\n\\::debug::y'],
  ['a ##vso[task.complete]b', 'a #\\#vso[task.complete]b'],
  ['####teamcity[x]', '###\\#teamcity[x]'],
  ['##[group]x', '#\\#[group]x'],
  ['std::vector', 'std::vector'],
  ['## A heading [1]', '## A heading [1]'],
  ['C# and F#', 'C# and F#'],
])('%j becomes %j', (text, harmless) => {
  expect(disarmCommands(text)).toBe(harmless);
});

/** Signs of which commands are made, and what stands around them. */
const commandText = fc
  .array(
    fc.constantFrom(':', '::', '#', '##', 'vso', 'teamcity', '[', ']', ' ', '\n', '\u3000', '\u001b[1m', 'error', 'é', '-'),
    {
      maxLength: 30,
    },
  )
  .map((parts) => parts.join(''));

describe('laws', () => {
  test('no command is left, whatever the text', () => {
    fc.assert(
      fc.property(commandText, (text) => {
        expect(logCommand(disarmCommands(text))).toBeUndefined();
      }),
    );
  });

  test('nothing but the signs before a command is added', () => {
    fc.assert(
      fc.property(commandText, (text) => {
        expect(disarmCommands(text).replaceAll('\\', '')).toBe(text);
      }),
    );
  });

  test('the same holds for a text in pieces, however it is cut', () => {
    fc.assert(
      fc.property(fc.array(commandText, { maxLength: 6 }), fc.nat(100), (pieces, blanks) => {
        const disarm = makeDisarmer();
        const made = [' '.repeat(blanks), ...pieces].map(disarm).join('');
        expect(logCommand(made)).toBeUndefined();
        expect(made.replaceAll('\\', '')).toBe(' '.repeat(blanks) + pieces.join(''));
      }),
    );
  });

  test('a colour at the start of a folded line hides no command', () => {
    expect(logCommand(foldLine(`SUMMARY:${' '.repeat(67)}\u001b[1m::`))).toBeUndefined();
  });

  test('a folded line of a calendar holds no command, no line of more than 75 bytes, and unfolds to itself', () => {
    const long = fc
      .tuple(commandText, fc.nat(80), commandText)
      .map(([a, n, b]) => `${a}${' '.repeat(n)}${b}`.replaceAll('\n', ''));
    fc.assert(
      fc.property(long, (text) => {
        const folded = foldLine(`SUMMARY:${text}`);
        expect(logCommand(folded)).toBeUndefined();
        expect(Math.max(...folded.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
        expect(folded.replaceAll('\r\n ', '')).toBe(`SUMMARY:${text}`);
      }),
    );
  });
});
