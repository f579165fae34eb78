import { type DependencyReader, isObject, keysOf, readToml, textsOf } from '../dependency-reader.ts';

const requirement = /^\s{0,99}([A-Za-z0-9][A-Za-z0-9._-]{0,199})/;

/** A name as the package index compares it: `Flask_SQLAlchemy` → `flask-sqlalchemy`. */
function pythonName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

function* requirementsIn(lines: Iterable<string>): Iterable<string> {
  for (const line of lines) {
    const found = requirement.exec(line);
    if (found !== null) yield pythonName(found[1] ?? '');
  }
}

/** pip's `requirements.txt` under any of its usual names. Options and links have no name in front. */
export const pipRequirements: DependencyReader = {
  ecosystem: 'pypi',
  files: ['requirements*.txt', 'requirements/*.txt', 'requirements*.in', 'constraints*.txt'],
  whole: true,
  read: (text) => requirementsIn(text.split('\n').filter((line) => !/:\/\//.test(line.split(/[@#]/)[0] ?? ''))),
};

/** `pyproject.toml`: the standard tables, dependency groups (uv, PEP 735) and Poetry's own. */
export const pyproject: DependencyReader = {
  ecosystem: 'pypi',
  files: ['pyproject.toml', 'Pipfile'],
  whole: true,
  *read(text) {
    const top = readToml(text);
    const project = objectAt(top, 'project');
    yield* requirementsIn(textsOf(project['dependencies']));
    for (const group of Object.values(objectAt(project, 'optional-dependencies'))) yield* requirementsIn(textsOf(group));
    for (const group of Object.values(objectAt(top, 'dependency-groups'))) yield* requirementsIn(textsOf(group));
    const tool = objectAt(top, 'tool');
    yield* requirementsIn(textsOf(objectAt(tool, 'uv')['dev-dependencies']));
    const poetry = objectAt(tool, 'poetry');
    const groups = Object.values(objectAt(poetry, 'group')).map((group) => (isObject(group) ? group['dependencies'] : undefined));
    const tables = [poetry['dependencies'], poetry['dev-dependencies'], ...groups, top['packages'], top['dev-packages']];
    for (const table of tables) yield* keysOf(table).map(pythonName);
  },
};

function objectAt(object: Record<string, unknown>, key: string): Record<string, unknown> {
  const value = object[key];
  return isObject(value) ? value : {};
}

/** `setup.cfg`: the indented lines below `install_requires` and the groups of extras. */
export const setupConfig: DependencyReader = {
  ecosystem: 'pypi',
  files: ['setup.cfg'],
  whole: true,
  *read(text) {
    let section = '';
    let listing = false;
    for (const line of text.split('\n')) {
      if (line.startsWith('[')) {
        section = line.trim();
        listing = false;
      } else if (/^\S/.test(line)) {
        const [key = '', value = ''] = line.split('=', 2);
        listing =
          section === '[options.extras_require]' || (section === '[options]' && /^(?:install|tests)_requires?\s*$/.test(key));
        if (listing) yield* requirementsIn([line.includes('=') ? value : '']);
      } else if (listing) yield* requirementsIn([line]);
    }
  },
};

const importLine = /^[ \t]{0,99}(?:from|import)[ \t]{1,9}([A-Za-z_]\w{0,99})/gm;

/** The modules that Python sources import, by their own names: most are the package's. */
export const pythonImports: DependencyReader = {
  ecosystem: 'pypi',
  files: ['*.py'],
  whole: false,
  *read(text) {
    for (const [, module = ''] of text.matchAll(importLine)) yield pythonName(module);
  },
};
