/**
 * The sign in the middle of what a CI service takes for a command to itself: the first colon of `::name::` at the start of a line, blanks and
 * colours not counted (GitHub Actions), and the second hash of `##name[` anywhere in a line (Azure Pipelines, TeamCity, GitHub's
 * older form).
 */
const commandSign = /(?<=^(?:\s|\u001b\[[\d;]*m)*):(?=:)|(?<=#)#(?=\w{0,40}\[)/gm;

/** Whether a line holds nothing but blanks and colours: a command may still begin in it. */
export function isOpenLine(line: string): boolean {
  return line.replace(/\u001b\[[\d;]*m/g, '').trim() === '';
}

/** Text without any of the signs needs no closer look. */
function mayCommand(text: string): boolean {
  return text.includes('::') || text.includes('##');
}

/**
 * A text in which no CI service finds a command: the sign that would make one is replaced.
 *
 * @param replace what stands for the sign, `:` or `#`, in the output's own form; a backslash before it without this
 */
export function disarmCommands(text: string, replace: (sign: string) => string = (sign) => `\\${sign}`): string {
  return mayCommand(text) ? text.replace(commandSign, replace) : text;
}

/** So much of a line is looked back at: no command's beginning is longer. */
const lookBack = 64;

/** Disarms a text that comes in pieces, wherever they are cut: each piece comes back at once, changed where it must be. */
export function makeDisarmer(): (piece: string) => string {
  // The end of the unfinished line, as it was handed back.
  let open = '';
  return (piece) => {
    const joined = open + piece;
    let made = piece;
    if (mayCommand(joined)) {
      made = '';
      let from = open.length;
      for (const { index } of joined.matchAll(commandSign)) {
        // A sign that has gone out already: what follows it is cut off from it.
        const at = Math.max(index, open.length);
        made += `${joined.slice(from, at)}\\`;
        from = at;
      }
      made += joined.slice(from);
    }
    open = endOfLine(open + made);
    return made;
  };
}

/** The last signs of the line that a text ends in; whether something stands before them can still be told. */
function endOfLine(text: string): string {
  const line = text.slice(text.lastIndexOf('\n') + 1);
  if (line.length <= lookBack) return line;
  const rest = line.slice(-lookBack);
  return isOpenLine(line) ? rest : `.${rest}`;
}
