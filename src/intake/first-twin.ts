/** The first name that stands twice in a header; empty cells have none. */
export function firstTwin(names: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return names.find((name) => name !== '' && seen.size === seen.add(name).size);
}
