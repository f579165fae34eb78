import type { NodePath } from '../core/model/model.ts';

/** Data with its scalars as text: levels may be quoted in a file, and are the same then. */
export function plain(value: unknown): unknown {
  if (value instanceof Map) return new Map([...value].map(([key, inner]) => [key, plain(inner)]));
  if (Array.isArray(value)) return value.map(plain);
  return value === null || value === undefined ? null : typeof value === 'object' ? { ...value } : String(value);
}

/** The data with `value` at `path`; maps that are missing are made. */
export function assign(data: unknown, path: NodePath, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return plain(value);
  if (Array.isArray(data)) return data.map((item, i) => (i === step ? assign(item, rest, value) : item));
  const map = new Map(data instanceof Map ? data : []);
  return map.set(String(step), assign(map.get(String(step)), rest, value));
}

/** The data without what stands at `path`. */
export function remove(data: unknown, path: NodePath): unknown {
  const [step, ...rest] = path;
  if (Array.isArray(data)) {
    return rest.length === 0
      ? data.filter((_, i) => i !== step)
      : data.map((item, i) => (i === step ? remove(item, rest) : item));
  }
  if (!(data instanceof Map)) return data;
  const map = new Map(data);
  if (rest.length > 0) return map.set(String(step), remove(map.get(String(step)), rest));
  map.delete(String(step));
  return map;
}

/** The data with one more item in the list at `path`. */
export function insert(data: unknown, path: NodePath, item: unknown, where: 'front' | 'end'): unknown {
  const [step, ...rest] = path;
  if (step === undefined) {
    const list = Array.isArray(data) ? data : [];
    return where === 'front' ? [plain(item), ...list] : [...list, plain(item)];
  }
  if (Array.isArray(data)) return data.map((one, i) => (i === step ? insert(one, rest, item, where) : one));
  const map = new Map(data instanceof Map ? data : []);
  return map.set(String(step), insert(map.get(String(step)), rest, item, where));
}
