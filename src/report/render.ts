import { type Face, hasFace, type Rendered, type Renderer, type RenderOptions, type Report } from './report.ts';

interface ReportFormat {
  readonly face: Face;
  /** Lines that people read; the writer takes care that a CI service finds no command in them. The others escape in their own form. */
  readonly isForPeople: boolean;
  /** Nothing when the report has not the face that the format prints. */
  readonly render: (report: Report, options: RenderOptions) => Promise<Rendered | undefined>;
}

function format<F extends Face>(face: F, load: () => Promise<Renderer<F>>, isForPeople = false): ReportFormat {
  return {
    face,
    isForPeople,
    render: async (report, options) => (hasFace(report, face) ? (await load())(report, options) : undefined),
  };
}

/** Every format that a report can take, loaded when it is asked for. Adding one is one file and one line here. */
export const formats = {
  table: format('blocks', async () => (await import('./format-table.ts')).formatTable, true),
  json: format('data', async () => (await import('./format-json.ts')).formatJson),
  ndjson: format('records', async () => (await import('./format-json.ts')).formatNdjson),
  csv: format('records', async () => (await import('./format-csv.ts')).formatCsv),
  xlsx: format('records', async () => (await import('./format-xlsx.ts')).formatXlsx),
  frames: format('findings', async () => (await import('./format-frames.ts')).formatFrames, true),
  sarif: format('findings', async () => (await import('./format-sarif.ts')).formatSarif),
  github: format('findings', async () => (await import('./format-github.ts')).formatGithub),
  gitlab: format('findings', async () => (await import('./format-gitlab.ts')).formatGitlab),
  junit: format('findings', async () => (await import('./format-junit.ts')).formatJunit),
  yaml: format('document', async () => (await import('./format-yaml.ts')).formatYaml),
  markdown: format('blocks', async () => (await import('./format-markdown.ts')).formatMarkdown, true),
  ics: format('calendar', async () => (await import('./format-ics.ts')).formatIcs),
  mermaid: format('diagram', async () => (await import('./format-mermaid.ts')).formatMermaid),
} satisfies Record<string, ReportFormat>;

export type Format = keyof typeof formats;
