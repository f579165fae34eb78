import { compareText } from '../core/model/text-order.ts';
import type { SeenText } from './pdf-sight.ts';

/** A piece of a page's text as the reader gives it. */
export interface TextPiece {
  readonly str: string;
  readonly hasEOL: boolean;
}

/** How many letters further on a piece is looked for where the two readings of a page part. */
const farthest = 4000;

/**
 * Takes the letters that nobody sees out of the pieces of a page's text. Pieces and letters come in one order; a piece that is
 * not found among the letters stays as it is.
 *
 * @returns the pieces, and how many letters were taken out
 */
export function dropHidden<Piece extends TextPiece>(
  pieces: readonly Piece[],
  seen: SeenText,
): { pieces: Piece[]; hidden: number } {
  let at = 0;
  let hidden = seen.outside;
  const kept = pieces.map((piece) => {
    const letters = piece.str.replace(/\s/g, '');
    const found = placeOf(letters, seen.text, at);
    if (letters === '' || found === undefined) return piece;
    at = found + letters.length;
    const gone = seen.hidden.slice(found, at);
    const count = gone.filter((one) => one).length;
    hidden += count;
    if (count === 0) return piece;
    let next = 0;
    const isSame = seen.text.startsWith(letters, found);
    const str = Array.from({ length: piece.str.length }, (_, i) => piece.str.charAt(i)).filter((unit) => {
      if (/\s/.test(unit)) return true;
      // Letters of scripts that run from right to left come turned round: such a piece goes as a whole.
      return isSame ? gone[next++] !== true : 2 * count < letters.length;
    });
    return { ...piece, str: str.join('').trim() === '' ? '' : str.join('') };
  });
  return { pieces: kept, hidden };
}

function placeOf(letters: string, text: string, at: number): number | undefined {
  const here = text.slice(at, at + letters.length);
  if (here === letters || lettersOf(here) === lettersOf(letters)) return at;
  const found = text.slice(at, at + farthest + letters.length).indexOf(letters);
  return found < 0 ? undefined : at + found;
}

/** The same for texts of the same letters in any order. */
function lettersOf(text: string): string {
  return text.split('').sort(compareText).join('');
}
