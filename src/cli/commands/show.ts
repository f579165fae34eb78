import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { lookUpRole, lookUpSkill } from '../../core/catalog/label-lookup.ts';
import { textAt } from '../../core/catalog/text-table.ts';
import { alternativesOf, requirementsOf } from '../../core/catalog/walk-requirements.ts';
import { choicesOf, type LabelContext, type Role, type Skill, type SkillEdge } from '../../core/model/model.ts';
import { hoursOf } from '../../core/plan/learning-step.ts';
import { makeSuggestIds } from '../../intake/suggest-ids.ts';
import type { Block, Report } from '../../report/report.ts';
import { roleData, roleTitle, skillData, skillName } from '../answers/entry-answer.ts';
import { wrapResults } from '../answers/envelope.ts';
import { count } from '../answers/fit-answer.ts';
import { requirementLabel } from '../answers/requirement-answer.ts';
import { allTexts } from '../completion/complete-words.ts';
import type { CommandSpec, OpenCatalog } from '../shell/command.ts';
import { exitCodes, Failure } from '../shell/failure.ts';

export const show: CommandSpec = {
  name: 'show',
  argument: '<id>',
  group: 'Catalog',
  summary: 'one role or skill, whole',
  examples: ['careerpath show senior-backend-developer', 'careerpath show k8s', 'careerpath show java -f json'],
  formats: ['table', 'json', 'markdown'],
  usesProfile: false,
  options: [],
  complete: (catalog) => [...allTexts(catalog.roleIds), ...allTexts(catalog.skillIds)],
  async run(session, { names }) {
    const opened = await session.openCatalog();
    const { catalog } = opened;
    const input = names.join(' ');
    const role = lookUpRole(catalog, input);
    if (role >= 0) return { report: roleReport(opened, role), exitCode: () => exitCodes.fine };
    const skill = lookUpSkill(catalog, input);
    if (skill >= 0) return { report: skillReport(opened, skill), exitCode: () => exitCodes.fine };
    const suggest = makeSuggestIds(catalog);
    const suggestions = [...suggest('role', input), ...suggest('skill', input)].slice(0, 3);
    const facts = { what: 'skill or role', input, list: 'roles, or careerpath skills' } as const;
    throw new Failure(exitCodes.usage, [{ code: 'unknown-argument', facts, suggestions }]);
  },
};

function roleReport(opened: OpenCatalog, number: number): Report {
  const { catalog } = opened;
  const role = catalog.role(number);
  const blocks: Block[] = [
    { kind: 'heading', text: role.title },
    {
      kind: 'text',
      text: [role.id, role.seniority ?? '', ...role.altTitles].filter((part) => part !== '').join(' · '),
      tone: 'dim',
    },
    ...(role.summary === undefined ? [] : [{ kind: 'text', text: role.summary } as const]),
    ...factsBlock(roleFacts(catalog, role)),
    { kind: 'heading', text: `Asks (${role.requirements.length})` },
    {
      kind: 'table',
      columns: [
        { title: 'Requirement', wrap: true },
        { title: 'Level', align: 'right' },
        { title: 'Importance' },
        { title: 'Any of', wrap: true, drop: 1 },
      ],
      rows: role.requirements.map((requirement) => [
        requirementLabel(catalog, requirement),
        [...new Set(requirement.anyOf.map((one) => one.level))].join('–'),
        String(requirement.importance),
        requirement.name === undefined ? '' : anyOfWords(catalog, requirement),
      ]),
    },
    ...(role.responsibilities.length === 0
      ? []
      : ([
          { kind: 'heading', text: 'Does' },
          { kind: 'table', columns: [{ title: '', wrap: true }], rows: role.responsibilities.map((one) => [`· ${one.text}`]) },
        ] as const)),
    ...factsBlock([
      ...role.leadsTo.map(
        (move) =>
          ['leads to', `${roleTitle(catalog, move.role)}${move.because === undefined ? '' : ` – ${move.because}`}`] as const,
      ),
      ...role.sources.map(
        (source) => ['source', source.url === undefined ? source.title : `${source.title} ${source.url}`] as const,
      ),
    ]),
    ...rightsBlocks(catalog),
  ];
  return reportOf(opened, blocks, { type: 'role', ...roleData(catalog, role) });
}

function anyOfWords(catalog: Catalog, requirement: Role['requirements'][number]): string {
  const names = requirement.anyOf.map((one) => skillName(catalog, one.skill)).join(', ');
  return requirement.atLeast > 1 ? `${requirement.atLeast} of ${names}` : names;
}

function roleFacts(catalog: Catalog, role: Role): (readonly [string, string])[] {
  const facts: [string, string][] = [];
  if (role.experience !== undefined) {
    const of = role.experience.of.map((one) => `${one.years} with ${skillName(catalog, one.skill)}`);
    facts.push(['experience', [count(role.experience.years, 'year'), ...of].join(', ')]);
  }
  if (role.education !== undefined) {
    const { level, field, alternatives } = role.education;
    const degree = catalog.scale.education.find((one) => one.id === level)?.name ?? level;
    facts.push([
      'education',
      [field === undefined ? degree : `${degree}, ${field}`, ...alternatives.map((text) => `or ${text}`)].join(', '),
    ]);
  }
  for (const [standard, id] of Object.entries(role.identifiers ?? {})) facts.push([standard, id]);
  return facts;
}

