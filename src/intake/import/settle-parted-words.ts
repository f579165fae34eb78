import type { TextReader } from '../../core/text/text-reader.ts';
import { parted } from './tidy-text.ts';

const partedWord = new RegExp(`(\\p{L}{1,40})${parted}(\\p{L}{1,40})`, 'gu');

/** Words that were parted at the end of a line, whole again: without the hyphen where that names a skill ("Kuber-netes"), else with it ("event-driven"). */
export function settlePartedWords(text: string, reader: TextReader): string {
  if (!text.includes(parted)) return text;
  return text
    .replace(partedWord, (_, head: string, tail: string) =>
      reader.read(head + tail).length > 0 ? head + tail : `${head}-${tail}`,
    )
    .replaceAll(parted, '');
}
