import { ambiguousLabel } from './ambiguous-label.ts';
import { anyOfImplied } from './any-of-implied.ts';
import { anyOfRepeated } from './any-of-repeated.ts';
import { anyOfSingle } from './any-of-single.ts';
import { atLeastRange } from './at-least-range.ts';
import type { Check, Rule } from './check.ts';
import { duplicateId } from './duplicate-id.ts';
import { emptyFamily } from './empty-family.ts';
import { fallingLevel } from './falling-level.ts';
import { hiddenCharacters } from './hidden-characters.ts';
import { idFileMismatch } from './id-file-mismatch.ts';
import { implicationCycle } from './implication-cycle.ts';
import { implicationRaises } from './implication-raises.ts';
import { insecureUrl } from './insecure-url.ts';
import { labelCollision } from './label-collision.ts';
import { labelOverridden } from './label-overridden.ts';
import { labelRepeated } from './label-repeated.ts';
import { learnGap } from './learn-gap.ts';
import { learningCycle } from './learning-cycle.ts';
import { levelBeyondLearn } from './level-beyond-learn.ts';
import { lookAlikeLabel } from './look-alike-label.ts';
import { malformedUrl } from './malformed-url.ts';
import { mixedScripts } from './mixed-scripts.ts';
import { noEssential } from './no-essential.ts';
import { noRequirements } from './no-requirements.ts';
import { noResource } from './no-resource.ts';
import { profileRules, readingRules } from './reading-rules.ts';
import { relationItself } from './relation-itself.ts';
import { relationTwice } from './relation-twice.ts';
import { replacedEntry } from './replaced-entry.ts';
import { requirementTwice } from './requirement-twice.ts';
import { transferRange } from './transfer-range.ts';
import { undeclaredSource } from './undeclared-source.ts';
import { unknownRole } from './unknown-role.ts';
import { unknownSkill } from './unknown-skill.ts';
import { unreachableRole } from './unreachable-role.ts';
import { unsortedLabels } from './unsorted-labels.ts';
import { unusedSkill } from './unused-skill.ts';
import { usuallyImplied } from './usually-implied.ts';
import { usuallyItself } from './usually-itself.ts';

/** Every rule over a catalog, in the order in which `careerpath rules` lists them. Adding one is one file and one line here. */
export const checks: readonly Check[] = [
  unknownSkill,
  unknownRole,
  duplicateId,
  idFileMismatch,
  labelCollision,
  labelOverridden,
  replacedEntry,
  labelRepeated,
  ambiguousLabel,
  lookAlikeLabel,
  mixedScripts,
  hiddenCharacters,
  unsortedLabels,
  learningCycle,
  implicationCycle,
  implicationRaises,
  usuallyItself,
  usuallyImplied,
  relationItself,
  relationTwice,
  transferRange,
  noRequirements,
  noEssential,
  requirementTwice,
  atLeastRange,
  emptyFamily,
  anyOfSingle,
  anyOfRepeated,
  anyOfImplied,
  undeclaredSource,
  learnGap,
  levelBeyondLearn,
  fallingLevel,
  unreachableRole,
  noResource,
  malformedUrl,
  insecureUrl,
  unusedSkill,
];

/** Every code that `validate` can report over a readable file, in the order of the list. */
export const rules: readonly Rule[] = [...readingRules, ...checks, ...profileRules];
