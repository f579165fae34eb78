import { type Diagnostic, fixOf, messageOf, severityOf } from '../core/model/diagnostic.ts';
import { disarmCommands } from '../core/model/log-commands.ts';
import { makeVisible } from '../core/model/visible-text.ts';
import { type Findings, fileOf, isFailure } from './findings.ts';
import type { Renderer } from './report.ts';

/** The findings as JUnit XML: a suite a file, a test a finding, failed where the run fails for it; a file without faults is one test that passed. */
export const formatJunit: Renderer<'findings'> = ({ findings }) => {
  if (findings === undefined) return [];
  const byFile = new Map<string, Diagnostic[]>(findings.files.map((file) => [file, []]));
  for (const one of findings.diagnostics) {
    const file = fileOf(one) ?? '';
    const list = byFile.get(file) ?? [];
    list.push(one);
    byFile.set(file, list);
  }
  const failures = findings.diagnostics.filter((one) => isFailure(findings, one)).length;
  const tests = [...byFile.values()].reduce((sum, list) => sum + Math.max(1, list.length), 0);
  return [
    `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="careerpath validate" tests="${tests}" failures="${failures}" errors="0">\n`,
    ...[...byFile].map(([file, list]) => suite(file, list, findings)),
    '</testsuites>\n',
  ];
};

function suite(file: string, list: readonly Diagnostic[], findings: Findings): string {
  const failures = list.filter((one) => isFailure(findings, one)).length;
  const head = `  <testsuite name="${escapeXml(file)}" tests="${Math.max(1, list.length)}" failures="${failures}" errors="0">\n`;
  const cases =
    list.length === 0
      ? [`    <testcase name="no faults" classname="${escapeXml(file)}"/>\n`]
      : list.map((one) => testCase(one, isFailure(findings, one)));
  return `${head}${cases.join('')}  </testsuite>\n`;
}

function testCase(one: Diagnostic, fails: boolean): string {
  const { place } = one;
  const file = fileOf(one) ?? '';
  const at = place === undefined ? '' : `:${place.line}:${place.column}`;
  const open = `    <testcase name="${escapeXml(`${one.code}${at}`)}" classname="${escapeXml(file)}"`;
  const text = [`${file}${at}: ${severityOf(one)}: ${messageOf(one)}`, fixOf(one)];
  for (const related of one.related ?? [])
    text.push(`${related.message}: ${related.place.file}:${related.place.line}:${related.place.column}`);
  const body = text.map(escapeXml).join('\n');
  if (!fails) return `${open}>\n      <system-out>${body}</system-out>\n    </testcase>\n`;
  return `${open}>\n      <failure type="${severityOf(one)}" message="${escapeXml(messageOf(one))}">${body}</failure>\n    </testcase>\n`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Characters that XML 1.0 cannot hold are among those that are made visible first. */
function escapeXml(text: string): string {
  const escaped = makeVisible(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);
  return disarmCommands(escaped, (sign) => `&#${sign.charCodeAt(0)};`);
}
