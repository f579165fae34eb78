import type { Diagnostic } from '../../core/model/diagnostic.ts';
import { degreesIn, namesDegree } from '../degrees.ts';
import { otherLanguageOf } from '../text-language.ts';
import { type CvSection, sectionsOf } from './cv-sections.ts';
import type { ImportedDocument, TextPassage } from './imported.ts';
import { stripMarkdown } from './strip-markdown.ts';
import { passagesOf, tidyLine } from './tidy-text.ts';
import { findWorkSpans } from './work-dates.ts';

/** A CV's text is read up to here; nobody writes longer ones. */
export const maxCharacters = 1_000_000;

/** Reads a CV in plain text or Markdown: its sentences and list items are passages. The name is the first line, where that looks like one. */
export function readPlainText(text: string, file: string, { isMarkdown = false } = {}): ImportedDocument {
  const kept = text.slice(0, maxCharacters);
  const said = isMarkdown ? stripMarkdown(kept) : { lines: kept.split('\n'), name: undefined };
  const lines = said.lines.map(tidyLine);
  const name = said.name?.slice(0, 200) ?? nameIn(lines);
  const sections = sectionsOf(lines);
  // Bold print stands between a name and what is said of it.
  const passages = passagesOf(lines.map((line) => line.replace(/\*{2,3}|__|`/g, '')));
  const language = otherLanguageOf(kept);
  const diagnostics: Diagnostic[] = [
    ...(text.length > kept.length ? [{ code: 'text-cut', facts: { kept: maxCharacters }, file } as const] : []),
    ...(language === undefined ? [] : [{ code: 'other-language', facts: { language }, file } as const]),
  ];
  return {
    name,
    work: findWorkSpans(lines),
    degrees: lines
      .filter((line, i) => line.length <= 500 && (sections[i] === 'education' ? degreesIn(line).length > 0 : namesDegree(line)))
      .map((line) => ({ text: line.slice(0, 200) })),
    claims: [],
    passages: passages.map(({ text: said, origin, first }) => ({ text: said, origin, standing: standingIn(sections[first]) })),
    diagnostics,
  };
}

function standingIn(section: CvSection | undefined): TextPassage['standing'] {
  return section === 'learning' || section === 'wished' ? section : undefined;
}

function nameIn(lines: readonly string[]): string | undefined {
  const first =
    lines
      .find((line) => line.trim() !== '')
      ?.replace(/^#+\s*/, '')
      .replace(/[*_]{2,3}/g, '')
      .trim() ?? '';
  const isName =
    /^\p{Lu}[\p{L}'’-]+(?: (?:\p{Lu}\.|\p{Lu}[\p{L}'’-]+)){1,3}$/u.test(first) &&
    !/\b(?:curriculum|vitae|resume|profile|developer|engineer|summary|skills)\b/i.test(first);
  return isName ? first : undefined;
}
