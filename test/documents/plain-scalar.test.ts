import { describe, expect, test } from 'vitest';
import { AmbiguousScalar, readPlainScalar } from '../../src/documents/plain-scalar.ts';

describe('a plain scalar', () => {
  test.each([
    ['', null],
    ['~', null],
    ['null', null],
    ['true', true],
    ['FALSE', false],
    ['0', 0],
    ['-12', -12],
    ['3.10', 3.1],
    ['-0.5', -0.5],
    ['9007199254740991', 9007199254740991],
    ['java', 'java'],
    ['nullable', 'nullable'],
    ['tRUE', 'tRUE'],
    ['2026-10-01', '2026-10-01'],
    ['1.2.3', '1.2.3'],
    ['3d', '3d'],
    ['-', '-'],
    ['.NET', '.NET'],
    ['+', '+'],
    ['yesterday', 'yesterday'],
  ])('%j is %j', (text, value) => {
    expect(readPlainScalar(text)).toBe(value);
  });

  test.each([
    ['010', 'a number, octal to some readers and decimal to others'],
    ['0o7', 'the number 7'],
    ['0x1F', 'the number 31'],
    ['1e3', 'the number 1000'],
    ['.5', 'the number 0.5'],
    ['5.', 'the number 5'],
    ['+3', 'the number 3'],
    ['.inf', 'a special number'],
    ['.NaN', 'a special number'],
    ['1:30', 'a number in base 60, to older readers'],
    ['9007199254740993', 'the number 9007199254740992, with digits lost'],
    ['yes', 'true, to older readers'],
    ['On', 'true, to older readers'],
    ['y', 'true, to older readers'],
    ['no', 'false, to older readers'],
    ['off', 'false, to older readers'],
    ['N', 'false, to older readers'],
  ])('%j is not guessed at', (text, readAs) => {
    expect(readPlainScalar(text)).toEqual(new AmbiguousScalar(text, readAs));
  });
});
