import { field, type JsonValue, listField, textField } from '../import/json-value.ts';

/** Nobody nests a job deeper in a page's data. */
const deepest = 6;
const script = /<script\b[^>]{0,500}application\/ld\+json[^>]{0,500}>([\s\S]*?)<\/script\s*>/giu;

/**
 * The job that a page describes as data (schema.org JobPosting in JSON-LD), as a posting's text in HTML: title, description and
 * what it requires. Nothing where a page has none that can be read.
 */
export function jobPostingIn(html: string): string | undefined {
  for (const [, body = ''] of html.matchAll(script)) {
    const job = findJob(parse(body), 0);
    const described = job === undefined ? undefined : jobPostingWith(job);
    if (described !== undefined) return described;
  }
  return undefined;
}

/** As `jobPostingIn`, of a file that is JSON itself. */
export function jobPostingOf(json: string): string | undefined {
  const job = findJob(parse(json), 0);
  return job === undefined ? undefined : jobPostingWith(job);
}

function parse(text: string): JsonValue {
  try {
    return JSON.parse(text.trim().replace(/^<!\[CDATA\[|^<!--|\]\]>$|-->$/g, ''));
  } catch {
    // The page's own text is read in its place.
    return undefined;
  }
}

function findJob(value: JsonValue, depth: number): JsonValue | undefined {
  if (depth > deepest || typeof value !== 'object' || value === null) return undefined;
  const types = [textField(value, '@type'), ...listField(value, '@type')];
  if (types.some((type) => typeof type === 'string' && /(?:^|[/:#])JobPosting$/.test(type))) return value;
  for (const inside of Array.isArray(value)
    ? value
    : [field(value, '@graph'), field(value, 'mainEntity'), field(value, 'itemListElement'), field(value, 'item')]) {
    const found = findJob(inside, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The keys that ask for something, each below a heading of its own. */
const parts = [
  ['Requirements', ['qualifications', 'skills', 'experienceRequirements', 'educationRequirements']],
  ['Responsibilities', ['responsibilities']],
] as const;

/** As `jobPostingIn`, of the job itself. Nothing where it says no more than a title: the page shows the rest. */
export function jobPostingWith(job: JsonValue): string | undefined {
  const title = textField(job, 'title') ?? textField(job, 'name') ?? 'Posting';
  const asked = parts.flatMap(([heading, keys]) => {
    const texts = keys.flatMap((key) => textsOf(field(job, key)));
    return texts.length === 0 ? [] : [`<h2>${heading}</h2>`, ...texts.map((text) => `<p>${text}</p>`)];
  });
  const described = [field(job, 'description')].flat().flatMap(textsOf);
  return described.length + asked.length === 0 ? undefined : [`<h1>${title}</h1>`, ...described, ...asked].join('\n');
}

function textsOf(value: JsonValue): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value === 'string') return value.trim() === '' ? [] : [withTags(value)];
  const months = Number(field(value, 'monthsOfExperience'));
  if (months >= 12) return [`At least ${Math.floor(months / 12)} years of experience required`];
  const text = textField(value, 'credentialCategory') ?? textField(value, 'name') ?? textField(value, 'description');
  return text === undefined ? [] : [text];
}

/** Boards write the tags of a description as entities, or write it without any, a line a line. */
function withTags(text: string): string {
  if (!/&lt;\/?[a-z]/i.test(text)) return /<\/?[a-z]/i.test(text) ? text : text.trim().replace(/\r?\n/g, '<br>');
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}
