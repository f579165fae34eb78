import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { lookUpSkill } from '../../core/catalog/label-lookup.ts';
import { textAt } from '../../core/catalog/text-table.ts';
import type { Level } from '../../core/model/scale.ts';
import type { ImportedProfile, ImportedSkill } from '../../intake/import/resolve-import.ts';
import { mentionedLevel } from '../../intake/import/said-level.ts';
import type { ReviewRow } from './asker.ts';

/** One line of a review, and the skill that it stands for. */
export interface ReviewedFinding {
  readonly row: ReviewRow;
  readonly skill: ImportedSkill;
  /** The name that the catalog does not have, where the skill is only the nearest to it. */
  readonly unknown?: string;
}

/**
 * What a document shows as lines to look over: skills whose level it says, skills that it only names, and unknown names with the
 * skill nearest to them, which do not count unless they are taken.
 *
 * @param changes the skills that a profile does not have at these levels, with its level of them; all without it
 */
export function reviewRows(
  catalog: Catalog,
  { skills, unrecognised }: ImportedProfile,
  changes?: ReadonlyMap<number, number | undefined>,
): ReviewedFinding[] {
  const listed = skills.filter(({ skill }) => changes === undefined || changes.has(skill));
  const known = listed.map((skill): ReviewedFinding => {
    const { level, evidence, isAssumed } = skill;
    const held = changes?.get(skill.skill);
    const group = isAssumed ? `Only named: level ${mentionedLevel} is assumed` : 'The document says the level';
    const hint = `${held === undefined ? '' : `was ${held} · `}${placeOf(evidence[0] ?? '')}`;
    return { skill, row: { label: textAt(catalog.skillNames, skill.skill), hint, group, level, taken: level } };
  });
  const near = unrecognised.flatMap(({ input, origin, suggestions: [nearest] }): ReviewedFinding[] => {
    const skill = nearest === undefined ? -1 : lookUpSkill(catalog, nearest);
    if (skill < 0) return [];
    const name = textAt(catalog.skillNames, skill);
    const evidence = [`${origin}: listed as "${input}", taken for ${name}`];
    const row: ReviewRow = {
      label: `${input} → ${name}`,
      hint: origin,
      group: 'Unknown names, each with the nearest skill: a takes it',
      level: undefined,
      taken: mentionedLevel,
    };
    return [{ skill: { skill, level: mentionedLevel, isAssumed: true, evidence }, unknown: input, row }];
  });
  return [...known.filter((one) => !one.skill.isAssumed), ...known.filter((one) => one.skill.isAssumed), ...near];
}

/** What is left of a document's findings after a review, with the levels that it gave them. */
export function applyReview(
  imported: ImportedProfile,
  found: readonly ReviewedFinding[],
  levels: readonly (Level | undefined)[],
): ImportedProfile {
  const reviewed = new Set(found.filter(({ unknown }) => unknown === undefined).map(({ skill }) => skill.skill));
  const kept = new Map(imported.skills.filter(({ skill }) => !reviewed.has(skill)).map((one) => [one.skill, one]));
  const taken = new Set<string>();
  found.forEach(({ skill, unknown }, i) => {
    const level = levels[i];
    if (level === undefined) return;
    if (unknown !== undefined) taken.add(unknown);
    const before = kept.get(skill.skill);
    const evidence = [...(before?.evidence ?? []), ...skill.evidence];
    kept.set(skill.skill, { ...skill, ...before, level: Math.max(level, before?.level ?? level), evidence });
  });
  return {
    ...imported,
    skills: [...kept.values()].sort((a, b) => a.skill - b.skill),
    unrecognised: imported.unrecognised.filter(({ input }) => !taken.has(input)),
    diagnostics: imported.diagnostics.filter((one) => one.code !== 'unrecognised-skill' || !taken.has(one.facts.input)),
  };
}

/** Evidence without the name of the document, which stands above: `line 12: "Java"`. */
function placeOf(evidence: string): string {
  return evidence.replace(/^.*?, (?=\S)/, '');
}
