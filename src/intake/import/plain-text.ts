import { cvPassages } from './cv-lines.ts';
import type { ImportedDocument } from './imported.ts';
import { findWorkSpans } from './work-dates.ts';

/** A CV's text is read up to here; nobody writes longer ones. */
export const mostCharacters = 1_000_000;

/** Reads a CV in plain text or Markdown: its lines are passages. The name is the first line, where that looks like one. */
export function readPlainText(text: string, file: string, isMarkdown = false): ImportedDocument {
  const kept = text.slice(0, mostCharacters);
  const lines = kept.split('\n');
  const first =
    lines
      .find((line) => line.trim() !== '')
      ?.replace(/^#+\s*/, '')
      .trim() ?? '';
  const isName =
    /^\p{Lu}[\p{L}'’-]+(?: (?:\p{Lu}\.|\p{Lu}[\p{L}'’-]+)){1,3}$/u.test(first) &&
    !/\b(?:curriculum|vitae|resume|profile|developer|engineer|summary|skills)\b/i.test(first);
  return {
    ...(isName ? { name: first } : {}),
    work: findWorkSpans(lines),
    degrees: lines
      .filter((line) => /\b(?:bachelor|master(?:['’]s| of)|ph\.?d|b\.?sc|m\.?sc|bootcamp)\b/i.test(line))
      .map((line) => ({ text: line.slice(0, 200) })),
    claims: [],
    passages: cvPassages(kept, isMarkdown),
    diagnostics: text.length > kept.length ? [{ code: 'text-cut', facts: { kept: mostCharacters }, file }] : [],
  };
}
