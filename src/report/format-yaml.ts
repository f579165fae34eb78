import { writeYaml } from '../documents/write-yaml.ts';
import type { Renderer } from './report.ts';

/** The report's document as YAML that every reader takes for the same. */
export const formatYaml: Renderer = ({ document }) => {
  if (document === undefined) throw new Error('a command that lists yaml among its formats has no document');
  return writeYaml(document());
};
