import type { Catalog } from '../../core/catalog/catalog-index.ts';
import type { TextReader } from '../../core/text/text-reader.ts';
import type { Named } from './group-mentions.ts';
import { findFamilies } from './skill-families.ts';

/**
 * The skills and families that a sentence names, and those that it names to say that they are not asked.
 *
 * @param asks the sentence asks for something, so that cues count
 */
export function namedIn(
  sentence: string,
  catalog: Catalog,
  reader: TextReader,
  asks: boolean,
): { named: readonly Named[]; absent: readonly Named[] } {
  const mentions = reader.readAll(sentence).filter((one) => asks || !one.isCue);
  const asNamed = (negated: boolean): Named[] =>
    mentions.filter((one) => one.negated === negated).map(({ skill, start, end }) => ({ skills: [skill], start, end }));
  const skills = asNamed(false);
  const families: Named[] = findFamilies(sentence, catalog)
    .filter(
      (family) =>
        !skills.some(
          (one) => one.start < family.end && family.start < one.end && one.end - one.start > family.end - family.start,
        ),
    )
    .map(({ name, members, start, end }) => ({ skills: members, family: name, start, end }));
  return { named: [...skills, ...families].sort((a, b) => a.start - b.start || a.end - b.end), absent: asNamed(true) };
}
