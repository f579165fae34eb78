import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { publishedChoices } from '../src/schema/fields.ts';
import { publishedSchemas } from '../src/schema/published-schemas.ts';

/** The text of each file of `data/schema/`, by its name. */
export function jsonSchemaFiles(): Record<string, string> {
  const files: Record<string, string> = {};
  for (const [kind, schema] of Object.entries(publishedSchemas)) {
    const open = withChoices(schema) as GenericSchema;
    const { $schema, ...rest } = toJsonSchema(open, { typeMode: 'input', target: 'draft-07', errorMode: 'ignore' });
    files[`${kind}.schema.json`] = `${JSON.stringify({ $schema, ...rest }, null, 2)}\n`;
  }
  return files;
}

/** The same schema, with each choice that code makes as the choice that it is. */
function withChoices(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withChoices);
  if (typeof part !== 'object' || part === null || part instanceof RegExp) return part;
  const choice = publishedChoices.get(part);
  if (choice !== undefined) return withChoices(choice);
  return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, key.startsWith('~') ? inner : withChoices(inner)]));
}
