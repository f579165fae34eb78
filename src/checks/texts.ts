import type { CatalogDraft, DraftEntry, NodePath } from '../core/model/model.ts';

/** Called with a text and where it stands; the path is made only when somebody asks for it. */
export type VisitText = (entry: DraftEntry<unknown>, path: () => NodePath, text: string) => void;

/** Visits every text that people wrote in an entry, links included. Ids and words of closed lists are plain by their schema. */
export function eachText(draft: CatalogDraft, visit: VisitText): void {
  for (const entry of [...draft.skills, ...draft.roles]) walk(entry, [], entry.value, visit);
}

function walk(entry: DraftEntry<unknown>, path: NodePath, value: unknown, visit: VisitText): void {
  if (typeof value === 'string') visit(entry, () => path, value);
  else if (Array.isArray(value)) {
    value.forEach((item, i) => {
      walk(entry, [...path, i], item, visit);
    });
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      // A requirement's id is made of its name, which is visited itself; its level and importance hold nothing to hide.
      if (key !== 'anyOf' && !(key === 'id' && path.length === 2)) walk(entry, [...path, key], inner, visit);
    }
  }
}

/** Visits every address that an entry links to. */
export function eachUrl(draft: CatalogDraft, visit: VisitText): void {
  for (const entry of draft.skills) {
    for (const [level, step] of Object.entries(entry.value.learn)) {
      step.resources.forEach(({ url }, i) => {
        visit(entry, () => ['learn', level, 'resources', i, 'url'], url);
      });
    }
  }
  for (const entry of draft.roles) {
    entry.value.sources.forEach(({ url }, i) => {
      if (url !== undefined) visit(entry, () => ['sources', i, 'url'], url);
    });
  }
}
