import { type Diagnostic, fixOf, messageOf, type Severity, severityOf } from '../core/model/diagnostic.ts';
import { disarmCommands } from '../core/model/log-commands.ts';
import { makeVisible } from '../core/model/visible-text.ts';
import { type Findings, fileOf } from './findings.ts';
import type { Renderer } from './report.ts';

const commandOf: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' };

/** The findings as workflow commands of GitHub Actions: one line each, shown beside the changed line. */
export const formatGithub: Renderer<'findings'> = ({ findings }) =>
  findings.diagnostics.map((one) => `${commandLine(one, findings.pathOf)}\n`);

function commandLine(one: Diagnostic, pathOf: Findings['pathOf']): string {
  const { place } = one;
  const file = fileOf(one);
  const properties: [string, string | number][] = [];
  if (file !== undefined) properties.push(['file', pathOf(file)]);
  if (place !== undefined) {
    properties.push(['line', place.line], ['endLine', place.endLine]);
    // GitHub takes columns only where the place begins and ends on one line.
    if (place.line === place.endLine) properties.push(['col', place.column], ['endColumn', place.endColumn]);
  }
  properties.push(['title', one.code]);
  const related = (one.related ?? []).map(
    (at) => `\n${at.message}: ${pathOf(at.place.file)}:${at.place.line}:${at.place.column}`,
  );
  const written = properties.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(',');
  return `::${commandOf[severityOf(one)]} ${written}::${escapeData(`${messageOf(one)}\n${fixOf(one)}${related.join('')}`)}`;
}

/** `%` first, or the escapes would be escaped. Line breaks that we set become `%0A`; all else that is unsafe is made visible. */
function escapeData(text: string): string {
  return text
    .split('\n')
    .map((line) => disarmCommands(makeVisible(line)).replaceAll('%', '%25'))
    .join('%0A');
}

function escapeProperty(text: string): string {
  return disarmCommands(makeVisible(text)).replaceAll('%', '%25').replaceAll(':', '%3A').replaceAll(',', '%2C');
}
