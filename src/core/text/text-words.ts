/** One word of a text, or a separator of words. Offsets count characters from 0; the end is just past the last one. */
export interface TextWord {
  /** As written. */
  readonly text: string;
  /** NFKC and lower case. */
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  readonly isSeparator: boolean;
}

/** Chinese, Japanese and Korean write no spaces: a name that touches their signs is a word of its own. */
const unspaced = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}';
const letter = `(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}])`;
/** `.NET`, `C++`, `C#`, `Node.js` and `OAuth2.0` are one word each; a hyphen parts words. */
const wordOrSign = new RegExp(
  `\\.?${letter}+(?:[.'’]${letter}+)*(?:\\+\\+|#)?|[${unspaced}]+|[.,;:!?()/&|•*\\n，、；：。（）]`,
  'gu',
);
/** Signs of these scripts that stand for others. */
const signs: Readonly<Record<string, string>> = { '，': ',', '、': ',', '；': ';', '：': ':', '。': '.', '（': '(', '）': ')' };
const hasLetter = /[\p{L}\p{N}]/u;

/** Splits a text into words and the separators between them. Linear in the text. */
export function wordsOf(text: string): TextWord[] {
  return [...text.matchAll(wordOrSign)].map((match) => {
    const [found] = match;
    const text = signs[found] ?? found;
    return {
      text,
      folded: text.normalize('NFKC').toLowerCase(),
      start: match.index,
      end: match.index + found.length,
      isSeparator: !hasLetter.test(found),
    };
  });
}

/** Words that carry no meaning inside a label: "design of databases" is "design databases". */
export const stopWords: ReadonlySet<string> = new Set(
  `a an the of and or to in on for with by from as at into your our their its his her is are be this that these those using use
  various different other own such`.split(/\s+/),
);

/** What joins the items of a list. */
export const joiner = /^(?:[,/&]|and|or)$/;

/** Turns a word into its stem, so that forms of one word compare equal. */
export type Stem = (word: string) => string;

/** A word's stem; words with punctuation, digits or letters beyond a to z have no forms that the rules know. */
export function stemOf(folded: string, stem: Stem): string {
  return /^[a-z]+$/.test(folded) ? stem(folded) : folded;
}

/** The stems of a label's words that carry meaning, in order, each once; all of its words where none does. */
export function stemsOf(label: string, stem: Stem): string[] {
  const words = wordsOf(label).filter((word) => !word.isSeparator);
  const meant = words.filter((word) => !stopWords.has(word.folded));
  return [...new Set((meant.length > 0 ? meant : words).map((word) => stemOf(word.folded, stem)))];
}
