import { type Diagnostic, fixOf, messageOf, type Severity, severityOf } from '../core/model/diagnostic.ts';
import { makeVisible } from '../core/model/visible-text.ts';
import type { Tone } from './report.ts';

export interface ToneLine {
  readonly text: string;
  readonly tone: Tone;
}

export const severityTones: Readonly<Record<Severity, Tone>> = { error: 'poor', warning: 'fair', note: 'dim' };

/** `file:line:column: severity: message`, and what to do about it on the next line. */
export function diagnosticLines(diagnostic: Diagnostic): ToneLine[] {
  const severity = severityOf(diagnostic);
  const { place } = diagnostic;
  const where = place === undefined ? diagnostic.file : `${place.file}:${place.line}:${place.column}`;
  const prefix = where === undefined ? '' : `${where}: `;
  const lines: ToneLine[] = [
    { text: makeVisible(`${prefix}${severity}: ${messageOf(diagnostic)}`), tone: severityTones[severity] },
    { text: makeVisible(`  ${fixOf(diagnostic)}`), tone: 'plain' },
  ];
  for (const related of diagnostic.related ?? []) {
    const at = `${related.place.file}:${related.place.line}:${related.place.column}`;
    lines.push({ text: makeVisible(`  ${at}: ${related.message}`), tone: 'dim' });
  }
  return lines;
}
