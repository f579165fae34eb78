import ignore, { type Ignore } from 'ignore';

/** Rules that nobody writes by hand, and whose `**` take time that grows with each of them: not obeyed. */
const maxRuleLength = 500;
const maxGlobstars = 4;

/** Each rule is asked about each path. The longest lists of templates for ignore files have a few hundred. */
const maxRules = 5000;

/** The package remembers every path it was asked about; a fresh one forgets, so that memory stays bounded. */
const maxRemembered = 5000;

/** What the ignore file of one folder says about paths below it, which are relative to that folder. */
export interface IgnoreRules {
  /** Nothing, or whether it is out. */
  readonly says: (path: string, isFolder: boolean) => boolean | undefined;
  /**
   * The rules for what lies in a folder that they leave out and a nearer ignore file takes in again: what they say of the
   * folder's content counts, what they say of the folder doesn't.
   */
  readonly inside: (folder: string) => IgnoreRules;
}

/** Reads the text of a `.gitignore`, or says why it is not obeyed. */
export function readIgnoreRules(text: string): IgnoreRules | { readonly refused: string } {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  if (lines.length > maxRules) return { refused: `it has ${lines.length} rules; the limit is ${maxRules}` };
  return makeRules(lines.filter((line) => line.length <= maxRuleLength && line.split('**').length <= maxGlobstars + 1));
}

function makeRules(lines: readonly string[]): IgnoreRules {
  const make = (): Ignore => ignore({ ignorecase: false }).add(lines);
  let rules = make();
  let asked = 0;
  return {
    says(path, isFolder) {
      if (++asked > maxRemembered) {
        rules = make();
        asked = 0;
      }
      const { ignored, unignored } = rules.test(isFolder ? `${path}/` : path);
      if (ignored) return true;
      return unignored ? false : undefined;
    },
    inside: (folder) => makeRules([...lines, `!/${folder.replace(/[\\*?[\]!# ]/g, '\\$&')}/`]),
  };
}
