import { toJsonSchema } from '@valibot/to-json-schema';
import { publishedChoices } from '../src/schema/fields.ts';
import { publishedSchemas } from '../src/schema/published-schemas.ts';

/** The text of each file of `data/schema/`, by its name. */
export function jsonSchemaFiles(): Record<string, string> {
  const files: Record<string, string> = {};
  for (const [kind, schema] of Object.entries(publishedSchemas)) {
    const converted = convert(schema);
    const { $schema, ...rest } = converted;
    files[`${kind}.schema.json`] = `${JSON.stringify({ $schema, ...rest }, null, 2)}\n`;
  }
  return files;
}

function convert(schema: Parameters<typeof toJsonSchema>[0]): ReturnType<typeof toJsonSchema> {
  return toJsonSchema(schema, {
    typeMode: 'input',
    target: 'draft-07',
    errorMode: 'ignore',
    overrideSchema({ valibotSchema }) {
      // A choice that code makes is published as the choice that it is.
      const choice = publishedChoices.get(valibotSchema);
      if (choice === undefined) return undefined;
      const { $schema: _, ...inner } = convert(choice);
      return inner;
    },
  });
}
