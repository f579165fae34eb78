import type { Format, Renderer } from './report.ts';

/** Every format that a report can take, loaded when it is asked for. Adding one is one file and one line here. */
export const renderers: Readonly<Record<Format, () => Promise<Renderer>>> = {
  table: async () => (await import('./format-table.ts')).formatTable,
  json: async () => (await import('./format-json.ts')).formatJson,
  ndjson: async () => (await import('./format-json.ts')).formatNdjson,
  csv: async () => (await import('./format-csv.ts')).formatCsv,
  frames: async () => (await import('./format-frames.ts')).formatFrames,
  sarif: async () => (await import('./format-sarif.ts')).formatSarif,
  github: async () => (await import('./format-github.ts')).formatGithub,
  junit: async () => (await import('./format-junit.ts')).formatJunit,
  yaml: async () => (await import('./format-yaml.ts')).formatYaml,
  markdown: async () => (await import('./format-markdown.ts')).formatMarkdown,
  ics: async () => (await import('./format-ics.ts')).formatIcs,
  mermaid: async () => (await import('./format-mermaid.ts')).formatMermaid,
};
