import { makeVisible } from '../core/model/visible-text.ts';
import { foldLine } from './fold-line.ts';
import type { CalendarEvent, Renderer } from './report.ts';

/** The answer as an iCalendar file: one all-day event a step. */
export const formatIcs: Renderer<'calendar'> = ({ calendar }) => {
  const { name, events } = calendar();
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//careerpath//plan//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escapeText(name)}`,
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`);
};

function eventLines({ id, title, description, url, firstDay, endDay }: CalendarEvent): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(id)}`,
    // When the entry was made. The plan's own day stands in, so that the same plan gives the same bytes.
    `DTSTAMP:${compactDay(firstDay)}T000000Z`,
    `DTSTART;VALUE=DATE:${compactDay(firstDay)}`,
    `DTEND;VALUE=DATE:${compactDay(endDay)}`,
    `SUMMARY:${escapeText(title)}`,
    `DESCRIPTION:${escapeText(description)}`,
    ...(url === undefined ? [] : [`URL:${makeVisible(url).replace(/\s/g, '%20')}`]),
    // Learning goes on beside other appointments: it does not block the days.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function compactDay(day: string): string {
  return day.replaceAll('-', '');
}

function escapeText(text: string): string {
  return text
    .split('\n')
    .map((line) => makeVisible(line).replace(/[\\;,]/g, (character) => `\\${character}`))
    .join('\\n');
}
