import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { reaches, wholeScore } from '../../core/score/fit.ts';
import type { JudgedFit } from '../../core/score/judge.ts';
import { count } from './fit-answer.ts';
import { type JudgedRequirement, requirementLabel } from './requirement-answer.ts';

/** So many of what is open are named, and no more than fit on about a line; one always is. */
const namedAtMost = 3;
const namedLength = 60;
/** From this level on, more of a skill is called mastery. */
const mastery = 4;

/** What `ready` asks and is not proven yet, in one line; empty for a role that is `ready`. Most points first, as the gaps are. */
export function whyNotReady(catalog: Catalog, fit: JudgedFit, gaps: readonly JudgedRequirement[]): string {
  if (fit.verdict === 'ready') return '';
  if (fit.essentialsTotal === 0) return 'Never ready: the role calls nothing essential.';
  const mark = catalog.scale.verdicts.find(({ verdict }) => verdict === 'ready')?.fit ?? 100;
  const open = gaps.filter((one) => one.weight >= catalog.scale.essentialFrom);
  const short = reaches(fit.fit, mark) ? '' : `, ${count(mark - wholeScore(fit.fit), 'point')} short`;
  if (open.length === 0) return `Ready needs ${mark}${short}; every essential is proven.`;
  const words = open.slice(0, namedAtMost).map((one) => openWords(catalog, one));
  const named = words.filter((_, i) => i === 0 || words.slice(0, i + 1).join(', ').length <= namedLength);
  const more = open.length > named.length ? ` and ${open.length - named.length} more` : '';
  const start = fit.likely.verdict === 'ready' ? 'Not proven yet: ready' : 'Ready';
  return `${start} needs ${mark} and every essential: ${open.length} open (${named.join(', ')}${more}).`;
}

function openWords(catalog: Catalog, one: JudgedRequirement): string {
  const label = requirementLabel(catalog, one.requirement);
  if (one.credit === 0) return label;
  const asked = Math.max(...one.requirement.anyOf.map(({ level }) => level));
  return asked >= mastery ? `mastery of ${label}` : `more ${label}`;
}
