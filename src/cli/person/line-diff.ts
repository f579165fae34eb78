/** One line of a difference: kept lines are left out but for their neighbours. */
export interface DiffLine {
  readonly sign: '+' | '-' | ' ';
  readonly text: string;
}

/** The lines that differ between two texts, when one came from the other by adding and changing lines, each with one kept line around. */
export function diffLines(before: string, after: string): DiffLine[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    if (i < old.length && old[i] === now[j]) {
      lines.push({ sign: ' ', text: old[i] as string });
      i++;
      j++;
      continue;
    }
    const next = i < old.length ? now.indexOf(old[i] as string, j) : now.length;
    const isChanged = next < 0;
    if (isChanged) lines.push({ sign: '-', text: old[i++] as string });
    else while (j < next) lines.push({ sign: '+', text: now[j++] as string });
    if (isChanged && j < now.length && !old.includes(now[j] as string, i)) lines.push({ sign: '+', text: now[j++] as string });
  }
  return lines.filter(
    (line, at) => line.sign !== ' ' || [lines[at - 1], lines[at + 1]].some((near) => near !== undefined && near.sign !== ' '),
  );
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}
