import { writeYaml } from '../documents/write-yaml.ts';
import type { Renderer } from './report.ts';

/** The report's document as YAML that every reader takes for the same. */
export const formatYaml: Renderer<'document'> = ({ document }) => writeYaml(document());
