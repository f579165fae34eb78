import { formatCsv } from './format-csv.ts';
import { formatJson, formatNdjson } from './format-json.ts';
import { formatMarkdown } from './format-markdown.ts';
import { formatTable } from './format-table.ts';
import type { Format, Renderer } from './report.ts';

/** Every format that a report can take. Adding one is one file and one line here. */
export const renderers: Readonly<Record<Format, Renderer>> = {
  table: formatTable,
  json: formatJson,
  ndjson: formatNdjson,
  csv: formatCsv,
  markdown: formatMarkdown,
};