function skillReport(opened: OpenCatalog, number: number): Report {
  const { catalog } = opened;
  const skill = catalog.skill(number);
  const { index } = catalog;
  const carriers: string[] = [];
  for (let i = index.relatedStart[number] as number; i < (index.relatedStart[number + 1] as number); i++) {
    const name = textAt(catalog.skillNames, index.relatedSkill[i] as number);
    carriers.push(`${name} (${Math.round((index.relatedTransfer[i] as number) * 100)} %)`);
  }
  const nameOf = (id: string): string => skillName(catalog, id);
  const withOffset = (edge: SkillEdge): string => `${nameOf(edge.skill)}${offsetText(edge.offset)}`;
  const facts: (readonly [string, string])[] = [
    ['also called', skill.altLabels.join(', ')],
    ['adverts say', (skill.cues ?? []).join(', ')],
    ['requires', skill.requires.map((one) => `${choicesOf(one).map(nameOf).join(' or ')} ${one.level}`).join(', ')],
    ['implies', skill.implies.map(withOffset).join(', ')],
    ['usually with', skill.usually.map(withOffset).join(', ')],
    ['grows with', skill.general === undefined ? '' : `years of work${offsetText(skill.general.offset)}`],
    ['learned', skill.learnedBy === 'work' ? 'at work' : ''],
    [
      'in a text',
      Object.entries(skill.ambiguous ?? {})
        .map(([label, contexts]) => `${label} only ${contexts.map((one) => contextWords[one]).join(' or ')}`)
        .join(', '),
    ],
    ['carries over from', carriers.join(', ')],
    ['asked by', rolesAsking(catalog, number).join(', ')],
    ...Object.entries(skill.identifiers ?? {}),
  ];
  const blocks: Block[] = [
    { kind: 'heading', text: skill.name },
    {
      kind: 'text',
      text: [skill.id, skill.kind ?? '', `${skill.effort} effort`].filter((part) => part !== '').join(' · '),
      tone: 'dim',
    },
    ...(skill.summary === undefined ? [] : [{ kind: 'text', text: skill.summary } as const]),
    ...factsBlock(facts),
    ...learnBlocks(catalog, skill, number),
    ...rightsBlocks(catalog),
  ];
  return reportOf(opened, blocks, { type: 'skill', ...skillData(catalog, skill) });
}

const contextWords: Readonly<Record<LabelContext, string>> = { list: 'in a list', tool: 'beside another skill' };

function offsetText(offset: number): string {
  return offset === 0 ? '' : ` ${offset}`;
}

function learnBlocks(catalog: Catalog, skill: Skill, number: number): Block[] {
  const entries = Object.entries(skill.learn);
  if (entries.length === 0) return [];
  return [
    { kind: 'heading', text: 'Learning steps' },
    {
      kind: 'steps',
      steps: entries.map(([level, entry]) => {
        const hours = hoursOf(catalog, { skill: number, level: Number(level) });
        const anchor = catalog.scale.levels[Number(level)];
        return {
          title: `To ${level}: ${anchor?.word ?? ''}`,
          facts: [`${hours.low}–${hours.high} h`, anchor?.anchor ?? ''],
          body: entry.do,
          links: entry.resources,
        };
      }),
    },
  ];
}

function rolesAsking(catalog: Catalog, skill: number): string[] {
  const { index } = catalog;
  const asking: string[] = [];
  for (let role = 0; role < index.roleCount; role++) {
    const alternatives = [...requirementsOf(index, role)].flatMap((one) => [...alternativesOf(index, one)]);
    const first = alternatives.find((one) => index.alternativeSkill[one] === skill);
    if (first !== undefined) asking.push(`${textAt(catalog.roleTitles, role)} at ${index.alternativeLevel[first]}`);
  }
  return asking;
}

/** Texts, not cells: a long cell is cut, and an attribution must be shown whole. */
function rightsBlocks(catalog: Catalog): Block[] {
  return catalog.packs.map((pack) => {
    const rights = [pack.attribution ?? '', pack.licence ?? ''].filter((part) => part !== '').join(' · ');
    return { kind: 'text', text: `From ${pack.name} ${pack.version}${rights === '' ? '' : `: ${rights}`}`, tone: 'dim' };
  });
}

function factsBlock(facts: readonly (readonly [string, string])[]): Block[] {
  const said = facts.filter(([, text]) => text !== '');
  if (said.length === 0) return [];
  const rows = said.map(([name, text]) => [{ text: name, tone: 'dim' } as const, text]);
  return [{ kind: 'table', columns: [{ title: '' }, { title: '', wrap: true }], rows }];
}

function reportOf(opened: OpenCatalog, blocks: Block[], result: Record<string, unknown>): Report {
  return {
    blocks: () => blocks,
    notes: [],
    data: () => wrapResults({ command: 'show', opened, results: [result], diagnostics: [] }),
  };
}
