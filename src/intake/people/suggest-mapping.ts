import type { CsvRecord } from '../../documents/csv.ts';
import type { TableTools } from './table-tools.ts';

/** What is said of a header that nobody knows: the command that names its columns, filled in by a look at the cells below. */
export function suggestMapping(header: readonly string[], below: readonly CsvRecord[], tools: TableTools, file: string): string {
  const columns = header
    .map((name, at) => ({ name, cells: below.map((row) => row.cells[at] ?? '').filter((cell) => cell !== '') }))
    .filter((one) => one.name !== '');
  const most = (holds: (cell: string) => boolean, taken: readonly (string | undefined)[]): string | undefined =>
    columns
      .filter((one) => !taken.includes(one.name))
      .map((one) => ({ name: one.name, count: one.cells.filter(holds).length, of: one.cells.length }))
      .filter((one) => one.count > 0 && 2 * one.count >= one.of)
      .sort((a, b) => b.count - a.count)[0]?.name;
  const skill = most(tools.isSkill, []);
  const level = skill === undefined ? undefined : most((cell) => tools.readLevel(cell)?.kind === 'level', [skill]);
  const person = columns.find((one) => one.name !== skill && one.name !== level)?.name ?? 'COLUMN';
  const parts = [`person=${person}`];
  if (skill !== undefined) parts.push(`skill=${skill}`);
  if (level !== undefined) parts.push(`level=${level}`);
  const command = `careerpath compare ${quoted(file)} --map ${quoted(parts.join(','))}`;
  return `no column names the person or the skill (${columns
    .map((one) => one.name)
    .slice(0, 12)
    .join(', ')}); say which does: ${command}`;
}

/** As a shell takes it. */
function quoted(text: string): string {
  return /^[\p{L}\p{N}_./=,-]+$/u.test(text) ? text : `"${text.replace(/["$`\\]/g, '\\$&')}"`;
}
