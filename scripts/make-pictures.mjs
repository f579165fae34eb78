// Writes docs/pictures/*.svg: what the built program prints, with its colours, as real text. The same output gives the same
// bytes. `--check` writes nothing and complains when a picture shows something else.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const columns = 88;

const pictures = [
  {
    name: 'match',
    shown: 'careerpath match -p examples/java-developer.yaml',
    argv: ['match', '-p', 'examples/java-developer.yaml'],
  },
  {
    name: 'compare',
    shown: 'careerpath compare examples --top 1 -f table',
    argv: ['compare', 'examples', '--top', '1', '-f', 'table'],
  },
  // A question waits for a person: this screen was recorded from a terminal (tmux capture-pane -e) and is drawn from the recording.
  { name: 'assess', shown: 'careerpath assess senior-backend-developer', recorded: 'assess.ansi' },
];

const cellWidth = 8;
const lineHeight = 19;
const padding = 18;
/** Where the letters stand in a line, from its top. */
const baseline = 14;

/** The classes that an ANSI code switches on, and the codes that switch one off. */
const classOfCode = { 1: 'bold', 2: 'dim', 31: 'red', 32: 'green', 33: 'yellow', 36: 'cyan' };
const endedByCode = { 22: ['bold', 'dim'], 39: ['red', 'green', 'yellow', 'cyan'] };

const style = `
    text { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 13.3px }
    text { fill: #1f2328; white-space: pre }
    .page { fill: #ffffff; stroke: #d1d9e0 } .prompt, .dim { fill: #59636e } .bold { font-weight: bold }
    .red { fill: #b3261e } .green { fill: #1a7f37 } .yellow { fill: #8a5d00 } .cyan { fill: #0b6b8a }
    @media (prefers-color-scheme: dark) {
      text { fill: #e6edf3 } .page { fill: #0d1117; stroke: #3d444d } .prompt, .dim { fill: #9aa4af }
      .red { fill: #ff8b82 } .green { fill: #56d364 } .yellow { fill: #e3b341 } .cyan { fill: #6cc8e6 }
    }`;

mkdirSync(join(root, 'docs', 'pictures'), { recursive: true });
for (const { name, shown, argv, recorded } of pictures) {
  const output = recorded === undefined ? printed(argv) : readFileSync(join(root, 'docs', 'pictures', recorded), 'utf8');
  const lines = [[{ text: `$ ${shown}`, classes: ['prompt'] }], ...readRuns(output.trimEnd())];
  const path = join(root, 'docs', 'pictures', `${name}.svg`);
  const svg = drawSvg(shown, lines);
  if (!process.argv.includes('--check')) writeFileSync(path, svg);
  else if (!existsSync(path) || readFileSync(path, 'utf8') !== svg) {
    console.error(`docs/pictures/${name}.svg shows something else than the program prints (npm run pictures puts it right)`);
    process.exitCode = 1;
  }
}

function printed(argv) {
  // Only what the program needs of the environment: whose machine draws the picture must not show.
  return execFileSync(process.execPath, [join(root, 'bin', 'careerpath.js'), ...argv, '--width', String(columns)], {
    cwd: join(root, 'data'),
    env: { FORCE_COLOR: '1' },
    encoding: 'utf8',
  });
}

/** Text with ANSI colours → lines of runs of one look. Colours may reach over a line's end. */
function readRuns(text) {
  let classes = [];
  return text.split('\n').map((line) => {
    const runs = [];
    for (const part of line.split(/(\u001b\[[0-9;]*m)/)) {
      const codes = /^\u001b\[([0-9;]*)m$/.exec(part);
      if (codes === null) {
        if (part !== '') runs.push({ text: part, classes });
        continue;
      }
      for (const code of codes[1].split(';').map(Number)) {
        const ended = endedByCode[code] ?? [];
        if (code === 0) classes = [];
        else if (ended.length > 0) classes = classes.filter((one) => !ended.includes(one));
        else if (classOfCode[code] !== undefined) classes = [...classes, classOfCode[code]];
        else throw new Error(`an ANSI code without a look: ${code}`);
      }
    }
    return runs;
  });
}

function drawSvg(title, lines) {
  const width = columns * cellWidth + 2 * padding;
  const height = lines.length * lineHeight + 2 * padding;
  const texts = lines.flatMap((runs, row) => drawLine(runs, padding + row * lineHeight + baseline));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
  <title>${escapeXml(title)}</title>
  <style>${style}
  </style>
  <rect class="page" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8"/>
${texts.join('\n')}
</svg>
`;
}

/**
 * Every word group is stretched to its cells, so that columns stand under each other whatever font the reader has. The wide
 * spaces between them are text too: they are there when somebody copies a line.
 */
function drawLine(runs, y) {
  let column = 0;
  const spans = [];
  for (const { text, classes } of runs) {
    const look = classes.length > 0 ? ` class="${classes.join(' ')}"` : '';
    for (const group of text.split(/( {2,}|^ | $)/).filter((part) => part !== '')) {
      // Of the examples' characters each takes one cell.
      const cells = [...group].length;
      const place = `x="${padding + column * cellWidth}" textLength="${cells * cellWidth}" lengthAdjust="spacingAndGlyphs"`;
      spans.push(group.trim() === '' ? `<tspan>${group}</tspan>` : `<tspan${look} ${place}>${escapeXml(group)}</tspan>`);
      column += cells;
    }
  }
  return spans.length === 0 ? [] : [`  <text xml:space="preserve" x="${padding}" y="${y}">${spans.join('')}</text>`];
}

function escapeXml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
