import { makeVisible } from '../core/model/visible-text.ts';
import { daysBetween } from './calendar-day.ts';
import type { Branch, CalendarEvent, Diagram, Renderer } from './report.ts';

/** The answer as a Mermaid diagram: a Gantt chart for a schedule, a flowchart for a tree. */
export const formatMermaid: Renderer<'diagram'> = ({ diagram }) => drawDiagram(diagram()).map((line) => `${line}\n`);

function drawDiagram(diagram: Diagram): string[] {
  switch (diagram.kind) {
    case 'schedule':
      return [
        'gantt',
        `  title ${plainText(diagram.title)}`,
        '  dateFormat YYYY-MM-DD',
        '  axisFormat %Y-%m-%d',
        ...diagram.events.flatMap((event, i) => drawEvent(event, i, diagram.events[i - 1]?.section)),
      ];
    case 'tree': {
      const lines = ['flowchart TD'];
      let count = 0;
      const add = (branch: Branch, parent: string | undefined): void => {
        const id = `n${count++}`;
        const text = [branch.title, ...branch.facts].map(plainText).join('<br/>');
        lines.push(`  ${id}["${text}"]`);
        if (parent !== undefined) lines.push(`  ${parent} --> ${id}`);
        for (const child of branch.children) add(child, id);
      };
      add(diagram.root, undefined);
      return lines;
    }
  }
}

/** One bar, or one milestone, after the head of its section where that begins. */
function drawEvent(
  { title, firstDay, endDay, section, isMilestone }: CalendarEvent,
  i: number,
  before: string | undefined,
): string[] {
  const length = isMilestone === true ? 0 : daysBetween(firstDay, endDay);
  return [
    ...(section === undefined || section === before ? [] : [`  section ${plainText(section)}`]),
    `  ${plainText(title)} :${isMilestone === true ? 'milestone, ' : ''}s${i + 1}, ${firstDay}, ${length}d`,
  ];
}

/** Mermaid reads many characters as its own; written as numbered entities they stay text. */
function plainText(text: string): string {
  return makeVisible(text).replace(
    /[^\p{L}\p{N}\p{M} .\u2192\u2013\u00b7()+/-]/gu,
    (character) => `#${character.codePointAt(0)};`,
  );
}
