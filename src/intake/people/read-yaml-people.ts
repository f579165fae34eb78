import { severityOf } from '../../core/model/diagnostic.ts';
import type { NodePath } from '../../core/model/model.ts';
import { AmbiguousScalar } from '../../documents/plain-scalar.ts';
import { parseYaml, type SourceDocument } from '../../documents/yaml.ts';
import { shapeProfile } from '../shape-profile.ts';
import { badRow, type TableRow } from './batch-rows.ts';
import { remark } from './people-account.ts';
import { tidyRecord } from './person-record.ts';
import { isRecord, peopleIn } from './read-json-people.ts';
import { personOf } from './read-records.ts';
import type { TableTools } from './table-tools.ts';

/** Reads the people of a YAML file: each of its documents is one profile or a list of them. */
export function* readYamlPeople(text: string, file: string, tools: TableTools): Generator<TableRow> {
  let any = false;
  for (const part of documentsIn(text)) {
    const document = parseYaml(part, file);
    const fault = document.diagnostics.find((diagnostic) => severityOf(diagnostic) === 'error');
    if (fault !== undefined) {
      any = true;
      yield { bad: fault };
    } else if (document.value !== undefined && document.value !== null) {
      any = true;
      yield* readOne(document, file, tools);
    }
  }
  if (!any) yield remark('nobody', file);
}

/** The documents of a stream, each with the empty lines above it that keep its places right. */
function documentsIn(text: string): string[] {
  const parts: string[] = [];
  let from = 0;
  let lines = 0;
  // An indicator at the start of a line parts documents wherever it stands.
  for (const found of text.matchAll(/^(?:---|\.\.\.)(?=\s|$).*\n?/gm)) {
    const before = text.slice(from, found.index);
    if (before.trim() !== '') parts.push('\n'.repeat(lines) + before);
    lines += before.split('\n').length - 1;
    from = found.index + (found[0].startsWith('---') && /^---[ \t]+[^#\s]/.test(found[0]) ? 3 : found[0].length);
    if (from === found.index + found[0].length && found[0].endsWith('\n')) lines++;
  }
  const last = text.slice(from);
  if (parts.length === 0) return [text];
  if (last.trim() !== '') parts.push('\n'.repeat(lines) + last);
  return parts;
}

function* readOne(document: SourceDocument, file: string, tools: TableTools): Generator<TableRow> {
  const { value } = document;
  const isList = Array.isArray(value);
  const items: readonly unknown[] = isList ? value : [value];
  if (items.length === 0) yield remark('nobody', file);
  for (const [i, item] of items.entries()) yield* readItem(document, item, isList ? [i] : [], file, tools);
}

function* readItem(
  document: SourceDocument,
  item: unknown,
  path: NodePath,
  file: string,
  tools: TableTools,
): Generator<TableRow> {
  // Knowing places takes the full parser, and most files have nothing to point at.
  const line = (): number => document.placeOf(path).line;
  const plain = toPlain(item);
  const people = path.length === 0 && isRecord(plain) ? peopleIn(plain) : undefined;
  if (people !== undefined) {
    for (const one of people) if (isRecord(one)) yield* personOf(one, file, line(), tools);
    return;
  }
  if (!isRecord(plain)) {
    yield badRow(file, line(), path.length === 0 ? 'the file holds no profile' : 'the entry holds no profile');
    return;
  }
  const exact = withExactIds(plain, document, path);
  const person = tidyRecord(exact, tools).person ?? (path.length === 0 ? file : `${file}:${line()}`);
  const hasSkills = item instanceof Map && item.has('skills') && typeof item.get('skills') !== 'string';
  const shaped = hasSkills ? shapeProfile(document, item, path, tools.scale) : undefined;
  const wrong = shaped?.diagnostics.find((diagnostic) => severityOf(diagnostic) === 'error');
  if (shaped?.profile !== undefined && wrong === undefined) {
    yield { person, profile: shaped.profile };
    return;
  }
  for (const row of personOf(exact, file, line(), tools)) {
    // The full reading knows where exactly the fault stands.
    if ('bad' in row && wrong?.place !== undefined) yield { bad: { ...row.bad, place: wrong.place } };
    else yield 'person' in row ? { ...row, person } : row;
  }
}

/** An id is a key of somebody else's: it goes through as it is written. */
function withExactIds(
  value: Readonly<Record<string, unknown>>,
  document: SourceDocument,
  path: NodePath,
): Record<string, unknown> {
  const exact: Record<string, unknown> = { ...value };
  for (const [key, one] of Object.entries(value)) {
    if (typeof one === 'number' && !Number.isSafeInteger(one)) exact[key] = document.sourceOf([...path, key]) ?? one;
  }
  return exact;
}

function toPlain(value: unknown): unknown {
  if (value instanceof AmbiguousScalar) return value.text;
  if (Array.isArray(value)) return value.map(toPlain);
  if (!(value instanceof Map)) return value;
  return Object.fromEntries([...value].map(([key, inner]) => [String(key), toPlain(inner)]));
}
