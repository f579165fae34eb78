import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';

const folder = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'data', 'schema', 'answers');

/** Commands whose schema is not called as they are. */
const namedOtherwise: Readonly<Record<string, string>> = {
  profile: 'profile-answer',
  schema: 'schema-list',
  skills: 'skills-answer',
};

const validators = new Map<string, ValidateFunction>();

/** The published schema of this name as a function; compiled once. */
export function answerValidator(name: string): ValidateFunction {
  const known = validators.get(name);
  if (known !== undefined) return known;
  const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: false, validateFormats: false });
  const made = ajv.compile(JSON.parse(readFileSync(join(folder, `${name}.schema.json`), 'utf8')) as object);
  validators.set(name, made);
  return made;
}

/** The name of the schema of a command's answer. */
export function schemaNameOf(command: string): string {
  return namedOtherwise[command] ?? command;
}

/** Throws where what a command line printed as JSON is not as the published schema of its command says. */
export function checkAnswer(argv: readonly string[], stdout: string): void {
  if (stdout === '') return;
  const format = formatOf(argv);
  if (format === 'ndjson' && argv.includes('compare')) {
    for (const line of stdout.trimEnd().split('\n')) hold(argv, 'compare-line', JSON.parse(line));
  }
  if (format !== 'json') return;
  const answer = JSON.parse(stdout) as { readonly command?: unknown; readonly $schema?: unknown };
  if ('$schema' in answer) return;
  const { command } = answer;
  hold(argv, schemaNameOf(typeof command === 'string' ? command : ''), answer);
}

function hold(argv: readonly string[], name: string, value: unknown): void {
  const validate = answerValidator(name);
  if (validate(value)) return;
  const faults = (validate.errors ?? []).map((one) => `${one.instancePath} ${one.message} ${JSON.stringify(one.params)}`);
  throw new Error(`careerpath ${argv.join(' ')}: not as schema ${name} says:\n${faults.join('\n')}`);
}

function formatOf(argv: readonly string[]): string | undefined {
  if (argv.includes('--json')) return 'json';
  const at = argv.findLastIndex((word) => word === '-f' || word === '--format');
  if (at >= 0) return argv[at + 1];
  return argv.findLast((word) => /^(-f|--format=)\w/.test(word))?.replace(/^(-f|--format=)/, '');
}
