import { htmlElements, htmlToText } from '../../documents/markup-text.ts';
import { advertIn } from './advert-page.ts';
import { jobPostingIn, jobPostingWith } from './job-posting-data.ts';
import { markedUpJob } from './marked-up-job.ts';

/**
 * The text of the advert on a page: the job that it describes as data, else the one that its elements are marked up as, else
 * the main part of what it shows. Throws a `MarkupRefusal`.
 */
export function pageText(html: string): string {
  const described = jobPostingIn(html);
  if (described !== undefined) return htmlToText(described);
  const elements = htmlElements(html);
  const job = markedUpJob(html, elements);
  const marked = job === undefined ? undefined : jobPostingWith(job);
  return htmlToText(marked ?? advertIn(html, elements, htmlToText) ?? html);
}
