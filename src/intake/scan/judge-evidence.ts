import type { Level } from '../../core/model/scale.ts';
import type { SkillEvidence } from './scan-tree.ts';

/** One file may have been copied from a guide; several say that small tasks were done. */
const filesForSecondLevel = 2;

/** How many files an evidence names, and how much of a long path: a profile is read by people. */
const shownPlaces = 3;
const maxPathLength = 200;

/** The level that files can show by themselves: never above 2. What somebody can do alone, only people can say. */
export function levelOfEvidence({ files }: SkillEvidence): Level {
  return files >= filesForSecondLevel ? 2 : 1;
}

/** `seen in 4 files: pom.xml (org.springframework.boot:…), src/…`: what a profile keeps as evidence. */
export function describeEvidence({ files, places }: SkillEvidence): string {
  const shown = places.slice(0, shownPlaces).map(({ path, kind, what }) => {
    const short = path.length > maxPathLength ? `…${path.slice(-maxPathLength)}` : path;
    return kind === 'file' ? short : `${short} (${what})`;
  });
  const more = files > shown.length ? ', …' : '';
  return `seen in ${files} ${files === 1 ? 'file' : 'files'}: ${shown.join(', ')}${more}`;
}
