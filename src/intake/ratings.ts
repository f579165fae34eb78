import { compareText } from '../core/model/text-order.ts';

/** What tells two assessments of one skill apart. */
export interface Assessed {
  /** The day, such as `2026-10-01`; empty or missing: not known. */
  readonly on?: string | undefined;
  /** Who rated it; empty or missing: the person. */
  readonly assessedBy?: string | undefined;
}

const selfWords = new Set([
  ...[
    '',
    'self',
    'own',
    'me',
    'myself',
    'self assessment',
    'self-assessment',
    'self rating',
    'employee',
    'selbst',
    'selbsteinschätzung',
  ],
  ...[
    'eigen',
    'moi',
    'soi',
    'auto',
    'auto-évaluation',
    'autoevaluación',
    'yo',
    'autoavaliação',
    'eu',
    'autovalutazione',
    'io',
    'zelf',
  ],
]);

/** Whether an assessor is the person. `names`: what the person is called, in lower case. */
export function isSelf(assessedBy: string | undefined, names: readonly string[] = []): boolean {
  const word = (assessedBy ?? '').trim().toLowerCase();
  return selfWords.has(word) || names.includes(word);
}

/**
 * Of several assessments of one skill the one that counts: the person's own newest, else the newest of others. Of equally new
 * ones the last. Nothing is averaged or maximised over assessors.
 */
export function pickCounting<T extends Assessed>(ratings: readonly T[], names: readonly string[] = []): T | undefined {
  const own = ratings.filter((one) => isSelf(one.assessedBy, names));
  return pickNewest(own.length > 0 ? own : ratings);
}

/** The newest of some assessments; of equally new ones the last. One without a day is older than all that have one. */
export function pickNewest<T extends Assessed>(ratings: readonly T[]): T | undefined {
  return ratings.reduce<T | undefined>(
    (best, one) => (best === undefined || compareText(best.on ?? '', one.on ?? '') <= 0 ? one : best),
    undefined,
  );
}

/** A day as spreadsheets write it, as `2026-10-01`; the empty text for what is no clear day. `3/4/2026` is none: whose third or fourth? */
export function isoDay(text: string): string {
  const [, year = '', month = '', day = ''] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:\D|$)/.exec(text) ?? [];
  if (year !== '') return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const [, first = '', sign = '', second = '', last = ''] = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:\D|$)/.exec(text) ?? [];
  if (last === '') return '';
  const isDayFirst = sign === '.' || Number(first) > 12;
  if (!isDayFirst && Number(second) <= 12) return '';
  const [d, m] = isDayFirst ? [first, second] : [second, first];
  return `${last}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
}
