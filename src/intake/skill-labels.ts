import { stemmer } from 'stemmer';
import type { Catalog } from '../core/catalog/catalog-index.ts';
import { lookUpSkill } from '../core/catalog/label-lookup.ts';
import { normaliseLabel } from '../core/model/label.ts';
import type { SkillKind } from '../core/model/model.ts';
import type { SkillLabel } from '../core/text/label-patterns.ts';
import { makeTextReader, type TextReader } from '../core/text/text-reader.ts';

/** Names of these are technical, whatever they are called. */
const technicalKinds: ReadonlySet<SkillKind> = new Set(['language', 'framework', 'database', 'platform', 'tool']);
/** REST, CI/CD, OAuth2: nobody writes these by chance. */
const abbreviation = /\p{Lu}{2}/u;

/** The names of all skills of a catalog, as written; and ids of one word that differ from the name: `aws`. */
function skillLabelsOf(catalog: Catalog): SkillLabel[] {
  // A later pack may have taken a name for a skill of its own.
  const isOwn = (text: string, skill: number): boolean => catalog.packs.length === 1 || lookUpSkill(catalog, text) === skill;
  return Array.from({ length: catalog.index.skillCount }, (_, skill) => {
    const { id, name, altLabels, kind, ambiguous = {} } = catalog.skill(skill);
    const isName = !id.includes('-') && id !== name.toLowerCase() && isOwn(id, skill);
    const isTechnical = kind !== undefined && technicalKinds.has(kind);
    const contexts = new Map(Object.entries(ambiguous).map(([label, places]) => [normaliseLabel(label), places]));
    const ambiguousId = Object.keys(ambiguous).find((label) => normaliseLabel(label) === normaliseLabel(id));
    const spelling = ambiguousId === id ? undefined : (ambiguousId ?? id);
    const labelOf = (text: string, preferred: boolean): SkillLabel => ({
      skill,
      text,
      preferred,
      contexts: contexts.get(normaliseLabel(text)),
      isSoft: kind === 'soft-skill',
      isTechnical: isTechnical || (kind !== 'soft-skill' && abbreviation.test(text)),
    });
    return [
      ...(isOwn(name, skill) ? [labelOf(name, true)] : []),
      // Of an everyday word the id is no spelling: it is in lower case whatever the name is. What the data writes otherwise is one.
      ...(isName && spelling !== undefined ? [labelOf(spelling, false)] : []),
      ...altLabels.map((text) => labelOf(text, false)),
    ];
  }).flat();
}

/** What adverts say instead of a skill's name. */
function cuesOf(catalog: Catalog): SkillLabel[] {
  return Array.from({ length: catalog.index.skillCount }, (_, skill) =>
    (catalog.skill(skill).cues ?? []).map((text) => ({ skill, text, preferred: false, isCue: true })),
  ).flat();
}

/** Reads texts with the skills of a catalog, forms of a word counting as one (Porter's stems, made for English). */
export function readerOf(catalog: Catalog): TextReader {
  return makeTextReader(skillLabelsOf(catalog), stemmer);
}

/** As `readerOf`, for job adverts: a text that asks is read by the cues as well, a text that claims is not. */
export function postingReaderOf(catalog: Catalog): TextReader {
  return makeTextReader([...skillLabelsOf(catalog), ...cuesOf(catalog)], stemmer);
}
