// What the licences of bundled packages ask for: their texts go where their code goes.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';

const between = `\n${'-'.repeat(80)}\n\n`;

/**
 * The folder of the package that a bundled module comes from; nothing for a module of our own, or one that a plugin made.
 *
 * @param {string} id
 */
export function packageFolderOf(id) {
  const path = id.replace(/^\0/, '').replace(/\?.*$/, '').split(sep).join('/');
  const at = path.lastIndexOf('/node_modules/');
  if (at < 0) return undefined;
  const [first = '', second = ''] = path.slice(at + '/node_modules/'.length).split('/');
  return `${path.slice(0, at)}/node_modules/${first.startsWith('@') ? `${first}/${second}` : first}`;
}

/** Comments that their authors want kept, such as those of code that a package has taken over from elsewhere. */
const keptComment = /\/\*[!*](?:(?!\*\/)[\s\S])*?(?:@licen[sc]e|@preserve|@licstart|copyright)(?:(?!\*\/)[\s\S])*\*\//gi;

/** What the package's author and those before them say, without decoration. Throws for a package without a licence's text. */
function noticeOf(folder, moduleIds) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder).filter((file) => /^(?:licen[sc]e|copying|notice)(?:[.-].*)?$/i.test(file));
  const texts = files.sort().map((file) => readFileSync(join(folder, file), 'utf8').replace(/\r\n/g, '\n').trim());
  if (!files.some((file) => !/^notice/i.test(file)) || texts.some((text) => text.length < 100))
    throw new Error(
      `${name} ${version} (${license}) is bundled, and has no text of its licence: leave the package out, or ask its author for it`,
    );
  const comments = new Set();
  for (const id of moduleIds) {
    for (const [comment] of readFileSync(id.replace(/\?.*$/, ''), 'utf8').matchAll(keptComment)) {
      const lines = comment
        .slice(2, -2)
        .split('\n')
        .map((line) => line.replace(/^\s*[*!]*\s?/, '').trimEnd());
      comments.add(lines.join('\n').trim());
    }
  }
  const said = comments.size === 0 ? '' : `\n\nIn its source:\n\n${[...comments].join('\n\n')}`;
  return `${name} ${version} (${license})\n\n${texts.join('\n\n')}${said}\n`;
}

/**
 * Writes the texts of the licences of all packages that the given modules come from, in the order of their names. The same modules give
 * the same bytes. Throws an Error for a package without a licence's text.
 *
 * @param {Iterable<string>} moduleIds paths of what was bundled
 * @param {string} file
 * @returns {string[]} the packages' folders
 */
export function writeNotices(moduleIds, file) {
  const modules = new Map();
  for (const id of [...new Set(moduleIds)].sort()) {
    const folder = packageFolderOf(id);
    if (folder !== undefined && !id.startsWith('\0')) modules.set(folder, [...(modules.get(folder) ?? []), id]);
  }
  const notices = [...new Set([...modules].map(([folder, ids]) => noticeOf(folder, ids)))].sort();
  const head = 'careerpath contains code of the packages below, each under its own licence.\n';
  writeFileSync(file, [head, ...notices].join(between));
  return [...modules.keys()];
}
