import type { Diagnostic } from '../core/model/diagnostic.ts';
import type { DeclaredSkill } from '../core/model/model.ts';
import type { Scale } from '../core/model/scale.ts';
import { suggestWords } from '../search/suggest.ts';
import { levelChoices, levelOfWord, levelWords } from './level-words.ts';
import { cutName } from './names/cut-name.ts';

const betweenSkills = /[,;\n]/y;

/** Reads `java=3,sql=2,docker`: commas or semicolons between skills and outside brackets, `=` or `:` before a level; no level, the assumed one. */
export function parseSkillsArgument(text: string, scale: Scale): { skills: DeclaredSkill[]; diagnostics: Diagnostic[] } {
  const skills: DeclaredSkill[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const item of cutName(text, betweenSkills)) {
    // The last = or : separates: a skill's own name may hold one.
    const at = Math.max(item.lastIndexOf('='), item.lastIndexOf(':'));
    const input = (at < 0 ? item : item.slice(0, at)).trim();
    const written = at < 0 ? undefined : item.slice(at + 1).trim();
    if (input === '') {
      const fix = 'write them like java=3,sql=2,docker';
      diagnostics.push({ code: 'wrong-usage', facts: { problem: `--skills: no skill before "${item}"`, fix } });
      continue;
    }
    if (written === undefined) {
      skills.push({ input, level: scale.assumedLevel, assumed: true });
      continue;
    }
    const level = levelOfWord(scale, written);
    if (level === undefined) {
      const problem = `--skills: "${written}" is not a level (for ${input})`;
      const facts = { problem, fix: `use ${levelChoices(scale)}` };
      diagnostics.push({ code: 'wrong-usage', facts, suggestions: suggestWords(written, levelWords(scale), 2) });
      continue;
    }
    skills.push({ input, level, assumed: false });
  }
  return { skills, diagnostics };
}
