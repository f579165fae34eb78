import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type Diagnostic,
  type DiagnosticCode,
  fixOf,
  messageOf,
  type Severity,
  severityOf,
  wording,
} from '../core/model/diagnostic.ts';
import type { Place } from '../core/model/model.ts';
import { compareText } from '../core/model/text-order.ts';
import { type Findings, fileOf, fingerprints } from './findings.ts';
import { toSafeJson } from './format-json.ts';
import type { Renderer } from './report.ts';

/** The findings as SARIF 2.1.0 (OASIS), as code scanning services read it. */
export const formatSarif: Renderer<'findings'> = ({ findings }) => [`${toSafeJson(sarifLog(findings), 2)}\n`];

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'note' };

function sarifLog(findings: Findings): Record<string, unknown> {
  const codes = [...new Set(findings.diagnostics.map((one) => one.code))].sort(compareText);
  const prints = fingerprints(findings);
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'careerpath', version: findings.version, rules: codes.map((code) => ruleOf(code, findings)) } },
        columnKind: 'utf16CodeUnits',
        results: findings.diagnostics.map((one, i) => ({
          ruleId: one.code,
          ruleIndex: codes.indexOf(one.code),
          level: levels[severityOf(one)],
          message: { text: `${messageOf(one)}; ${fixOf(one)}` },
          ...locations(one, findings.pathOf),
          partialFingerprints: { 'careerpathFinding/v1': prints[i] },
        })),
      },
    ],
  };
}

function ruleOf(code: DiagnosticCode, findings: Findings): Record<string, unknown> {
  const why = findings.whyOf(code);
  return {
    id: code,
    ...(why === undefined ? {} : { shortDescription: { text: why } }),
    defaultConfiguration: { level: levels[wording[code].severity] },
    help: { text: `careerpath rules ${code}` },
    // The rules are explained by the program itself, offline: a name that stays, where no page is.
    helpUri: `urn:careerpath:rule:${code}`,
  };
}

function locations(one: Diagnostic, pathOf: Findings['pathOf']): Record<string, unknown> {
  const file = fileOf(one);
  const related = one.related ?? [];
  return {
    ...(file === undefined ? {} : { locations: [location(pathOf(file), one.place)] }),
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map(({ message, place }, id) => ({
            id,
            message: { text: message },
            ...location(pathOf(place.file), place),
          })),
        }),
  };
}

function location(file: string, place: Place | undefined): Record<string, unknown> {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file) },
      // What concerns a file as a whole is shown at its first line: services leave out what has no region.
      region:
        place === undefined
          ? { startLine: 1 }
          : { startLine: place.line, startColumn: place.column, endLine: place.endLine, endColumn: place.endColumn },
    },
  };
}

/** Relative to the repository's root where the file lies below it: that is what makes two machines agree. */
function uriOf(file: string): string {
  if (isAbsolute(file)) return pathToFileURL(file).href;
  return file.split('/').map(encodeURIComponent).join('/');
}
