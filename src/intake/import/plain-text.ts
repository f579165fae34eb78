import type { ImportedDocument } from './imported.ts';
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
  return {
    name,
    work: findWorkSpans(lines),
    degrees: lines
      .filter((line) => /\b(?:bachelor|master(?:['’]s| of)|ph\.?d|b\.?sc|m\.?sc|bootcamp)\b/i.test(line))
      .map((line) => ({ text: line.slice(0, 200) })),
    claims: [],
    // Bold print stands between a name and what is said of it.
    passages: passagesOf(lines.map((line) => line.replace(/\*{2,3}|__|`/g, ''))),
    diagnostics: text.length > kept.length ? [{ code: 'text-cut', facts: { kept: maxCharacters }, file }] : [],
  };
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
