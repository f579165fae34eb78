import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { textAt } from '../../core/catalog/text-table.ts';
import type { Target, TargetReason } from '../../core/score/choose-target.ts';
import type { NextQuestion } from '../../core/score/next-question.ts';
import type { Person } from '../../intake/resolve-profile.ts';
import type { Block, Cell, TableBlock } from '../../report/report.ts';
import type { question } from '../../schema/answers/fit.ts';
import type { Answer } from '../../schema/answers/parts.ts';
import { backgroundWords, fitWords } from './fit-answer.ts';
import { type JudgedRequirement, levelWords, points, requirementLabel } from './requirement-answer.ts';
import { type TimedStep, whichStep } from './step-answer.ts';
import { whyNotReady } from './why-not-ready.ts';

/** So many gaps, questions and steps fit on a screen; the commands beside them show all. */
const shownAtMost = 3;
const stepsShown = 2;

/** What `match` says about the role that somebody aims at. */
export interface TargetAnswer {
  readonly target: Target;
  /** Most points first. */
  readonly gaps: readonly JudgedRequirement[];
  readonly questions: readonly NextQuestion[];
  readonly steps: readonly TimedStep[];
}

const reasons: Readonly<Record<TargetReason, string>> = {
  asked: 'asked for',
  declared: 'your target',
  next: 'next from your job',
  closest: 'the closest ahead',
  best: 'the best of all',
};

/** A question as JSON carries it. */
export function questionData(catalog: Catalog, { skill, likely, moves }: NextQuestion): Answer<typeof question> {
  return { skill: textAt(catalog.skillIds, skill), name: textAt(catalog.skillNames, skill), likely, moves };
}

/** The target: how far it is, what is lacking, what to answer, what to do first. */
export function targetBlocks(catalog: Catalog, person: Person, answer: TargetAnswer): Block[] {
  const { target, steps } = answer;
  const { role } = target.fit;
  const below = [whyNotReady(catalog, target.fit, answer.gaps), backgroundWords(catalog, person, role, 'lacking')];
  const sections = [lackBlock(catalog, answer), questionBlock(catalog, answer), stepBlock(catalog, role, steps)];
  return [
    {
      kind: 'heading',
      text: `${textAt(catalog.roleTitles, role)} (${reasons[target.why]}): ${fitWords(target.fit)}`,
      below: below.filter((line) => line !== ''),
    },
    ...(answer.gaps.length === 0 ? [{ kind: 'text', text: 'Nothing is missing.', tone: 'good' } as const] : []),
    ...sections.filter((block) => block !== undefined),
  ];
}

/** What the person said, and what is less than the role asks. */
function lackBlock(catalog: Catalog, { gaps, target }: TargetAnswer): TableBlock | undefined {
  const stated = gaps.filter((gap) => !gap.open);
  if (stated.length === 0) return undefined;
  const more = stated.length > shownAtMost ? `, ${stated.length - shownAtMost} more` : '';
  return {
    kind: 'table',
    tight: true,
    caption: `What you told us and lack${more}: careerpath gaps ${textAt(catalog.roleIds, target.fit.role)}`,
    columns: [{ title: '', cut: true }, { title: '' }, { title: '', align: 'right', drop: 1 }],
    rows: stated
      .slice(0, shownAtMost)
      .map((gap): Cell[] => [
        requirementLabel(catalog, gap.requirement),
        saidWords(catalog, gap),
        `${points(gap.maxPoints - gap.points)} points`,
      ]),
  };
}

function saidWords(catalog: Catalog, { requirement, via }: JudgedRequirement): string {
  const asked = Math.min(...requirement.anyOf.map(({ level }) => level));
  const [best] = via;
  if (best === undefined) return `asked at ${asked}, you said none`;
  if (best.kind !== 'transfer') return `asked at ${asked}, you said ${best.level}`;
  return `asked at ${asked}, ${textAt(catalog.skillNames, best.skill)} ${best.level} carries over`;
}

/** What to answer first: the estimate, and how far the answer moves the target. */
function questionBlock(catalog: Catalog, { questions, target }: TargetAnswer): TableBlock | undefined {
  if (questions.length === 0) return undefined;
  const few = target.fit.likely.verdict === 'unknown' ? questions.length : shownAtMost;
  return {
    kind: 'table',
    tight: true,
    caption: `What would tell us most: careerpath assess ${textAt(catalog.roleIds, target.fit.role)}`,
    columns: [{ title: '', cut: true }, { title: '' }, { title: '', align: 'right', drop: 1 }],
    rows: questions
      .slice(0, few)
      .map((one): Cell[] => [questionLabel(catalog, target.fit.role, one), likelyWords(one), `moves it by ${points(one.moves)}`]),
  };
}

/** A group of which nothing is said is asked for as a whole. */
function questionLabel(catalog: Catalog, role: number, { skill, group }: NextQuestion): string {
  if (group === undefined) return textAt(catalog.skillNames, skill);
  const requirement = catalog.role(role).requirements[group - (catalog.index.requirementStart[role] as number)];
  return requirement === undefined ? '' : requirementLabel(catalog, requirement);
}

function likelyWords({ likely }: NextQuestion): string {
  return likely > 0 ? `likely ${levelWords(likely)}` : 'no guess yet';
}

/** What to learn first. */
function stepBlock(catalog: Catalog, role: number, steps: readonly TimedStep[]): TableBlock | undefined {
  if (steps.length === 0) return undefined;
  return {
    kind: 'table',
    tight: true,
    caption: `First steps: careerpath plan ${textAt(catalog.roleIds, role)}`,
    columns: [{ title: '' }, { title: '' }, { title: '', cut: true, drop: 1 }],
    rows: steps.slice(0, stepsShown).map((one): Cell[] => {
      const { name, from, to } = whichStep(catalog, one.step);
      const { low, high } = one.hours;
      return [`${name} ${from} → ${to}`, `${low}–${high} h`, catalog.skill(one.step.skill).learn[to]?.do ?? ''];
    }),
  };
}
