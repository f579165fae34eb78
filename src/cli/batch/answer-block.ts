import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { lookUpRole } from '../../core/catalog/label-lookup.ts';
import { textAt } from '../../core/catalog/text-table.ts';
import { requirementsOf } from '../../core/catalog/walk-requirements.ts';
import type { Diagnostic } from '../../core/model/diagnostic.ts';
import { makeClosenessSheet } from '../../core/score/closeness.ts';
import { type Background, makeEstimator } from '../../core/score/estimate.ts';
import { assessRole, reaches, wholeScore } from '../../core/score/fit.ts';
import { clearHeldLevels, type Declaration, declareSkills, emptyHeldLevels } from '../../core/score/held-levels.ts';
import { estimateFit } from '../../core/score/likely.ts';
import { greatestFirst, type RoleOrder } from '../../core/score/order-roles.ts';
import { makeManyScorer, type RoleScorer } from '../../core/score/score-roles.ts';
import { backgroundOf } from '../../intake/background.ts';
import { levelOfNamed, makeNameReader, type NameReading } from '../../intake/names/read-name.ts';
import type { PersonRow, TableRow } from '../../intake/people/batch-rows.ts';
import { makeTableTools } from '../../intake/people/make-table-tools.ts';
import { makeTally } from '../../intake/people/people-account.ts';
import { readNdjsonLines } from '../../intake/people/read-records.ts';
import { csvLines } from '../../report/format-csv.ts';
import { toSafeJson } from '../../report/format-json.ts';
import type { MinFitMark } from '../open/min-fit.ts';
import type { BatchSettings, BlockAnswer, PeopleBlock } from './people-block.ts';
import { makeSummaryCounter, mayBeReady, type SummaryPart } from './summary.ts';
import { makeTextPage, ownText } from './text-page.ts';
import { csvWriter, type FitsRow, makeRequirementIds, ndjsonWriter } from './write-fits.ts';

/** A line names the gaps that cost most. */
const gapsNamed = 5;
/** Labels of a batch repeat; so many different ones are remembered before starting over. */
const maxLabels = 50_000;
/** More people than a block can hold. */
const ordersPerBlock = 2 ** 24;

/** Answers the blocks of a batch, one after another. The same blocks give the same answers on any thread. */
export interface BlockAnswerer {
  readonly answer: (block: PeopleBlock, number: number) => BlockAnswer;
  readonly summary: () => SummaryPart;
}

/** What takes each person's answer: writes rows, or counts. */
interface Sink {
  readonly add: (person: string, unrecognised: readonly string[], order: number) => void;
  readonly take: () => Uint8Array<ArrayBuffer>;
}

