import { complaintOf, startGit } from '../../documents/run-git.ts';

/** Paths of this many characters in all are remembered; a history of more is not read. */
const maxCharacters = 256 * 1024 * 1024;
/** Of what git complains about, so much is shown. */
const maxComplaint = 200;

/**
 * The files below a folder that commits of these authors touched, merges aside, relative to the folder with slashes. Asks the git
 * of this machine for the history that is here. An author is an e-mail address, in any case. The names never meet a shell.
 */
export async function filesOfAuthors(
  folder: string,
  emails: readonly string[],
): Promise<ReadonlySet<string> | { readonly refused: string }> {
  const authors = emails.map((email) => `--author=<${email}>`);
  const names = ['--no-renames', '--no-merges', '--name-only', '--relative', '-z', '--format='];
  const shown = ['--no-show-signature', '--no-ext-diff', '--no-textconv'];
  const args = ['log', '--fixed-strings', '--regexp-ignore-case', ...authors, ...shown, ...names];
  return new Promise((resolve) => {
    const git = startGit(folder, [...args, 'HEAD', '--', '.']);
    const files = new Set<string>();
    let rest = '';
    let complaint = '';
    let characters = 0;
    git.stdout.setEncoding('utf8').on('data', (part: string) => {
      const names = `${rest}${part}`.split('\0');
      rest = names.pop() ?? '';
      for (const name of names) {
        if (name === '' || files.has(name)) continue;
        characters += name.length;
        files.add(name);
      }
      if (characters + rest.length > maxCharacters) git.kill();
    });
    git.stderr.setEncoding('utf8').on('data', (part: string) => {
      complaint = `${complaint}${part}`.slice(0, maxComplaint);
    });
    git.on('error', () => resolve({ refused: 'git, which knows the authors, cannot be started' }));
    git.on('close', (code) => {
      if (code === 0) resolve(files);
      else if (code === null) resolve({ refused: 'its history is too long' });
      else resolve({ refused: complaintOf(complaint) });
    });
  });
}
