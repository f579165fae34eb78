import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { roleNumberOf, skillNumberOf } from '../../core/catalog/catalog-index.ts';
import type { DataChange, RequirementChange } from '../../core/catalog/compare-catalogs.ts';
import { textAt } from '../../core/catalog/text-table.ts';
import type { Requirement } from '../../core/model/model.ts';
import type { FitChange, LevelChange } from '../../core/score/compare-standings.ts';
import { wholeScore } from '../../core/score/fit.ts';
import { type Block, type Cell, type Records, recordsOf } from '../../report/report.ts';
import type { diffResult } from '../../schema/answers/diff.ts';
import type { Answer } from '../../schema/answers/parts.ts';
import type { DiffAnswer } from '../batch/compare-sides.ts';
import { count, verdictTones } from './fit-answer.ts';
import { signedPoints } from './fit-move.ts';
import { requirementLabel } from './requirement-answer.ts';

/** So many rows of a kind fit on a screen and into a comment; csv and json have all. */
const rowsShown = 20;

export function diffData({ levels, fits, data, catalogs }: DiffAnswer): Answer<typeof diffResult> {
  return {
    levels: levels.map(({ person, skill, from, to }) => ({ person, skill, from: from ?? null, to: to ?? null })),
    fits: fits.map(({ person, role, from, to }) => ({
      person,
      role,
      from: wholeScore(from.fit),
      to: wholeScore(to.fit),
      exactFrom: from.fit,
      exactTo: to.fit,
      verdictFrom: from.verdict,
      verdictTo: to.verdict,
    })),
    data: data.map(({ kind, id, change, fields, requirements }) => ({
      kind,
      id,
      change,
      fields,
      requirements: requirements.map((one) => requirementWords(catalogs, one)),
    })),
  };
}

/** Everything as flat rows: levels, then fits, then data, as `kind` says. */
export function diffRecords({ levels, fits, data, catalogs }: DiffAnswer): Records {
  type Row = { readonly level: LevelChange } | { readonly fit: FitChange } | { readonly data: DataChange };
  const rows: Row[] = [
    ...levels.map((level) => ({ level })),
    ...fits.map((fit) => ({ fit })),
    ...data.map((one) => ({ data: one })),
  ];
  const ofFit = <T>(row: Row, pick: (fit: FitChange) => T): T | null => ('fit' in row ? pick(row.fit) : null);
  return recordsOf<Row>(
    [
      ['kind', (row) => ('level' in row ? 'level' : 'fit' in row ? 'fit' : row.data.kind)],
      ['person', (row) => ('level' in row ? row.level.person : 'fit' in row ? row.fit.person : null)],
      ['id', (row) => ('level' in row ? row.level.skill : 'fit' in row ? row.fit.role : row.data.id)],
      ['from', (row) => ('level' in row ? (row.level.from ?? null) : ofFit(row, ({ from }) => wholeScore(from.fit)))],
      ['to', (row) => ('level' in row ? (row.level.to ?? null) : ofFit(row, ({ to }) => wholeScore(to.fit)))],
      ['exactFrom', (row) => ofFit(row, ({ from }) => from.fit)],
      ['exactTo', (row) => ofFit(row, ({ to }) => to.fit)],
      ['verdictFrom', (row) => ofFit(row, ({ from }) => from.verdict)],
      ['verdictTo', (row) => ofFit(row, ({ to }) => to.verdict)],
      ['change', (row) => ('data' in row ? row.data.change : null)],
      ['what', (row) => ('data' in row ? whatWords(catalogs, row.data) : null)],
    ],
    rows,
  );
}

/** For people and for a pull request's comment: the headline, then what differs, the greatest first. */
export function diffBlocks(answer: DiffAnswer): Block[] {
  const { levels, fits, data, by } = answer;
  const below = [spanWords(answer), ...apartWords(answer)];
  const nothing = levels.length === 0 && fits.length === 0 && data.length === 0;
  return [
    { kind: 'heading', text: nothing ? 'Nothing differs.' : headline(answer), below: below.filter((line) => line !== '') },
    ...(data.length === 0 ? [] : [{ kind: 'heading', text: 'Data' } as const, dataTable(answer)]),
    ...(fits.length === 0
      ? []
      : [{ kind: 'heading', text: by === 'assessors' ? 'Fits by either' : 'Fits' } as const, fitTable(answer)]),
    ...(levels.length === 0 ? [] : [{ kind: 'heading', text: 'Levels' } as const, levelTable(answer)]),
  ];
}

