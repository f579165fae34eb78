import type { DependencyReader } from '../dependency-reader.ts';

/** `pom.xml`: dependencies, plugins and the parent, as `group:artifact`. */
export const mavenPom: DependencyReader = {
  ecosystem: 'maven',
  files: ['pom.xml'],
  whole: true,
  *read(text) {
    for (const element of ['parent', 'dependency', 'plugin']) {
      for (const inner of elementsOf(withoutComments(text), element)) {
        const group = firstText(inner, 'groupId');
        const artifact = firstText(inner, 'artifactId');
        if (artifact !== undefined) yield `${group ?? 'org.apache.maven.plugins'}:${artifact}`;
      }
    }
  },
};

function withoutComments(text: string): string {
  let kept = '';
  let at = 0;
  for (;;) {
    const open = text.indexOf('<!--', at);
    if (open < 0) return kept + text.slice(at);
    kept += text.slice(at, open);
    const close = text.indexOf('-->', open + 4);
    if (close < 0) return kept;
    at = close + 3;
  }
}

/** What stands between the tags of each such element, each place looked at once. */
function* elementsOf(text: string, name: string): Iterable<string> {
  const [start, end] = [`<${name}>`, `</${name}>`];
  let at = 0;
  for (;;) {
    const open = text.indexOf(start, at);
    if (open < 0) return;
    const close = text.indexOf(end, open);
    if (close < 0) return;
    yield text.slice(open + start.length, close);
    at = close;
  }
}

function firstText(text: string, name: string): string | undefined {
  for (const inner of elementsOf(text, name)) return inner.trim();
  return undefined;
}
