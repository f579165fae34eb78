import * as v from 'valibot';
import { closedObject, longText, shortText } from './fields.ts';

export const packSchema = v.pipe(
  closedObject({
    name: shortText,
    version: v.optional(shortText, '0'),
    base: v.optional(v.pipe(v.picklist(['built-in', 'none']), v.description('What the pack is layered over.')), 'built-in'),
    licence: v.optional(shortText),
    attribution: v.optional(longText),
    severity: v.optional(
      v.pipe(
        v.record(v.string(), v.picklist(['off', 'warning', 'error'])),
        v.description('The severity of single rules in this pack, by code.'),
      ),
    ),
  }),
  v.title('careerpath pack'),
);
