import { type Catalog, roleNumberOf } from '../../core/catalog/catalog-index.ts';
import { findGaps } from '../../core/score/gaps.ts';
import type { Judge } from '../../core/score/judge.ts';
import { Inline, Noted, type YamlDocument } from '../../documents/write-yaml.ts';
import type { CommonRequirement, CommonRole } from '../../intake/posting/merge-postings.ts';
import { requirementValue } from '../../intake/posting/write-role.ts';
import type { Block } from '../../report/report.ts';
import type { commonRole } from '../../schema/answers/entries.ts';
import type { Answer } from '../../schema/answers/parts.ts';
import { gapData, type JudgedRequirement, judgeRequirements, requirementLabel } from './requirement-answer.ts';

/** How many file names a note or a row shows. */
const namedFiles = 3;

function shareOf({ askedBy }: CommonRequirement, postings: number): number {
  return Math.round((100 * askedBy) / postings);
}

/** What several postings ask, as a table, the most asked first. */
export function commonBlocks(catalog: Catalog, { role, requirements, postings }: CommonRole): Block[] {
  return [
    { kind: 'heading', text: `${role.title} (${postings} postings)` },
    {
      kind: 'table',
      columns: [
        { title: 'Requirement', wrap: true },
        { title: 'Asked by', align: 'right' },
        { title: '%', align: 'right', drop: 1 },
        { title: 'Level', align: 'right' },
        { title: 'Weight', align: 'right', drop: 2 },
      ],
      rows: requirements.map((one) => [
        requirementLabel(catalog, one.requirement),
        `${one.askedBy} of ${postings}`,
        String(shareOf(one, postings)),
        String(one.requirement.anyOf[0]?.level ?? ''),
        String(one.requirement.importance),
      ]),
    },
  ];
}

/** The same as a role's file; above each requirement stands how many ask it. */
export function commonDocument({ role, requirements, postings }: CommonRole): YamlDocument {
  const { id, title, seniority, experience, education, sources } = role;
  return {
    comments: [`What ${postings} postings ask; importance is by how many ask what, from 1 to 4.`],
    value: {
      id,
      title,
      seniority,
      experience: experience && new Inline({ years: experience.years }),
      education: education && { level: education.level },
      sources: sources.map((source) => ({ id: source.id, title: source.title })),
      requirements: requirements.map(
        (one) => new Noted(`asked by ${one.askedBy} of ${postings}: ${filesOf(one)}`, requirementValue(one.requirement)),
      ),
    },
  };
}

function filesOf({ files }: CommonRequirement): string {
  const shown = files.slice(0, namedFiles).join(', ');
  return files.length > namedFiles ? `${shown}, …` : shown;
}

/** As JSON carries it: the role, and with each requirement how many ask it. */
export function commonData({ role, requirements, postings }: CommonRole): Answer<typeof commonRole> {
  return {
    ...role,
    postings,
    requirements: requirements.map(({ requirement, askedBy, files }) => ({ ...requirement, askedBy, files })),
  };
}

export interface LackedRequirement {
  readonly fit: JudgedRequirement;
  readonly asked: CommonRequirement;
}

/** What a person lacks of it, the most asked first. */
export function lackedOf(catalog: Catalog, common: CommonRole, judge: Judge): LackedRequirement[] {
  const gaps = new Map(
    findGaps(judgeRequirements(catalog, roleNumberOf(catalog, common.role.id), judge)).map((fit) => [fit.requirement.id, fit]),
  );
  return common.requirements.flatMap((asked) => {
    const fit = gaps.get(asked.requirement.id);
    return fit === undefined ? [] : [{ fit, asked }];
  });
}

/** The table of what is lacked. */
export function lackedBlock(catalog: Catalog, lacked: readonly LackedRequirement[], postings: number): Block {
  if (lacked.length === 0) return { kind: 'text', text: 'Nothing is missing.', tone: 'good' };
  return {
    kind: 'table',
    columns: [
      { title: 'You lack', wrap: true },
      { title: 'Asked by', align: 'right' },
      { title: 'Level', align: 'right' },
      { title: 'Credit', align: 'right', drop: 1 },
    ],
    rows: lacked.map(({ fit, asked }) => [
      requirementLabel(catalog, asked.requirement),
      `${asked.askedBy} of ${postings}`,
      String(asked.requirement.anyOf[0]?.level ?? ''),
      `${Math.round(100 * fit.credit)} %`,
    ]),
  };
}

/** What is lacked, as JSON carries it. */
export function lackedData(catalog: Catalog, lacked: readonly LackedRequirement[]): Record<string, unknown>[] {
  return lacked.map(({ fit, asked }) => ({ ...gapData(catalog, fit), askedBy: asked.askedBy, files: asked.files }));
}
