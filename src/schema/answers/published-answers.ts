import type * as v from 'valibot';
import { cohortAnswer, cohortLine, fitsAnswer, fitsLine, summaryAnswer } from './batch.ts';
import { convertAnswer, rulesAnswer, schemaAnswer, validateAnswer } from './data.ts';
import { diffAnswer } from './diff.ts';
import { commonRole, postingRole, roleResult, rolesAnswer, showAnswer, skillResult, skillsAnswer } from './entries.ts';
import { catalogPart, failure, profilePart } from './envelope.ts';
import { assessAnswer, education, experience, fitAnswer, fitResult, gap, gapsAnswer, matchAnswer, requirement } from './fit.ts';
import { importAnswer, postingAnswer, postingFitAnswer, profileAnswer, profilePathAnswer, scanAnswer } from './intake.ts';
import { diagnostic, reason } from './parts.ts';
import {
  assumption,
  changeAnswer,
  gainAnswer,
  planAnswer,
  planResult,
  reachAnswer,
  routeAnswer,
  routeFromAnswer,
} from './plan.ts';
import { doneAnswer, fitMove, progressAnswer, staleAnswer } from './progress.ts';
import { hours, step } from './step.ts';

export interface PublishedAnswer {
  readonly title: string;
  /** An answer has one of these forms. */
  readonly forms: readonly v.GenericSchema[];
}

/** The answer of a command, or what it prints when it fails. */
function answerOf(command: string, ...forms: readonly v.GenericSchema[]): PublishedAnswer {
  return { title: `What careerpath ${command} -f json prints`, forms: [...forms, failure] };
}

/** What `data/schema/answers/` holds, by the name that `careerpath schema` takes. */
export const publishedAnswers: Readonly<Record<string, PublishedAnswer>> = {
  match: answerOf('match', matchAnswer),
  fit: answerOf('fit', fitAnswer),
  gaps: answerOf('gaps', gapsAnswer),
  assess: answerOf('assess', assessAnswer),
  'profile-answer': answerOf('profile', profileAnswer, profilePathAnswer),
  progress: answerOf('progress', progressAnswer, staleAnswer),
  done: answerOf('done', doneAnswer),
  import: answerOf('import', importAnswer),
  scan: answerOf('scan', scanAnswer),
  posting: answerOf('posting', postingAnswer, postingFitAnswer),
  plan: answerOf('plan', planAnswer),
  route: answerOf('route', routeAnswer, routeFromAnswer),
  'what-if': answerOf('what-if', gainAnswer, changeAnswer, reachAnswer),
  compare: {
    title: 'What careerpath compare prints: one answer with -f json, each line with -f ndjson',
    forms: [fitsAnswer, cohortAnswer, summaryAnswer, failure, fitsLine, cohortLine],
  },
  'compare-line': { title: 'One line of careerpath compare -f ndjson', forms: [fitsLine, cohortLine] },
  'compare-summary': answerOf('compare --summary', summaryAnswer),
  diff: answerOf('diff', diffAnswer),
  roles: answerOf('roles', rolesAnswer),
  'skills-answer': answerOf('skills', skillsAnswer),
  show: answerOf('show', showAnswer),
  validate: answerOf('validate', validateAnswer),
  rules: answerOf('rules', rulesAnswer),
  convert: answerOf('convert', convertAnswer),
  'schema-list': answerOf('schema', schemaAnswer),
};

/** What several answers have in common, by the name under which a schema refers to it. */
export const sharedParts: Readonly<Record<string, v.GenericSchema>> = {
  assumption,
  catalog: catalogPart,
  commonRole,
  diagnostic,
  education,
  experience,
  failure,
  fit: fitResult,
  fitMove,
  fitsLine,
  gap,
  hours,
  plan: planResult,
  postingRole,
  profile: profilePart,
  reason,
  requirement,
  role: roleResult,
  skill: skillResult,
  step,
};
