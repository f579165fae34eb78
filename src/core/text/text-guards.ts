import type { TextWord } from './text-words.ts';

/**
 * Names of products and languages that are English words as well. As such they count only in their own spelling: "Express" is
 * a framework, "express" is not. This is for catalogs that do not say it themselves, such as imported taxonomies; where a label
 * has contexts of its own (`ambiguous`), these decide.
 */
const alsoEnglish: ReadonlySet<string> = new Set(
  `ada angular ant apex appium ash assembly atlas backbone bash basic beam bottle bower box brave buck cake camel capybara carbon
  chef chisel clean cobra confluence confluent consul crystal curl dart dash delta docs dynamo elixir elm ember envoy epic
  express factor falcon flame flask flow flux forge forth fortress ghost gin git go grape grid gulp hack halo harbor hazel helm
  hive http hub icon impala iron jade jest julia karma keras kong lamp lean less lift lime linear lisp loki lotus lucid make
  maven mercury meteor mocha moose moss nest next node nomad nova oracle packer panda parcel perl phoenix pig pike play plan
  poetry prism processing pulse puppet pure racket rails rancher react reason redox relay remix rest ring roll ruby rust sail
  sails salt sass scala scheme scratch script sentry shell sketch slack slick snap solid solr source spark spec spring sql
  square stack stencil storm stripe stylus swift tableau tango thrift torch travis unity vagrant vault vim visa vision vue whisk
  word`.split(/\s+/),
);

/** What may follow an ambiguous name at the start of a sentence, where the capital says nothing. */
const namingWords: ReadonlySet<string> = new Set(
  `language lang programming developer developers engineer engineers code codebase services service framework experience skills
  knowledge expertise ecosystem is or and apis api applications apps`.split(/\s+/),
);

/** After these a single letter is a grade, a vitamin, a part of a document: "vitamin C", "Appendix C", "Series C". */
const letterOwners: ReadonlySet<string> = new Set(
  `vitamin hepatitis series grade class section appendix annex option plan type level part schedule exhibit hall room block
  building terminal gate group team point step item column row form article category tier floor zone`.split(/\s+/),
);

/** "Go to market", "go beyond": the verb, whatever its capital. */
const goesOn: ReadonlySet<string> = new Set(
  'to beyond above for live ahead through further back out over forward with the extra'.split(' '),
);

const seasons: ReadonlySet<string> = new Set(['spring', 'summer', 'autumn', 'winter', 'fall']);

/** Whether a label of one word counts only as it is spelled: two letters or fewer, or an English word besides. */
export function needsOwnSpelling(label: TextWord): boolean {
  // A sign makes a short name plain: nobody writes "c#" for anything else.
  if (/^[\p{L}\p{N}]{1,2}$/u.test(label.folded)) return true;
  // A label that is written like any word claims the word itself.
  return alsoEnglish.has(label.folded) && label.text !== label.folded;
}

/**
 * Whether a label that is ambiguous as a word is not meant at this place: "Go" in go-to-market, "R" in R&D, "C" in vitamin C,
 * initials, seasons. Looks at the neighbouring words and characters only.
 *
 * @param at where the word stands in `words`
 */
export function meansSomethingElse(text: string, words: readonly TextWord[], at: number): boolean {
  const word = words[at] as TextWord;
  const before = words[at - 1];
  const after = words[at + 1];
  const glued = (character: string): boolean => text[word.end] === character || text[word.start - 1] === character;
  // "Go-based" is Go; "go-to-market", "C-level", "e-Go" are not.
  if (glued('-') && !(text[word.end] === '-' && ['based', 'like', 'native'].includes(after?.folded ?? ''))) return true;
  if (seasons.has(word.folded) && /^(?:19|20)\d\d$/.test(after?.folded ?? '')) return true;
  if (glued('&')) return true;
  const isLetter = [...word.folded].length === 1;
  if (isLetter && before !== undefined) {
    if (letterOwners.has(before.folded)) return true;
    if (
      after?.text === '.' &&
      words[at + 2] !== undefined &&
      isCapital(words[at + 2]) &&
      !before.isSeparator &&
      isCapital(before)
    )
      return true;
    // "R & D" with spaces.
    if (before.text === '&' && !isListed(words, at)) return true;
  }
  if (isLetter && after?.text === '&' && [...(words[at + 2]?.folded ?? '')].length === 1) return true;
  if (isLetter && (text[word.end] === "'" || text[word.end] === '’')) return true;
  if (word.folded === 'go' && after !== undefined && goesOn.has(after.folded)) return true;
  const starts = before === undefined || /^[.!?:\n•*(]$/.test(before.text);
  const follows = after !== undefined && !after.isSeparator && after.start - word.end <= 1;
  return starts && follows && !isLetter && !namingWords.has(after.folded) && !isRated(text, after);
}

const levelWords: ReadonlySet<string> = new Set(
  'expert advanced proficient intermediate competent beginner basic basics novice senior junior'.split(' '),
);

/** "SQL advanced", "Go 80 %": what is rated is a name. */
export function isRated(text: string, after: TextWord): boolean {
  const behind = text.slice(after.end, after.end + 3);
  return levelWords.has(after.folded)
    ? /^\s*(?:$|[,;|.)\n])/.test(behind)
    : /^\d{1,3}$/.test(after.text) && /^ ?[%/]/.test(behind);
}

function isCapital(word: TextWord | undefined): boolean {
  return word !== undefined && /^\p{Lu}/u.test(word.text);
}

/** "C, C++ & R": the character before the last item of a list. */
function isListed(words: readonly TextWord[], at: number): boolean {
  return words[at - 3]?.text === ',' || [...(words[at - 2]?.folded ?? '')].length > 1;
}

const negation =
  /(?:\b(?:no|without|instead of|rather than|not|never|lack(?:s|ing)? of|don['’]?t|doesn['’]?t|do not|does not|did not|didn['’]?t|haven['’]?t|have not|isn['’]?t)\b)(?:\s+(?:yet|currently|actually|really|prior|previous|any|much|formal|hands-on|professional|commercial|practical|direct|deep|real|the|a|an|use[ds]?|using|us(?:e|ing)|work(?:ed|ing)?|touch(?:ed)?|tried|learn(?:ed|t)?|experience[ds]?|knowledge|familiar(?:ity)?|required?|need(?:ed)?|know|based|with|in|of|on|for|to|have|had|by))*\s*$/i;
const notOnly = /\bnot\s+(?:only|just|merely)\b/i;

/** Whether what begins at `start` is named to say that it is absent: "not using", "no experience with", "without", "instead of". */
export function isNegated(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 90), start);
  const clause = before.slice(Math.max(...['.', ';', '!', '?', '\n', ','].map((character) => before.lastIndexOf(character))) + 1);
  // Of "no experience with Terraform or Ansible" the second is absent as well.
  const listed = clause.replace(/(\b(?:with|without|using|of|in)\s+)(?:[\p{L}\p{N}.+#]+(?:\s*\/\s*|\s+(?:or|nor)\s+))+$/iu, '$1');
  return negation.test(listed) && !notOnly.test(clause);
}
