const problems: Readonly<Record<string, string>> = {
  MISSING_CHAR: 'something is not closed here, or lacks its colon or quote',
  BAD_INDENT: 'the indentation does not match what stands around it',
  UNEXPECTED_TOKEN: 'this does not belong here',
  KEY_OVER_1024_CHARS: 'a key is too long',
  BLOCK_AS_IMPLICIT_KEY: 'a key and its value must not hold another key on the same line; quote the text if it contains ": "',
  MULTILINE_IMPLICIT_KEY: 'a key must stand on one line',
  BAD_SCALAR_START: 'text cannot start with this character; quote it',
  BAD_DQ_ESCAPE: 'unknown escape in a double-quoted text',
};

/** The parser's message, in a sentence of ours where we have a better one. */
export function plainProblem(code: string, message: string): string {
  const own = problems[code];
  // Some messages quote the text they are about, all of it.
  const theirs = message.slice(0, 200).replace(/\s+/g, ' ').trim();
  return own === undefined ? theirs : `${own} (${theirs})`;
}
