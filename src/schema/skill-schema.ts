import * as v from 'valibot';
import { labelContexts, skillFamilies, skillKinds } from '../core/model/model.ts';
import { efforts } from '../core/model/scale.ts';
import { choose, closedObject, hasAnyOf, highestLevel, id, identifiers, level, longText, shortText } from './fields.ts';
import { signals } from './signals-schema.ts';

const learnEntry = closedObject({
  do: v.pipe(longText, v.description('A concrete thing to do that leads from the level below to this one.')),
  resources: v.optional(v.array(closedObject({ title: shortText, url: shortText })), []),
});

const learn = closedObject(
  Object.fromEntries(Array.from({ length: highestLevel }, (_, i) => [String(i + 1), v.optional(learnEntry)])),
);

const contexts = v.pipe(
  v.array(v.picklist(labelContexts)),
  v.nonEmpty(),
  v.description('list: as an item of a list. tool: in one sentence with the plain name of another skill.'),
);

const ambiguous = choose(contexts, v.record(shortText, contexts), Array.isArray);

const prerequisite = choose(
  closedObject({ anyOf: v.pipe(v.array(id), v.nonEmpty(), v.description('Skills of which one is enough.')), level }),
  closedObject({ skill: id, level }),
  hasAnyOf,
);

const skill = closedObject({
  id,
  name: shortText,
  altLabels: v.optional(v.pipe(v.array(shortText), v.description('How people really type it.')), []),
  cues: v.optional(
    v.pipe(
      v.array(shortText),
      v.description('Words by which a job advert asks for it without naming it; no profile and no CV is read by them.'),
    ),
  ),
  ambiguous: v.optional(
    v.pipe(
      ambiguous,
      v.description(
        'Labels that are everyday words, with where in a text they count: { Express: [list, tool] }. A list alone means all labels of one word.',
      ),
    ),
  ),
  families: v.optional(
    v.pipe(
      v.array(v.picklist(skillFamilies)),
      v.description('What a role or a job advert may ask for in general, so that this skill is one of the answers.'),
    ),
  ),
  kind: v.optional(v.picklist(skillKinds)),
  effort: v.optional(
    v.pipe(v.picklist(efforts), v.description('Hours that a level step costs, by the classes in scale.yaml.')),
    'medium',
  ),
  learnedBy: v.optional(
    v.pipe(v.picklist(['work']), v.description('Levels of this skill are reached on the job rather than by study.')),
  ),
  general: v.optional(
    v.pipe(
      closedObject({ offset: v.optional(v.pipe(v.number(), v.integer(), v.minValue(-4), v.maxValue(0)), 0) }),
      v.description('Grows with every year of technical work and goes unsaid; a negative offset for what comes later.'),
    ),
  ),
  summary: v.optional(longText),
  implies: v.optional(
    v.pipe(
      v.array(closedObject({ skill: id, offset: v.optional(v.pipe(v.number(), v.integer(), v.minValue(-4), v.maxValue(4)), 0) })),
      v.description('Who holds this skill at n holds the other at n + offset at least; offsets are 0 or negative.'),
    ),
    [],
  ),
  usually: v.optional(
    v.pipe(
      v.array(closedObject({ skill: id, offset: v.optional(v.pipe(v.number(), v.integer(), v.minValue(-4), v.maxValue(0)), 0) })),
      v.description('Nine of ten who hold this skill at n hold the other at n + offset. Counts for the likely fit alone.'),
    ),
    [],
  ),
  related: v.optional(
    v.pipe(
      v.array(closedObject({ skill: id, transfer: v.number() })),
      v.description('How much of a requirement for this skill the other one covers, between 0 and 1.'),
    ),
    [],
  ),
  requires: v.optional(
    v.pipe(v.array(prerequisite), v.description('To be learned first: a skill, or one of several with anyOf.')),
    [],
  ),
  identifiers: v.optional(identifiers),
  signals: v.optional(v.pipe(signals, v.description('What in a source tree shows this skill.'))),
  learn: v.optional(v.pipe(learn, v.description('What to do for each level, from 1 up.')), {}),
});

export const skillSchema = v.pipe(skill, v.title('careerpath skill'));

export const skillKeys: readonly string[] = Object.keys(skill.entries);

export const skillListSchema = v.pipe(v.array(skillSchema), v.title('careerpath skills'));