export function makeBlockAnswerer(catalog: Catalog, settings: BatchSettings): BlockAnswerer {
  const { index } = catalog;
  const held = emptyHeldLevels(index);
  const scorer = makeManyScorer(catalog);
  const readName = makeNameReader(catalog);
  const labels = new Map<string, NameReading>();
  const tools = makeTableTools(catalog);
  const tally = makeTally();
  // By skill, the last person who declared it: seeing it again in the same one tells that it is given twice.
  const declaredBy = new Float64Array(index.skillCount).fill(-1);
  const asked = settings.roles.length > 0 ? settings.roles : Array.from({ length: index.roleCount }, (_, role) => role);
  const counter = makeSummaryCounter(settings.kind === 'summary' ? asked.length : 0);
  // By requirement, how many rows have a gap in it; told to the counter by id at the end.
  const openIn = new Float64Array(settings.kind === 'summary' ? index.requirementWeight.length : 0);
  const sink = { fits: fitsSink, cohort: cohortSink, summary: summarySink }[settings.kind]();

  const estimator = makeEstimator(catalog);
  let background: Background = {};

  const likelyOf = (role: number): number => {
    const fit = assessRole(catalog, role, held, scorer.credit);
    return estimateFit(catalog, fit, held, estimator(held, background), scorer.credit).score;
  };
  const closeness = makeClosenessSheet(catalog);
  const values = new Float64Array(asked.length);
  const valueBy: Record<RoleOrder, (role: number) => number> = {
    closeness: closeness.closenessOf,
    fit: scorer.fitOf,
    likely: likelyOf,
    use: closeness.useOf,
  };
  const readLabel = (label: string): NameReading => {
    const known = labels.get(label);
    if (known !== undefined) return known;
    const own = ownText(label);
    const reading = readName(own);
    if (labels.size >= maxLabels) labels.clear();
    labels.set(own, reading);
    return reading;
  };
  const answerPerson = ({ person, profile }: PersonRow, order: number): void => {
    const declarations: Declaration[] = [];
    const unrecognised: string[] = [];
    for (const declared of profile.skills) {
      const { skills, unknown } = readLabel(declared.input);
      for (const named of skills) {
        const { level, assumed } = levelOfNamed(named, declared);
        declarations.push({ skill: named.skill, level, assumed });
        if (assumed) tally.add({ kind: 'assumed', about: '', count: 1 });
        if (declaredBy[named.skill] === order) tally.add({ kind: 'twice', about: declared.input, count: 1 });
        declaredBy[named.skill] = order;
      }
      for (const name of unknown) tally.add({ kind: 'unknown', about: ownText(name), count: 1 });
      unrecognised.push(...unknown);
    }
    if (profile.skills.length === 0) tally.add({ kind: 'silent', about: '', count: 1 });
    clearHeldLevels(held);
    declareSkills(index, declarations, held);
    scorer.take(held);
    closeness.take(held);
    background = backgroundOf({ profile });
    sink.add(person, unrecognised, order);
  };

  return {
    answer(block, number) {
      const bad: Diagnostic[] = [];
      let people = 0;
      let below = 0;
      let names = '';
      for (const row of rowsOf(block)) {
        if ('bad' in row) bad.push(row.bad);
        else if ('told' in row) tally.add(row.told);
        else {
          answerPerson(row, number * ordersPerBlock + people++);
          if (settings.minFit !== null && isBelow(row, settings.minFit)) below++;
          names += `${row.person.replaceAll('\n', ' ')}\n`;
        }
      }
      return { rows: sink.take(), people, below, bad, told: tally.take(), names };
    },
    summary,
  };

  function rowsOf(block: PeopleBlock): Iterable<TableRow> {
    return block.kind === 'people' ? block.rows : readNdjsonLines(block.bytes, block.file, block.firstLine, tools);
  }

  /** The roles to answer with: those named in their order, or the best ones, best first. */
  function rolesOf(top: number | null = settings.top): readonly number[] {
    const { roles } = settings;
    if (roles.length > 0 && top === null) return roles;
    if (roles.length === 0 && settings.sort === 'fit') return scorer.best(top ?? index.roleCount);
    const sortValue = valueBy[settings.sort];
    // `Float64Array.from` goes through an iterator: too slow for every role of every person.
    for (let at = 0; at < asked.length; at++) values[at] = sortValue(asked[at] as number);
    return greatestFirst(values, (at) => scorer.fitOf(asked[at] as number), top ?? asked.length).map((at) => asked[at] as number);
  }

  /** Whether somebody is below the mark in a named role that is listed, else in one of their targets, else in their best role. */
  function isBelow({ profile }: PersonRow, { points, by }: MinFitMark): boolean {
    const compared = by === 'likely' ? likelyOf : scorer.fitOf;
    const targets = profile.targets.map((name) => lookUpRole(catalog, name)).filter((role) => role >= 0);
    const judged = settings.roles.length > 0 ? rolesOf() : targets.length > 0 ? targets : rolesOf(1);
    return judged.some((role) => !reaches(compared(role), points));
  }

  function fitsSink(): Sink {
    const textOf = settings.form === 'csv' ? csvWriter(catalog, settings.digest) : ndjsonWriter(catalog, settings.digest);
    const page = makeTextPage();
    return {
      add(person, unrecognised) {
        const rows: FitsRow[] = [];
        const estimate = estimator(held, background);
        for (const role of rolesOf()) {
          const fit = assessRole(catalog, role, held, scorer.credit);
          const likely = estimateFit(catalog, fit, held, estimate, scorer.credit);
          const both = { use: closeness.useOf(role), closeness: closeness.closenessOf(role) };
          rows.push({ fit: { ...fit, likely, ...both }, topGaps: costliestGaps(catalog, role, scorer) });
        }
        page.add(textOf(person, unrecognised, rows));
      },
      take: page.take,
    };
  }

  function cohortSink(): Sink {
    const ids = asked.map((role) => textAt(catalog.roleIds, role));
    const columns = ['person', ...ids, 'unrecognised'];
    const page = makeTextPage();
    return {
      add(person, unrecognised) {
        const scores = Object.fromEntries(asked.map((role, i) => [ids[i], wholeScore(scorer.fitOf(role))]));
        if (settings.form === 'csv') page.add(csvLines(columns, [{ ...scores, person, unrecognised }]));
        else page.add(`${toSafeJson({ person, scores, unrecognised })}\n`);
      },
      take: page.take,
    };
  }

  function summary(): SummaryPart {
    const idOf = makeRequirementIds(catalog);
    for (const role of asked) {
      for (const r of requirementsOf(index, role)) {
        if ((openIn[r] as number) > 0) counter.addGaps(idOf(r, role), openIn[r] as number);
      }
    }
    openIn.fill(0);
    return counter.take();
  }

  function summarySink(): Sink {
    return {
      add(person, _, order) {
        counter.addPerson();
        asked.forEach((role, at) => {
          const fit = scorer.fitOf(role);
          const isReady = mayBeReady(catalog, fit) && assessRole(catalog, role, held, scorer.credit).verdict === 'ready';
          counter.addRole(at, person, order, fit, isReady);
        });
        for (const role of rolesOf()) {
          counter.addRow();
          const end = index.requirementStart[role + 1] as number;
          for (let r = index.requirementStart[role] as number; r < end; r++) {
            if (scorer.credit(r) < 1) openIn[r] = (openIn[r] as number) + 1;
          }
        }
      },
      take: () => new Uint8Array(),
    };
  }
}

/** The open requirements of a role that cost the most points, at most `gapsNamed`; equals in file order, as `findGaps` has them. */
function costliestGaps({ index }: Catalog, role: number, scorer: RoleScorer): number[] {
  const gaps: number[] = [];
  const lost: number[] = [];
  const end = index.requirementStart[role + 1] as number;
  for (let r = index.requirementStart[role] as number; r < end; r++) {
    const credit = scorer.credit(r);
    if (credit === 1) continue;
    const cost = (index.requirementWeight[r] as number) * (1 - credit);
    if (gaps.length === gapsNamed && cost <= (lost[gapsNamed - 1] as number)) continue;
    let at = Math.min(gaps.length, gapsNamed - 1);
    for (; at > 0 && (lost[at - 1] as number) < cost; at--) {
      gaps[at] = gaps[at - 1] as number;
      lost[at] = lost[at - 1] as number;
    }
    gaps[at] = r;
    lost[at] = cost;
  }
  return gaps;
}
