import { type ConversionConfig, toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { answerVersion } from '../src/schema/answers/answer-version.ts';
import { publishedAnswers, sharedParts } from '../src/schema/answers/published-answers.ts';
import { publishedChoices } from '../src/schema/fields.ts';
import { publishedSchemas } from '../src/schema/published-schemas.ts';

/** The text of each file of `data/schema/`, by its name. */
export function jsonSchemaFiles(): Record<string, string> {
  const files: Record<string, string> = {};
  for (const [kind, schema] of Object.entries(publishedSchemas)) {
    const open = withChoices(schema) as v.GenericSchema;
    const { $schema, ...rest } = toJsonSchema(open, { typeMode: 'input', target: 'draft-07', errorMode: 'ignore' });
    files[`${kind}.schema.json`] = `${JSON.stringify({ $schema, ...rest }, null, 2)}\n`;
  }
  for (const [name, { title, forms }] of Object.entries(publishedAnswers)) {
    files[`answers/${name}.schema.json`] = `${JSON.stringify(answerSchema(name, title, forms), null, 2)}\n`;
  }
  return files;
}

function answerSchema(name: string, title: string, forms: readonly v.GenericSchema[]): object {
  const config: ConversionConfig = { typeMode: 'output', target: 'draft-2020-12', definitions: sharedParts };
  const { $schema, $defs = {}, ...rest } = toJsonSchema(v.union([...forms]), config);
  const used = usedParts(rest, $defs);
  return { $schema, $id: `urn:careerpath:answer:${name}:${answerVersion}`, title, ...rest, $defs: used };
}

/** Those of the parts that a schema refers to, and those that they refer to in turn. */
function usedParts(schema: object, parts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const used = new Set<string>();
  const collect = (value: unknown): void => {
    for (const [, name = ''] of JSON.stringify(value).matchAll(/"\$ref":"#\/\$defs\/(\w+)"/g)) {
      if (used.has(name)) continue;
      used.add(name);
      collect(parts[name]);
    }
  };
  collect(schema);
  return Object.fromEntries(Object.entries(parts).filter(([name]) => used.has(name)));
}

/** The same schema, with each choice that code makes as the choice that it is. */
function withChoices(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withChoices);
  if (typeof part !== 'object' || part === null || part instanceof RegExp) return part;
  const choice = publishedChoices.get(part);
  if (choice !== undefined) return withChoices(choice);
  return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, key.startsWith('~') ? inner : withChoices(inner)]));
}
