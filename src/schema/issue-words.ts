import type * as v from 'valibot';
import type { NodePath } from '../core/model/model.ts';

export const typeNames: Readonly<Record<string, string>> = {
  number: 'the number',
  boolean: 'the truth value',
  object: 'nothing:',
};

export function expectedName(issue: v.BaseIssue<unknown>): string {
  switch (issue.type) {
    case 'string':
      return 'text';
    case 'number':
      return 'a number';
    case 'integer':
      return 'a whole number';
    case 'array':
      return 'a list';
    case 'object':
    case 'loose_object':
    case 'strict_object':
    case 'record':
      return 'a map';
    default:
      return (issue.expected ?? 'another value')
        .replaceAll('"', '')
        .replaceAll(' | ', ' or ')
        .replace(/^\((.*)\)$/, '$1');
  }
}

export function foundName(value: unknown, text: string | undefined): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  return text === undefined ? shown(value) : quote(text);
}

export function shown(value: unknown): string {
  return typeof value === 'object' && value !== null ? foundName(value, undefined) : String(value);
}

export function quote(text: string): string {
  return `"${clipped(text)}"`;
}

export function clipped(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

export function nameOf(path: NodePath): string {
  const name = path.findLast((step) => typeof step === 'string');
  return name ?? 'the value';
}

const containers: Readonly<Record<string, string>> = {
  requirements: 'the requirement',
  anyOf: 'the alternative',
  implies: 'the implication',
  related: 'the relation',
  requires: 'the prerequisite',
  resources: 'the resource',
  leadsTo: 'the move',
  sources: 'the source',
  responsibilities: 'the responsibility',
  learn: 'the learning step',
};

export function containerName(at: NodePath): string {
  const parents = at.slice(0, -1);
  const name = parents.findLast((step): step is string => typeof step === 'string' && step in containers);
  return name === undefined ? 'the entry' : (containers[name] ?? 'the entry');
}
