import { readPlainScalar } from '../documents/plain-scalar.ts';

/** A text as a YAML scalar that every reader takes for the same text: plain for ids, else in double quotes, as JSON writes it. */
export function yamlText(text: string): string {
  return /^[a-z0-9-]+$/.test(text) && readPlainScalar(text) === text ? text : JSON.stringify(text);
}

/** A list on one line. */
export function yamlList(texts: readonly string[]): string {
  return `[${texts.map(yamlText).join(', ')}]`;
}

/** A map of texts on one line. */
export function yamlTexts(map: Readonly<Record<string, string>>): string {
  return `{ ${Object.entries(map)
    .map(([key, text]) => `${yamlText(key)}: ${yamlText(text)}`)
    .join(', ')} }`;
}
