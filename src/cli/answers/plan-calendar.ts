import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { textAt } from '../../core/catalog/text-table.ts';
import { addDays } from '../../report/calendar-day.ts';
import type { CalendarEvent } from '../../report/report.ts';
import type { PlanResult } from './plan-answer.ts';
import { lastWeek } from './plan-times.ts';
import { hoursRange, requirementLabels, stepTitle, whyWords } from './step-answer.ts';

/** The steps as all-day events from a first day on, each over the weeks that it takes, and the days by which a verdict changes. */
export function planCalendar(
  catalog: Catalog,
  { roles, steps, milestones }: PlanResult,
  start: string,
): { name: string; events: CalendarEvent[] } {
  const labelOf = requirementLabels(catalog, roles);
  const ids = roles.map((role) => textAt(catalog.roleIds, role)).join('+');
  const events = steps.map((timed): CalendarEvent => {
    const { step, hours, weeks, atWork } = timed;
    const learn = catalog.skill(step.skill).learn[step.level];
    const links = (learn?.resources ?? []).map((resource) => `${resource.title}: ${resource.url}`);
    const [first] = learn?.resources ?? [];
    return {
      id: `${ids}-${textAt(catalog.skillIds, step.skill)}-${step.level}@careerpath`,
      title: `${stepTitle(catalog, step)}${atWork === true ? ' (on the job)' : ''}`,
      description: [
        `${hours.typical} h (${hoursRange(hours)}). ${whyWords(catalog, timed, labelOf)}`,
        learn?.do ?? '',
        ...links,
      ].join('\n'),
      ...(first === undefined ? {} : { url: first.url }),
      section: atWork === true ? 'On the job' : 'Study',
      firstDay: addDays(start, 7 * ((weeks?.[0] ?? 1) - 1)),
      endDay: addDays(start, 7 * (weeks?.[1] ?? 1)),
    };
  });
  const reached = milestones.map(({ afterStep, role, verdict }): CalendarEvent => {
    const day = addDays(start, 7 * lastWeek(steps.slice(0, afterStep)) - 1);
    return {
      id: `${ids}-${textAt(catalog.roleIds, role)}-${verdict}@careerpath`,
      title: `${textAt(catalog.roleTitles, role)}: ${verdict}`,
      description: `The plan's verdict for ${textAt(catalog.roleTitles, role)} after step ${afterStep}.`,
      section: 'Milestones',
      isMilestone: true,
      firstDay: day,
      endDay: addDays(day, 1),
    };
  });
  return { name: `Plan: ${roles.map((role) => textAt(catalog.roleTitles, role)).join(' + ')}`, events: [...events, ...reached] };
}
