import { cutName } from '../names/cut-name.ts';
import type { TableTools } from './table-tools.ts';

/** A name in a cell, and what stands with it about the level. */
export interface CellSkill {
  readonly input: string;
  /** Empty when the cell says none. */
  readonly levelText: string;
}

const betweenSkills = /[,;|\n•·]/y;
const levelBehind = [
  /^(.{1,200}?)\s*[:=]\s*([^:=]{1,60})$/u,
  /^(.{1,200}?)\s*[([]([^()[\]]{1,60})[)\]]$/u,
  /^(.{1,200}?)\s+[\p{Pd}]\s+(.{1,60})$/u,
];
const mostSkills = 500;

/** The skills of one cell: one name, or several with or without levels ("java; sql", "java:4, sql:3", "Java (expert)"). */
export function readSkillCell(text: string, { isSkill, readLevel }: Pick<TableTools, 'isSkill' | 'readLevel'>): CellSkill[] {
  if (text === '') return [];
  // What a spreadsheet would run is one name that nobody knows.
  if (text.startsWith('=') || isSkill(text)) return [{ input: text, levelText: '' }];
  return cutName(text, betweenSkills)
    .slice(0, mostSkills)
    .map((part) => {
      if (isSkill(part)) return { input: part, levelText: '' };
      for (const pattern of levelBehind) {
        const [, input = '', levelText = ''] = pattern.exec(part) ?? [];
        if (input !== '' && readLevel(levelText) !== undefined) return { input, levelText };
      }
      return { input: part, levelText: '' };
    });
}
