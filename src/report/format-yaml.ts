import { makeVisible } from '../core/model/visible-text.ts';
import { readPlainScalar } from '../documents/plain-scalar.ts';
import { toSafeJson } from './format-json.ts';
import type { Renderer, YamlMap, YamlValue } from './report.ts';

/** The report's document as YAML that every reader takes for the same. */
export const formatYaml: Renderer<'document'> = ({ document }) => {
  const made = document();
  if (typeof made === 'string') return [made];
  const { comments, value } = made;
  return [...comments.map((line) => `# ${makeVisible(line)}\n`), ...writeMap(value, '')];
};

function* writeMap(map: YamlMap, indent: string): Iterable<string> {
  for (const [key, value] of Object.entries(map)) yield* writeEntry(`${indent}${writeText(key)}:`, value, indent);
}

function* writeEntry(head: string, value: YamlValue, indent: string): Iterable<string> {
  if (typeof value !== 'object' || value === null) yield `${head} ${writeScalar(value)}\n`;
  else if (isList(value)) {
    if (value.length === 0) yield `${head} []\n`;
    else {
      yield `${head}\n`;
      for (const item of value) yield* writeItem(item, `${indent}  `);
    }
  } else if (Object.keys(value).length === 0) yield `${head} {}\n`;
  else {
    yield `${head}\n`;
    yield* writeMap(value, `${indent}  `);
  }
}

function* writeItem(item: YamlValue, indent: string): Iterable<string> {
  if (typeof item !== 'object' || item === null) yield `${indent}- ${writeScalar(item)}\n`;
  else if (isList(item)) yield `${indent}- [${item.map((one) => toSafeJson(one)).join(', ')}]\n`;
  else if (Object.keys(item).length === 0) yield `${indent}- {}\n`;
  else {
    const lines = [...writeMap(item, `${indent}  `)];
    // The first key stands beside the dash, the others below it.
    yield* lines.map((line, i) => (i === 0 ? `${indent}- ${line.slice(indent.length + 2)}` : line));
  }
}

function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}

function writeScalar(value: string | number | boolean | null): string {
  return typeof value === 'string' ? writeText(value) : String(value);
}

const plain = /^[\p{L}\p{N}.](?:[\p{L}\p{N} ._+#/&()'-]*[\p{L}\p{N}._+#/&()'-])?$/u;

/** A text without quotes where that is safe, else in JSON's quotes, which are YAML's too. */
function writeText(text: string): string {
  return plain.test(text) && !text.includes(' #') && readPlainScalar(text) === text ? text : toSafeJson(text);
}
