/** Blocks of these kinds state things; those of any other kind are samples of code. */
const readFences: ReadonlySet<string> = new Set(['', 'text', 'txt', 'plain', 'yaml', 'yml', 'json', 'toml']);
/** Keys of front matter that tell of the person; the others set up a page. */
const readKeys = /skill|technolog|language|tools|keyword|summary|about/i;

/**
 * The lines of a Markdown text that say something, each in its place; the others are empty. Left out: comments, samples of code,
 * front matter that sets up the page, open tasks, what is struck through, the targets of links, tags.
 *
 * @returns the lines, and the name in the front matter
 */
export function stripMarkdown(text: string): { readonly lines: string[]; readonly name?: string | undefined } {
  let fence: { mark: string; isRead: boolean } | undefined;
  let key: string | undefined;
  let inComment = false;
  let name: string | undefined;
  const raw = text.split('\n').map((line) => line.replace(/\r$/, ''));
  const frontEnd = /^---\s*$/.test(raw[0] ?? '') ? raw.findIndex((line, i) => i > 0 && /^(?:---|\.\.\.)\s*$/.test(line)) : -1;
  const lines = raw.map((line, i) => {
    if (i <= frontEnd) {
      const pair = /^([A-Za-z_][\w-]{0,60})\s*:\s*(.*)$/.exec(line);
      if (pair !== null) key = pair[1];
      if (pair !== null && /^(?:name|author)$/i.test(key ?? '')) name ??= (pair[2] ?? '').replace(/^["']|["']$/g, '').trim();
      return key !== undefined && readKeys.test(key) && i > 0 && i < frontEnd ? line : '';
    }
    const open = /^\s{0,3}(`{3,}|~{3,})\s*([\w+#-]*)/.exec(line);
    if (fence !== undefined) {
      if (open !== null && open[1]?.startsWith(fence.mark) === true && open[2] === '') fence = undefined;
      else return fence.isRead ? line : '';
      return '';
    }
    if (open !== null && !inComment) {
      fence = { mark: open[1] ?? '', isRead: readFences.has((open[2] ?? '').toLowerCase()) };
      return '';
    }
    return stripLine(line);
  });
  return { lines, name: name || undefined };

  function stripLine(line: string): string {
    let rest = line;
    let kept = '';
    while (rest !== '') {
      const mark = inComment ? '-->' : '<!--';
      const at = rest.indexOf(mark);
      if (!inComment) kept += at < 0 ? rest : rest.slice(0, at);
      if (at < 0) break;
      rest = rest.slice(at + mark.length);
      inComment = !inComment;
    }
    if (/^\s*[-*+]\s+\[ \]\s/.test(kept) || /^\s{0,3}\[[^\]]{1,100}\]:\s/.test(kept)) return '';
    return kept
      .replace(/~~[^~]{1,500}~~/g, ' ')
      .replace(/\]\([^()]{0,2000}\)/g, '] ')
      .replace(/<br\s*\/?>/gi, ' | ')
      .replace(/<[^<>]{0,1000}>/g, ' ')
      .replace(/&nbsp;/g, ' ')
      .replace(/&amp;/g, '&');
  }
}
