const numberWords = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'.split(' ');
const yearsPattern = new RegExp(
  `\\b(\\d{1,2}|${numberWords.slice(1).join('|')})\\s*(?:\\+|plus)?(?:\\s*(?:-|–|to)\\s*\\d{1,2})?\\s*\\+?\\s*(?:or more )?(?:of (?:those|these|which) )?(?:full )?(?:years?|yrs?)\\b`,
  'giu',
);

/** "5+ years", "3-5 years" (the lower end), "over eight years": the number, and where it stands. */
export function readYears(sentence: string): { readonly years: number; readonly start: number; readonly end: number }[] {
  return [...sentence.matchAll(yearsPattern)].flatMap((match) => {
    const written = (match[1] ?? '').toLowerCase();
    const word = numberWords.indexOf(written);
    const years = word >= 0 ? word : Number(written);
    return years > 0 && years <= 50 ? [{ years, start: match.index, end: match.index + match[0].length }] : [];
  });
}
