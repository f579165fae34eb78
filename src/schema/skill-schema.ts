import * as v from 'valibot';
import { closedObject, highestLevel, id, identifiers, level, longText, shortText } from './fields.ts';
import { signals } from './signals-schema.ts';

const learnEntry = closedObject({
  do: v.pipe(longText, v.description('A concrete thing to do that leads from the level below to this one.')),
  resources: v.optional(v.array(closedObject({ title: shortText, url: shortText })), []),
});

const learn = closedObject(
  Object.fromEntries(Array.from({ length: highestLevel }, (_, i) => [String(i + 1), v.optional(learnEntry)])),
);

export const skillSchema = v.pipe(
  closedObject({
    id,
    name: shortText,
    altLabels: v.optional(v.pipe(v.array(shortText), v.description('How people really type it.')), []),
    cues: v.optional(
      v.pipe(
        v.array(shortText),
        v.description('Words by which a job advert asks for it without naming it; no profile and no CV is read by them.'),
      ),
    ),
    families: v.optional(
      v.pipe(
        v.array(
          v.picklist([
            'relational-database',
            'nosql-database',
            'cloud-platform',
            'programming-language',
            'server-framework',
            'message-broker',
          ]),
        ),
        v.description('What a job advert may ask for in general, so that this skill is one of the answers.'),
      ),
    ),
    kind: v.optional(v.picklist(['language', 'framework', 'database', 'platform', 'tool', 'practice', 'concept', 'soft-skill'])),
    effort: v.optional(
      v.pipe(
        v.picklist(['small', 'medium', 'large', 'huge']),
        v.description('Hours that a level step costs, by the classes in scale.yaml.'),
      ),
      'medium',
    ),
    summary: v.optional(longText),
    implies: v.optional(
      v.pipe(
        v.array(
          closedObject({ skill: id, offset: v.optional(v.pipe(v.number(), v.integer(), v.minValue(-4), v.maxValue(4)), 0) }),
        ),
        v.description('Who holds this skill at n holds the other at n + offset at least; offsets are 0 or negative.'),
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
    requires: v.optional(v.pipe(v.array(closedObject({ skill: id, level })), v.description('To be learned first.')), []),
    identifiers: v.optional(identifiers),
    signals: v.optional(v.pipe(signals, v.description('What in a source tree shows this skill.'))),
    learn: v.optional(v.pipe(learn, v.description('What to do for each level, from 1 up.')), {}),
  }),
  v.title('careerpath skill'),
);

export const skillListSchema = v.pipe(v.array(skillSchema), v.title('careerpath skills'));
