/** Degrees that roles and people name, the highest first. */
export const degreeLevels = ['doctorate', 'master', 'bachelor', 'associate', 'bootcamp', 'secondary'] as const;
export type DegreeLevel = (typeof degreeLevels)[number];

/**
 * How degrees are written, in English, German, French, Spanish, Portuguese, Italian, Dutch, Polish, Chinese, Japanese and
 * Korean. `words` count in any letters, `marks` as they are spelled: "MS" is a degree, "ms" is not.
 */
const written: Readonly<Record<DegreeLevel, { readonly words: string; readonly marks?: string }>> = {
  doctorate: {
    words:
      'ph\\.?\\s?d|d\\.?\\s?phil|doctora(?:l|te|t|do)|doctor of|doktor\\p{L}*|promotion zum|doutorado|dottorato|doktorat|thèse de doctorat|博士(?:学位)?|박사',
    marks: 'Dr\\.(?:[- ]?Ing\\.?|\\s?rer\\.?)?|Eng\\.?D\\.?',
  },
  master: {
    words:
      "(?<!scrum )master(?:['’]?s)?(?= |$|[,;.)/])(?! (?:data|branch))|m\\.\\s?sc|msc|m\\.?eng|m\\.?\\s?tech|m\\.?phil|mphys|mmath|mchem|mres|mba|mca|diplom(?!a|[eè])(?:-?\\p{L}+)?|dipl\\.?-?\\s?\\p{L}+|magister|maestr[ií]a|máster|mestrado|laurea (?:magistrale|specialistica)|diplôme d['’]ingénieur|硕士|碩士|修士|석사",
    marks: 'M\\.\\s?S\\.?|MS|M\\.\\s?A\\.?|MA|M\\.\\s?E\\.|DEA|DESS|Mag\\.|mgr|ME(?= in )',
  },
  bachelor: {
    words:
      "bachelor(?:['’]?s)?|b\\.?\\s?sc|b\\.?eng|b\\.?\\s?tech|bca|undergraduate degree|licence|licenciatura|licenciado|ingenier[ií]a|grado en|bacharel(?:ado)?|graduação|laurea(?: triennale)?|licencjat|inżynier|学士|學士|本科|학사",
    marks: 'B\\.\\s?S\\.?|BS|B\\.\\s?A\\.?|BA|B\\.\\s?E\\.|BE(?= in )',
  },
  associate: {
    words: "associate(?:['’]?s)? (?:degree|of|in)|foundation degree|大专|专科|전문학사",
    marks: 'A\\.\\s?A\\.?\\s?S\\.?|A\\.\\s?S\\.|DUT|BTS|HND',
  },
  bootcamp: { words: 'boot ?camp' },
  secondary: {
    words:
      'secondary (?:school|education)|high school|abitur|matura|baccalaur[ée]at|bachillerato|ensino médio|diploma di maturità|高中|高校卒業|고등학교',
    marks: 'GCSEs?|A-levels?',
  },
};

const edge = (body: string, flags: string): RegExp =>
  new RegExp(`(?<![\\p{Script=Latin}\\p{N}.])(?:${body})(?![\\p{Script=Latin}\\p{N}])`, flags);
const patterns = degreeLevels.map((level) => {
  const { words, marks } = written[level];
  return { level, says: [edge(words, 'iu'), ...(marks === undefined ? [] : [edge(marks, 'u')])] };
});

/** The degrees that a text names, the highest first. Meant for what is known to speak of education. */
export function degreesIn(text: string): DegreeLevel[] {
  // 전문학사 and associate's hold the word of the next degree.
  return patterns.filter(({ says }) => says.some((one) => one.test(text))).map(({ level }) => level);
}

/** Two letters are a degree in running text only with a subject behind them: "MS in Physics", not "MS Office". */
const surely =
  /(?<!\p{L})(?:bachelor|master(?:['’]?s degree| of | in |['’]s)|ph\.?\s?d|b\.?\s?sc|m\.?\s?sc|b\.?\s?tech|m\.?\s?tech|boot ?camp|(?:[BM]\.\s?[AS]\.|BS|MS|BA|MA)(?=,? (?:in|degree|of)\b)|dipl\.-?|diplom-|laurea|licence (?:en|de|pro)|licenciatura|maestría|学士|本科|硕士|博士|修士)(?![\p{Script=Latin}])/u;
const surelyAnyCase = new RegExp(surely.source, 'iu');

/** Whether a line that may speak of anything names a degree. */
export function namesDegree(line: string): boolean {
  return surely.test(line) || (surelyAnyCase.test(line) && !/\b(?:ms|bs|ba|ma)\b/i.test(line));
}

const subject = new RegExp(
  `(?:${surely.source}|\\bdegrees?\\b|\\bgraduate|\\bPh\\.?\\s?D)(?:[^,.;:\\n]{0,60}?\\b(?:in|of)\\b[^,.;:\\n]{0,60}|[.,]{0,2}\\s{0,3})$`,
  'iu',
);

/** Whether what stands at `start` is what somebody studied: the subject of a degree is no skill by itself. */
export function isStudied(sentence: string, start: number): boolean {
  return subject.test(sentence.slice(Math.max(0, start - 150), start));
}
