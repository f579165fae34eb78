import type { DependencyReader } from './dependency-reader.ts';
import { composerManifest } from './manifests/composer.ts';
import { gemfile } from './manifests/gem.ts';
import { goImports, goModule } from './manifests/go.ts';
import { gradleBuild, gradleCatalog } from './manifests/gradle.ts';
import { helmChart } from './manifests/helm.ts';
import { dockerfile, startedImages } from './manifests/images.ts';
import { mavenPom } from './manifests/maven.ts';
import { npmImports, npmManifest } from './manifests/npm.ts';
import { dotnetProject } from './manifests/nuget.ts';
import { pipRequirements, pyproject, pythonImports, setupConfig } from './manifests/python.ts';

/** Every reader of dependencies. Adding one is one file and one line here. */
export const dependencyReaders: readonly DependencyReader[] = [
  composerManifest,
  dockerfile,
  dotnetProject,
  gemfile,
  goImports,
  goModule,
  gradleBuild,
  gradleCatalog,
  helmChart,
  mavenPom,
  npmImports,
  npmManifest,
  pipRequirements,
  pyproject,
  pythonImports,
  setupConfig,
  startedImages,
];
