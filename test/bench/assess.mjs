// How many answers until the likely fit is near to that of the full answer? People are generated (test/support/generated-people.ts):
// a job, years, and levels around what is usual; a third of the technical skills is said, the rest is asked for.
// Usage: node test/bench/assess.mjs [people]
import { readFileSync } from 'node:fs';
import { home, loadSources } from './load-sources.mjs';

const people = Number(process.argv[2] ?? 300);
const program = await loadSources('assess', {
  'cli/open/open-catalog.ts': ['compiledBuiltIn'],
  'catalog/compiled-form.ts': ['openTrusted'],
  'core/score/held-levels.ts': ['holdLevels'],
  'core/score/judge.ts': ['judgePerson'],
  '../test/support/generated-people.ts': ['generatePerson', 'answerQuestions'],
});
const { catalog } = program.openTrusted(readFileSync(program.compiledBuiltIn(home)));
for (const answers of [0, 4, 8, 12, 16, 24]) {
  const off = [];
  for (let seed = 1; seed <= people; seed++) {
    const person = program.generatePerson(catalog, seed);
    const judge = (held) => program.judgePerson(catalog, held, person.background).fitOf(person.target);
    const full = judge(program.holdLevels(catalog.index, person.truth(person.target))).fit;
    off.push(judge(program.answerQuestions(catalog, person.target, person, answers)).likely.score - full);
  }
  const close = off.filter((one) => Math.abs(one) <= 5).length / people;
  const mean = off.reduce((sum, one) => sum + one, 0) / people;
  console.log(`${String(answers).padStart(2)} answers  within 5: ${(100 * close).toFixed(0)} %  bias ${mean.toFixed(1)}`);
}
