import type { Scale } from '../core/model/scale.ts';
import { parseYaml } from '../documents/yaml.ts';
import { type ReadProfile, shapeProfile } from './shape-profile.ts';

/** Reads a profile from YAML or JSON text. */
export function readProfile(text: string, file: string, scale: Scale): ReadProfile {
  const document = parseYaml(text, file);
  // Behind a fault of syntax nobody knows what the rest would say.
  if (document.value === undefined || document.brokenFrom !== undefined)
    return { profile: undefined, diagnostics: document.diagnostics };
  return shapeProfile(document, document.value, [], scale);
}
