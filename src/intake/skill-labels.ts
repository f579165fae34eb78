import { stemmer } from 'stemmer';
import type { Catalog } from '../core/catalog/catalog-index.ts';
import type { SkillLabel } from '../core/text/label-patterns.ts';
import { makeTextReader, type TextReader } from '../core/text/text-reader.ts';

/** The names of all skills of a catalog, as written; and ids of one word that differ from the name: `aws`. */
function skillLabelsOf(catalog: Catalog): SkillLabel[] {
  return Array.from({ length: catalog.index.skillCount }, (_, skill) => {
    const { id, name, altLabels } = catalog.skill(skill);
    const isName = !id.includes('-') && id !== name.toLowerCase();
    return [
      { skill, text: name, preferred: true },
      ...[...(isName ? [id] : []), ...altLabels].map((text) => ({ skill, text, preferred: false })),
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
