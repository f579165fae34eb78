import * as v from 'valibot';
import { ecosystems } from '../core/model/model.ts';
import { closedObject, eachOf, shortText } from './fields.ts';

/** More patterns than any skill needs, and few enough to stay fast. */
const maxPatterns = 200;

const patterns = v.pipe(v.array(shortText), v.nonEmpty(), v.maxLength(maxPatterns));

/** What a source tree shows of a skill; `scan` looks for it. */
export const signals = closedObject({
  files: v.optional(
    v.pipe(
      v.array(shortText),
      v.maxLength(maxPatterns),
      v.description('File names: * stands for anything within a name; with slashes, the end of the path.'),
    ),
    [],
  ),
  dependencies: v.optional(
    v.pipe(
      closedObject(eachOf(ecosystems, v.optional(patterns))),
      v.description('Names in manifests and imports, by package URL type; * stands for anything.'),
    ),
    {},
  ),
  content: v.optional(
    v.pipe(
      v.array(closedObject({ in: patterns, has: patterns })),
      v.maxLength(maxPatterns),
      v.description('Any of these texts in files of such names; ^ in front asks for the beginning of a line.'),
    ),
    [],
  ),
});
