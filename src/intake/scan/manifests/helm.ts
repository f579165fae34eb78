import type { DependencyReader } from '../dependency-reader.ts';

const named = /^[ \t]{0,99}-?[ \t]{0,99}name:[ \t]{1,9}['"]?([\w.-]{1,200})/gm;

/** The charts that a Helm chart is made of. */
export const helmChart: DependencyReader = {
  ecosystem: 'helm',
  files: ['Chart.yaml', 'requirements.yaml'],
  whole: true,
  *read(text) {
    const start = text.search(/^dependencies:/m);
    if (start < 0) return;
    // The list ends where the next key of the top level begins.
    const [list = ''] = text.slice(start + 'dependencies:'.length).split(/^(?=[A-Za-z])/m);
    for (const [, name = ''] of list.matchAll(named)) yield name;
  },
};
