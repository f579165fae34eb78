import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { normaliseLabel } from '../../core/model/label.ts';
import { makeNameReader } from '../names/read-name.ts';
import { makeLevelReader } from '../read-level.ts';
import { type AskedColumns, noColumnsAsked, type TableTools } from './table-tools.ts';

/** Labels repeat; so many different ones are remembered before starting over. */
const mostRemembered = 20_000;
/** No skill has a longer name. */
const longestName = 200;

/** What readers of people need to know of a catalog. It remembers what it has looked up. */
export function makeTableTools(catalog: Catalog, asked: AskedColumns = noColumnsAsked): TableTools {
  const readName = makeNameReader(catalog);
  const keys = new Map<string, string>();
  const keyOf = (label: string): string => {
    const known = keys.get(label);
    if (known !== undefined) return known;
    const { skills, unknown } = label.length > longestName ? { skills: [], unknown: [label] } : readName(label);
    const key =
      unknown.length === 0 && skills.length > 0 ? skills.map((one) => one.skill).join(' ') : `?${normaliseLabel(label)}`;
    if (keys.size >= mostRemembered) keys.clear();
    keys.set(label, key);
    return key;
  };
  return {
    scale: catalog.scale,
    readLevel: makeLevelReader(catalog.scale),
    isSkill: (text) => !keyOf(text).startsWith('?'),
    keyOf,
    asked,
  };
}
