/** Sentences that adverts of all trades share: benefits, equal opportunity, privacy, pay. They ask for nothing. */
const shared =
  /\bequal[- ](?:employment )?opportunit|\bregardless of\b|\b(?:race|religion|gender|disabilit\p{L}+)\b[^.]{0,80}\b(?:race|religion|gender|orientation|origin|disabilit|veteran|age)|\breasonable accommodation|\bdiscriminat|\bprivacy (?:notice|policy|statement)|\b(?:candidate|applicant|personal) (?:information|data)\b[^.]{0,60}\b(?:treated|processed|stored|collected|handled|accordance)|\b(?:pay|salary|compensation|base) (?:range|band|is|package)|\bleveling guidelines|\b401\(?k|\bpaid (?:time off|leave|holiday|vacation|parental)|\b(?:flexible|flexitime|casual)(?: working)? (?:hours|time|schedule|work attire|dress)|\bparental leave|\bhealth(?:care)? (?:insurance|plan|benefits)|\bdental\b|\bpension\b|\bwork attire|\bdays of (?:vacation|holiday|leave)|\btraining budget|\bstock options|\bbackground check|\b(?:18|21|eighteen) years (?:of age|old|or older)|\bat least (?:18|21) years/iu;

/** Whether a sentence belongs to what every advert says, whatever the job. */
export function isBoilerplate(sentence: string): boolean {
  return shared.test(sentence);
}

const behindAge = /^\s*(?:,?\s*(?:ago|old|of age|or older|in business|in the (?:market|industry|business)|running|young)\b)/iu;
const asks =
  /\b(?:you|your|candidates?|applicants?|must|requir\p{L}+|minimum|at least|need(?:ed|s)?|looking for|ideal\p{L}*|who (?:has|have))\b/iu;
const employer =
  /\b(?:we|our|us|company|founded|established|since|firm|customers|clients)\b|\b\p{Lu}[\p{L}\d]+ (?:has|have|is|are|brings|was|develops?|builds?|offers?)\b|\b(?:has|have) (?:been|developed|built|served|helped|provided|delivered|worked)\b/u;

/**
 * Whether years in a sentence are asked of the person, and are not the age of a company or of a person.
 *
 * @param end where they end in it
 */
export function asksForYears(sentence: string, end: number, isListed: boolean): boolean {
  if (behindAge.test(sentence.slice(end))) return false;
  if (asks.test(sentence)) return true;
  return isListed ? !/\b(?:founded|established|has been|we have)\b/iu.test(sentence) : !employer.test(sentence);
}
