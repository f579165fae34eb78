import { fixOf, messageOf, type Severity, severityOf } from '../core/model/diagnostic.ts';
import { type Findings, fileOf, fingerprints } from './findings.ts';
import { toSafeJson } from './format-json.ts';
import type { Renderer } from './report.ts';

/** GitLab's own words run from info to blocker. What stops the data from being used is major. */
const severities: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', note: 'info' };

/** The findings as a Code Quality report of GitLab: they stand beside the changed lines of a merge request. */
export const formatGitlab: Renderer<'findings'> = ({ findings }) => [`${toSafeJson(entries(findings), 2)}\n`];

function entries(findings: Findings): Record<string, unknown>[] {
  const prints = fingerprints(findings);
  return findings.diagnostics.map((one, i) => ({
    description: `${messageOf(one)}; ${fixOf(one)}`,
    check_name: one.code,
    fingerprint: prints[i],
    severity: severities[severityOf(one)],
    // A path is required: what concerns no file in particular concerns the repository.
    location: { path: findings.pathOf(fileOf(one) ?? '.'), lines: { begin: one.place?.line ?? 1 } },
  }));
}