function headline({ levels, fits, data, by, both }: DiffAnswer): string {
  const verdicts = fits.filter(({ from, to }) => from.verdict !== to.verdict).length;
  const parts = [
    by === 'packs' ? `${count(data.length, 'entry').replace(/entrys$/, 'entries')} changed` : '',
    both > 0 ? `${count(levels.length, 'level')} ${by === 'assessors' ? differs(levels.length) : 'changed'}` : '',
    both > 0 ? `${count(fits.length, 'fit')} ${by === 'assessors' ? differs(fits.length) : 'moved'}` : '',
    verdicts > 0 ? `${count(verdicts, 'verdict')} with ${verdicts === 1 ? 'it' : 'them'}` : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function differs(number: number): string {
  return number === 1 ? 'differs' : 'differ';
}

/** The greatest fall and the greatest rise in words: "lowers Ada from 62 to 55". */
function spanWords({ fits, by, catalogs }: DiffAnswer): string {
  if (by === 'assessors') return '';
  const words = (verb: string, one: FitChange | undefined): string =>
    one === undefined
      ? ''
      : `${verb} ${one.person} from ${wholeScore(one.from.fit)} to ${wholeScore(one.to.fit)} (${roleTitle(catalogs, one.role)})`;
  const [down, up] = by === 'packs' ? ['lowers', 'raises'] : ['furthest down:', 'furthest up:'];
  const lowered = fits.find(({ from, to }) => to.fit < from.fit);
  const raised = fits.find(({ from, to }) => to.fit > from.fit);
  const text = [words(down, lowered), words(up, raised)].filter((part) => part !== '').join('; ');
  if (text === '') return '';
  return by === 'packs' ? `At most it ${text}.` : `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}.`;
}

function apartWords({ onlyBefore, onlyAfter, before, after }: DiffAnswer): string[] {
  const some = (ids: readonly string[]): string => `${ids.slice(0, 5).join(', ')}${ids.length > 5 ? ' …' : ''}`;
  const line = (ids: readonly string[], side: string): string =>
    ids.length === 0
      ? ''
      : `Only in ${side}, compared with nobody: ${count(ids.length, 'person').replace('persons', 'people')} (${some(ids)}).`;
  return [line(onlyBefore, before), line(onlyAfter, after)];
}

function roleTitle([before, after]: DiffAnswer['catalogs'], id: string): string {
  const number = roleNumberOf(after, id);
  return number >= 0 ? textAt(after.roleTitles, number) : textAt(before.roleTitles, roleNumberOf(before, id));
}

function skillName([before, after]: DiffAnswer['catalogs'], id: string): string {
  const number = skillNumberOf(after, id);
  return number >= 0 ? textAt(after.skillNames, number) : textAt(before.skillNames, skillNumberOf(before, id));
}

function moreWords(all: number): { legend?: string } {
  return all > rowsShown ? { legend: `${all - rowsShown} more: -f csv` } : {};
}

/** What the two sides of a table are called. */
function sideTitles({ by, before, after }: DiffAnswer): readonly [string, string] {
  return by === 'assessors' ? [before, after] : ['Before', 'After'];
}

function fitTable(answer: DiffAnswer): Block {
  const [left, right] = sideTitles(answer);
  return {
    kind: 'table',
    columns: [
      { title: 'Person', wrap: true },
      { title: 'Role', wrap: true },
      { title: left, align: 'right' },
      { title: right, align: 'right' },
      { title: 'Points', align: 'right', drop: 1 },
      { title: 'Verdict' },
    ],
    rows: answer.fits.slice(0, rowsShown).map(({ person, role, from, to }): Cell[] => [
      person,
      roleTitle(answer.catalogs, role),
      String(wholeScore(from.fit)),
      String(wholeScore(to.fit)),
      signedPoints(to.fit - from.fit),
      {
        text: from.verdict === to.verdict ? to.verdict : `${from.verdict} → ${to.verdict}`,
        tone: verdictTones[to.verdict],
      },
    ]),
    ...moreWords(answer.fits.length),
  };
}

function levelTable(answer: DiffAnswer): Block {
  const [left, right] = sideTitles(answer);
  return {
    kind: 'table',
    columns: [
      { title: 'Person', wrap: true },
      { title: 'Skill', wrap: true },
      { title: left, align: 'right' },
      { title: right, align: 'right' },
    ],
    rows: answer.levels
      .slice(0, rowsShown)
      .map(({ person, skill, from, to }): Cell[] => [
        person,
        skillName(answer.catalogs, skill),
        String(from ?? '–'),
        String(to ?? '–'),
      ]),
    ...moreWords(answer.levels.length),
  };
}

function dataTable({ data, catalogs }: DiffAnswer): Block {
  return {
    kind: 'table',
    columns: [{ title: 'Kind' }, { title: 'Id', wrap: true }, { title: 'Change' }, { title: 'What', wrap: true, drop: 1 }],
    rows: data.slice(0, rowsShown).map((one): Cell[] => [one.kind, one.id, one.change, whatWords(catalogs, one)]),
    ...moreWords(data.length),
  };
}

/** What of an entry changed: a role's requirements one by one, else the fields. */
function whatWords(catalogs: DiffAnswer['catalogs'], { fields, requirements }: DataChange): string {
  const others = fields.filter((field) => field !== 'requirements' || requirements.length === 0);
  return [...requirements.map((one) => requirementWords(catalogs, one)), ...others].join('; ');
}

function requirementWords([before, after]: DiffAnswer['catalogs'], { from, to }: RequirementChange): string {
  if (from === undefined) return to === undefined ? '' : `asks ${askedWords(after, to)}`;
  if (to === undefined) return `no longer asks ${askedWords(before, from)}`;
  const [was, is] = [askedWords(before, from), askedWords(after, to)];
  return was === is ? `${requirementLabel(after, to)}: its choices or its source` : `${was} → ${is}`;
}

/** `Java 4, essential` */
function askedWords(catalog: Catalog, requirement: Requirement): string {
  const levels = [...new Set(requirement.anyOf.map(({ level }) => level))].join('/');
  const least = requirement.atLeast > 1 ? `, ${requirement.atLeast} of them` : '';
  return `${requirementLabel(catalog, requirement)} ${levels}${least}, ${requirement.importance}`;
}
