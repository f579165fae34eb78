import { type Diagnostic, fixOf, messageOf, severityOf } from '../core/model/diagnostic.ts';
import type { Answer, diagnostic as diagnosticSchema } from '../schema/answers/parts.ts';

/** A diagnostic as JSON carries it. Lines and columns count from 1 and are null where there is no place. */
export function diagnosticData(diagnostic: Diagnostic): Answer<typeof diagnosticSchema> {
  const { place } = diagnostic;
  return {
    code: diagnostic.code,
    severity: severityOf(diagnostic),
    message: messageOf(diagnostic),
    fix: fixOf(diagnostic),
    file: place?.file ?? diagnostic.file ?? null,
    line: place?.line ?? null,
    column: place?.column ?? null,
    endLine: place?.endLine ?? null,
    endColumn: place?.endColumn ?? null,
    suggestions: diagnostic.suggestions ?? [],
    related: (diagnostic.related ?? []).map(({ message, place: at }) => ({ message, ...at })),
  };
}
