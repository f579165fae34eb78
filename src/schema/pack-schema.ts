import * as v from 'valibot';
import { closedObject, id, longText, shortText } from './fields.ts';

const pack = closedObject({
  name: shortText,
  version: v.optional(shortText, '0'),
  base: v.optional(v.pipe(v.picklist(['built-in', 'none']), v.description('What the pack is layered over.')), 'built-in'),
  licence: v.optional(shortText),
  attribution: v.optional(longText),
  first: v.optional(
    v.pipe(v.array(id), v.description('Roles that come before all others, in this order; the rest follow by id.')),
    [],
  ),
  severity: v.optional(
    v.pipe(
      v.record(v.string(), v.picklist(['off', 'warning', 'error'])),
      v.description('The severity of single rules in this pack, by code.'),
    ),
  ),
});

export const packSchema = v.pipe(pack, v.title('careerpath pack'));

export const packKeys: readonly string[] = Object.keys(pack.entries);
