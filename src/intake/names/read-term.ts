import type { Catalog } from '../../core/catalog/catalog-index.ts';
import { lookUpSkill } from '../../core/catalog/label-lookup.ts';
import type { Level } from '../../core/model/scale.ts';
import { levelOfForm, levelOfWord, levelWords } from '../level-words.ts';
import { companions, isProduct, levelTails, makers, onlyVersions, openings, titleWords, versionStart } from './name-words.ts';

/** One skill that a name gives. */
export interface Term {
  readonly skill: number;
  /** The level that stands in the name: "Basic Linux". */
  readonly level?: Level;
}

export type TermReader = (text: string) => Term | undefined;

/** Words that are taken off a name one after another: no name has more. */
const maxSteps = 8;
const separator = /[\s\p{Pd}_]+/u;

/**
 * Reads names of one skill: exactly, then without what stands around a name (versions, a maker's name, "development", a word
 * of level), each tried again exactly. Takes time in proportion to the text, which the caller bounds.
 */
export function makeTermReader(catalog: Catalog): TermReader {
  const leads = leadingWords(catalog);
  const find = (text: string): number => lookUpSkill(catalog, text);
  const findProduct = (text: string): number => {
    const skill = find(text);
    return skill >= 0 && isProduct(catalog.skill(skill).kind) ? skill : -1;
  };

  return (text) => {
    let rest = text;
    let level: Level | undefined;
    for (let step = 0; step < maxSteps && rest !== ''; step++) {
      const skill = spelledAs(rest);
      if (skill >= 0) return level === undefined ? { skill } : { skill, level };
      const versions = withoutVersions(rest);
      if (versions !== undefined) {
        if (versions.skill >= 0) return level === undefined ? { skill: versions.skill } : { skill: versions.skill, level };
        rest = versions.name;
        continue;
      }
      const shorter = withoutCompanion(rest) ?? withoutLevel(rest);
      if (shorter === undefined) return undefined;
      rest = shorter.name;
      level ??= shorter.level;
    }
    return undefined;
  };

  /** The spellings of a name that are one name: "ReactJS" and "React.js", "Mongo DB", "microservice", "Apache Kafka". */
  function spelledAs(text: string): number {
    const whole = find(text);
    if (whole >= 0) return whole;
    const squeezed = text.length >= 6 && separator.test(text) ? find(text.replace(/[\s\p{Pd}_]+/gu, '')) : -1;
    if (squeezed >= 0) return squeezed;
    const script = /^(.{2,})(?<![\s.])[\s.]?js$/iu.exec(text)?.[1];
    if (script !== undefined) {
      for (const form of [`${script}.js`, `${script}js`]) {
        const skill = find(form);
        if (skill >= 0) return skill;
      }
      // "Go.js" is no Go.
      const skill = findProduct(script);
      if (skill >= 0 && catalog.skill(skill).kind !== 'language') return skill;
    }
    // "REST API's" is more than one of them, "Let's Encrypt" is found before.
    const plural = /^(.+\p{L})['’]s$/iu.exec(text)?.[1];
    if (plural !== undefined) {
      const skill = find(`${plural}s`);
      if (skill >= 0) return skill;
    }
    const maker = makers.find((name) => text.length > name.length + 2 && text.toLowerCase().startsWith(`${name} `));
    if (maker !== undefined) {
      const skill = findProduct(text.slice(maker.length + 1));
      if (skill >= 0) return skill;
    }
    return inOtherNumber(text);
  }

  /** "Microservice" for microservices. Names of products have one number. */
  function inOtherNumber(text: string): number {
    if (text.length < 5 || !/\p{L}{4}$/u.test(text) || /ss$/i.test(text)) return -1;
    const skill = find(/s$/i.test(text) ? text.slice(0, -1) : `${text}s`);
    const kind = skill < 0 ? undefined : catalog.skill(skill).kind;
    return kind !== undefined && !isProduct(kind) ? skill : -1;
  }

  /** The name before its versions; `skill` where its first version makes a name that is known, "ES2015/16", or where they are joined, "Python3". */
  function withoutVersions(text: string): { name: string; skill: number } | undefined {
    for (const { index, 0: gap } of text.matchAll(versionStart)) {
      const first = index === 0 ? null : onlyVersions.exec(text.slice(index + gap.length));
      if (first === null) continue;
      const name = text.slice(0, index);
      const edition = find(name + gap + (first.groups?.['first'] ?? ''));
      if (edition >= 0 || gap !== '') return { name, skill: edition };
      // "EC2", "Auth0", "Web3": a digit that is joined to a name is a version of a product with a name of some length alone.
      const skill = /\p{L}{3}$|[#+]$/u.test(name) ? spelledAs(name) : -1;
      return skill >= 0 && isProduct(catalog.skill(skill).kind) ? { name, skill } : undefined;
    }
    return undefined;
  }

  function withoutLevel(text: string): { name: string; level?: Level } | undefined {
    const low = text.toLowerCase();
    const lead = leads.find(({ words }) => low.startsWith(`${words} `));
    if (lead !== undefined) {
      const name = text.slice(lead.words.length + 1);
      return lead.level === undefined ? { name } : { name, level: lead.level };
    }
    const tail = /^(?<name>.*[^\s\p{Pd}:=])(?<gap>\s?[:=\p{Pd}]\s?|\s)(?<word>[\p{L}\d]+)$/u.exec(text)?.groups;
    const { name = '', gap = '', word = '' } = tail ?? {};
    const level = Object.hasOwn(levelTails, word.toLowerCase())
      ? levelTails[word.toLowerCase()]
      : levelOfForm(catalog.scale, word);
    if (level === undefined) return undefined;
    // Without a sign between, "Scrum Master" and "No Code" are names.
    return /[:=]/.test(gap) || (level > 0 && !/^\d/.test(word) && !titleWords.has(word.toLowerCase()))
      ? { name, level }
      : undefined;
  }
}

/** "JavaScript programming language" without its last word that says nothing more. */
function withoutCompanion(text: string): { name: string; level?: Level } | undefined {
  const { name = '', word = '' } = /^(?<name>.*[^\s\p{Pd}_])[\s\p{Pd}_]+(?<word>\p{L}+)$/u.exec(text)?.groups ?? {};
  return companions.has(word.toLowerCase()) ? { name } : undefined;
}

/** Whether a text says nothing by itself: "8/11", "programming language". */
export function isAside(text: string): boolean {
  return onlyVersions.test(text) || text.split(separator).every((word) => companions.has(word.toLowerCase()));
}

/** What may stand before a name, longest first, with the level it says. */
function leadingWords({ scale }: Catalog): { words: string; level?: Level }[] {
  const said = levelWords(scale)
    .map((word) => ({ word: word.toLowerCase(), level: levelOfWord(scale, word) ?? 0 }))
    .filter(({ word, level }) => level > 0 && (word === 'learning' || !titleWords.has(word)));
  const leads = said.flatMap(({ word, level }) =>
    ['', ' in', ' with', ' at', ' knowledge of'].map((joint) => ({ words: word + joint, level })),
  );
  return [...leads, ...openings.map((words) => ({ words }))].sort((a, b) => b.words.length - a.words.length);
}
