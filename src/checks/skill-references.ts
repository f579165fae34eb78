import { type CatalogDraft, choicesOf, type DraftEntry, type NodePath } from '../core/model/model.ts';

/** Called with where a skill is named; the path is made only when somebody asks for it. */
export type VisitReference = (entry: DraftEntry<{ readonly id: string }>, path: () => NodePath, skill: string) => void;

/** Visits every place where a skill or a role of the draft refers to a skill by its id. */
export function eachSkillReference(draft: CatalogDraft, visit: VisitReference): void {
  for (const entry of draft.skills) {
    for (const list of ['implies', 'usually', 'related'] as const) {
      entry.value[list].forEach((item, i) => {
        visit(entry, () => [list, i, 'skill'], item.skill);
      });
    }
    entry.value.requires.forEach((prerequisite, i) => {
      choicesOf(prerequisite).forEach((skill, j) => {
        visit(entry, () => ['requires', i, ...('anyOf' in prerequisite ? ['anyOf', j] : ['skill'])], skill);
      });
    });
  }
  for (const entry of draft.roles) {
    const role = entry.value;
    role.requirements.forEach((requirement, i) => {
      requirement.anyOf.forEach((one, j) => {
        visit(entry, () => ['requirements', i, 'anyOf', j, 'skill'], one.skill);
      });
    });
    role.responsibilities.forEach((responsibility, i) => {
      responsibility.skills.forEach((skill, j) => {
        visit(entry, () => ['responsibilities', i, 'skills', j], skill);
      });
    });
    role.experience?.of.forEach((one, i) => {
      visit(entry, () => ['experience', 'of', i, 'skill'], one.skill);
    });
  }
}
