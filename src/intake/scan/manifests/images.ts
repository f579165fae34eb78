import type { DependencyReader } from '../dependency-reader.ts';

const from = /^[ \t]{0,99}FROM[ \t]{1,9}(?:--platform=\S{1,99}[ \t]{1,9})?([^\s#]{1,300})/gim;
const image = /^[ \t]{0,200}(?:-[ \t]{1,9})?image:[ \t]{1,9}['"]?([^\s'"#]{1,300})/gm;

/** `docker.io/library/postgres:16-alpine@sha256:…` → `postgres`; other registries keep their paths without the host. */
function imageName(reference: string): string {
  const [name = ''] = reference.split('@');
  const parts = name.split('/');
  const hasHost = parts.length > 1 && /[.:]|^localhost$/.test(parts[0] ?? '');
  const path = hasHost ? parts.slice(1) : parts;
  const [last = ''] = (path.pop() ?? '').split(':');
  return [...(path[0] === 'library' ? path.slice(1) : path), last].join('/').toLowerCase();
}

/** What Dockerfiles build on. */
export const dockerfile: DependencyReader = {
  ecosystem: 'docker',
  files: ['Dockerfile', 'Dockerfile.*', '*.Dockerfile', '*.dockerfile', 'Containerfile'],
  whole: true,
  *read(text) {
    for (const [, reference = ''] of text.matchAll(from)) yield imageName(reference);
  },
};

/** The images that Compose files, Kubernetes manifests and pipelines start. */
export const startedImages: DependencyReader = {
  ecosystem: 'docker',
  files: ['*.yaml', '*.yml'],
  whole: false,
  *read(text) {
    for (const [, reference = ''] of text.matchAll(image)) yield imageName(reference);
  },
};
