import ignore, { type Ignore } from 'ignore';

/** Rules that nobody writes by hand, and whose `**` take time that grows with each of them: not obeyed. */
const longestRule = 500;
const mostGlobstars = 4;

/** The package remembers every path it was asked about; a fresh one forgets, so that memory stays bounded. */
const mostRemembered = 5000;

/** What the ignore file of one folder says about a path below it: nothing, or whether it is out. */
export type FolderRules = (path: string, isFolder: boolean) => boolean | undefined;

/** Reads the text of a `.gitignore`. Paths are relative to its folder. */
export function readIgnoreRules(text: string): FolderRules {
  const lines = text.split('\n').filter((line) => line.length <= longestRule && line.split('**').length <= mostGlobstars + 1);
  const make = (): Ignore => ignore({ ignorecase: false }).add(lines);
  let rules = make();
  let asked = 0;
  return (path, isFolder) => {
    if (++asked > mostRemembered) {
      rules = make();
      asked = 0;
    }
    const { ignored, unignored } = rules.test(isFolder ? `${path}/` : path);
    if (ignored) return true;
    return unignored ? false : undefined;
  };
}
