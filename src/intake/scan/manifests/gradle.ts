import { type DependencyReader, isObject, readToml } from '../dependency-reader.ts';

// In any kind of quotes: group:artifact, then a version or nothing.
const coordinates = /['"]([\w.-]{1,200}):([\w.-]{1,200})(?::[^'"\n]{0,200})?['"]/g;
const groupAndName =
  /group\s{0,9}[:=]\s{0,9}['"]([\w.-]{1,200})['"]\s{0,9},\s{0,9}name\s{0,9}[:=]\s{0,9}['"]([\w.-]{1,200})['"]/g;
const plugin = /\bid\s{0,9}\(?\s{0,9}['"]([\w.-]{1,200})['"]/g;
const kotlinPlugin = /\bkotlin\s{0,9}\(\s{0,9}['"]([\w.-]{1,200})['"]/g;

/** `build.gradle` and `build.gradle.kts`: dependencies as `group:artifact`; plugins by the artifact that publishes them. */
export const gradleBuild: DependencyReader = {
  ecosystem: 'maven',
  files: ['*.gradle', '*.gradle.kts'],
  whole: true,
  *read(written) {
    const text = written.replace(/^[ \t]{0,200}\/\/.*$/gm, '');
    for (const [, group, artifact] of text.matchAll(coordinates)) yield `${group}:${artifact}`;
    for (const [, group, artifact] of text.matchAll(groupAndName)) yield `${group}:${artifact}`;
    for (const [, id = ''] of text.matchAll(plugin)) yield pluginArtifact(id);
    for (const [, id = ''] of text.matchAll(kotlinPlugin)) yield pluginArtifact(`org.jetbrains.kotlin.${id}`);
  },
};

/** Gradle's version catalog, `libs.versions.toml`. */
export const gradleCatalog: DependencyReader = {
  ecosystem: 'maven',
  files: ['*.versions.toml'],
  whole: true,
  *read(text) {
    const { libraries, plugins } = readToml(text);
    for (const library of isObject(libraries) ? Object.values(libraries) : []) {
      const module = isObject(library) ? (library['module'] ?? `${library['group']}:${library['name']}`) : library;
      const [group, artifact] = String(module).split(':');
      yield `${group}:${artifact}`;
    }
    for (const one of isObject(plugins) ? Object.values(plugins) : []) {
      const [id = ''] = String(isObject(one) ? one['id'] : one).split(':');
      yield pluginArtifact(id);
    }
  },
};

/** The plugin portal publishes each plugin under such a name. */
function pluginArtifact(id: string): string {
  return `${id}:${id}.gradle.plugin`;
}
