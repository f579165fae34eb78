import type { Diagnostic } from '../../core/model/diagnostic.ts';

/** What was made of a document, counted. */
export interface ImportCounts {
  readonly skills: number;
  /** Of these, the ones whose level nobody said. */
  readonly assumed: number;
  readonly assumedLevel: number;
  readonly unknownNames: number;
  readonly jobs: number;
  readonly jobsWithoutTime: number;
  readonly hasEducation: boolean;
  readonly notHeld: number;
  /** That nobody sees in the document: not painted, in the colour of the page, too small, covered, outside of the page. */
  readonly hiddenLetters: number;
}

/** The account of a reading, once: what was read, what was not, what was assumed, with what helps. */
export function accountOf(counts: ImportCounts, file: string): Diagnostic {
  const { skills, assumed, assumedLevel, unknownNames, jobs, jobsWithoutTime, hasEducation, notHeld, hiddenLetters } = counts;
  const said: readonly (readonly [number, string])[] = [
    [assumed, `${assumed} of them at the assumed level ${assumedLevel}`],
    [unknownNames, `${counted(unknownNames, 'name')} unknown`],
    [notHeld, `${counted(notHeld, 'skill')} named only as wished for or absent, and left out`],
    [hiddenLetters, `hidden text (${counted(hiddenLetters, 'letter')} that nobody sees on the page) left out`],
    [jobs, `${counted(jobs, 'job')} with dates`],
    [jobsWithoutTime, `${counted(jobsWithoutTime, 'job')} without a time that counts`],
  ];
  const absent = [...(jobs > 0 ? [] : ['work dates']), ...(hasEducation ? [] : ['degree'])];
  const helps: readonly (readonly [number, string])[] = [
    [assumed, 'set assumed levels yourself'],
    [unknownNames, 'look names up with: careerpath skills QUERY'],
  ];
  const fixes = helps.filter(([count]) => count > 0).map(([, words]) => words);
  return {
    code: 'document-read',
    facts: {
      parts: [
        counted(skills, 'skill'),
        ...said.filter(([count]) => count > 0).map(([, words]) => words),
        ...(absent.length > 0 ? [`no ${absent.join(', no ')}`] : []),
      ],
      fixes: fixes.length > 0 ? fixes : ['look the result over'],
    },
    file,
  };
}

function counted(count: number, one: string): string {
  return `${count} ${count === 1 ? one : `${one}s`}`;
}
