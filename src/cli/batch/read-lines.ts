import type { CsvFault } from '../../documents/csv.ts';
import { utf16Of } from '../../documents/decode-stream.ts';
import { quoteLongIntegers } from '../../documents/json-text.ts';
import { readLineBlocks, splitLines } from '../../documents/line-blocks.ts';
import { isJsonResume } from '../../intake/import/json-resume.ts';
import { badRow, type TableRow } from '../../intake/people/batch-rows.ts';
import { remark } from '../../intake/people/people-account.ts';
import {
  isLongRecord,
  isRecord,
  type JsonRecord,
  type LineRecord,
  parseJsonPeople,
  peopleIn,
  readJsonPeople,
  recordsAsRows,
} from '../../intake/people/read-json-people.ts';
import { readTable } from '../../intake/people/read-table.ts';
import type { PeopleBlock } from './people-block.ts';
import { asUtf8, type HowToReadPeople, type PeopleSource } from './people-blocks.ts';

/** A document that is no line a person is held whole up to here. */
const longestDocument = 64 * 1024 * 1024;

type Part = PeopleBlock | TableRow;

/**
 * Reads lines of JSON. The first line shows what they are: a profile each, which any thread may read; a skill each, whose people
 * must be put together; or no lines at all but one document.
 */
export async function* readLines(source: PeopleSource, how: HowToReadPeople): AsyncGenerator<Part> {
  if (utf16Of(source.head) !== undefined) yield remark('how', 'UTF-16');
  const kind = kindOfLines(source.head);
  if (kind === 'document') yield* readAsDocument(source, how);
  else if (kind === 'long') yield* readTable(recordsAsRows(recordsOf(source)), source.file, how.tools);
  else yield* lineBlocks(asUtf8(source), source.file);
}

async function* lineBlocks(chunks: AsyncIterable<Buffer>, file: string): AsyncGenerator<Part> {
  for await (const block of readLineBlocks(chunks)) {
    if ('bytes' in block) yield { kind: 'lines', file, ...block };
    else yield badRow(file, block.firstLine, block.problem);
  }
}

function kindOfLines(head: Buffer): 'profiles' | 'long' | 'document' {
  const wide = utf16Of(head);
  const text = new TextDecoder(wide ?? 'utf-8').decode(head).trimStart();
  const end = text.indexOf('\n');
  const first = end < 0 ? text : text.slice(0, end);
  if (first.startsWith('[')) return 'document';
  try {
    const value: unknown = JSON.parse(first);
    if (isLongRecord(value)) return 'long';
    return peopleIn(value) !== undefined || (isRecord(value) && isJsonResume(value)) ? 'document' : 'profiles';
  } catch {
    // A line of "{" alone opens a document over several lines. What is cut short by the end of the head is not known to be one.
    return first.startsWith('{') && end >= 0 && /^\{\s*(?:"(?:[^"\\]|\\.)*"\s*:\s*.{0,200}?[,[{]?\s*)?$/.test(first.trim())
      ? 'document'
      : 'profiles';
  }
}

async function* recordsOf(source: PeopleSource): AsyncGenerator<LineRecord | CsvFault> {
  for await (const block of readLineBlocks(asUtf8(source))) {
    if (!('bytes' in block)) {
      yield { problem: block.problem, line: block.firstLine };
      continue;
    }
    for (const { number, text } of splitLines(block.bytes, block.firstLine)) {
      if (text?.trim() === '') continue;
      const value = text === undefined ? undefined : parseRecord(text);
      if (value === undefined)
        yield { problem: text === undefined ? 'the line is not UTF-8 text' : 'the line holds no JSON object', line: number };
      else yield { value, line: number };
    }
  }
}

function parseRecord(text: string): JsonRecord | undefined {
  try {
    const value: unknown = JSON.parse(quoteLongIntegers(text));
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

async function* readAsDocument(source: PeopleSource, how: HowToReadPeople): AsyncGenerator<Part> {
  const held: Buffer[] = [];
  let size = 0;
  const rest = asUtf8(source)[Symbol.asyncIterator]();
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
    held.push(next.value);
    size += next.value.length;
    if (size > longestDocument) break;
  }
  const text = size > longestDocument ? '' : Buffer.concat(held).toString();
  const parsed = parseJsonPeople(text.replace(/^\ufeff/, ''));
  if (parsed !== undefined) {
    if (parsed.repeated !== undefined) yield remark('key', parsed.repeated);
    if (isRecord(parsed.value) && isJsonResume(parsed.value)) yield await how.readCv(Buffer.from(text), source.file);
    else yield* readJsonPeople(parsed.value, text, source.file, how.tools);
    return;
  }
  const again = async function* (): AsyncGenerator<Buffer> {
    for (const bytes of held) for (let at = 0; at < bytes.length; at += 32_768) yield bytes.subarray(at, at + 32_768);
    yield* { [Symbol.asyncIterator]: () => rest };
  };
  yield* lineBlocks(again(), source.file);
}
