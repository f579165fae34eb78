import type { Format, Renderer } from './report.ts';

/** Every format that a report can take, loaded when it is asked for. Adding one is one file and one line here. */
export const renderers: Readonly<Record<Format, () => Promise<Renderer>>> = {
  table: async () => (await import('./format-table.ts')).formatTable,
  json: async () => (await import('./format-json.ts')).formatJson,
  ndjson: async () => (await import('./format-json.ts')).formatNdjson,
  csv: async () => (await import('./format-csv.ts')).formatCsv,
  markdown: async () => (await import('./format-markdown.ts')).formatMarkdown,
};
