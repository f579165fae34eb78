/** "(m/w/d)", "(f/m/x)", "(all genders)", "m/w/d": who may apply is no part of the job's name. */
const genderMark =
  /\s*(?:[([]\s*(?:[mwfdxhvg]\s*[/|*,]\s*){1,3}[mwfdxhvg]\*?\s*[)\]]|[([]\s*(?:all genders|any gender|gn|w\/m\/x)\s*[)\]]|(?<=\s)(?:[mwfdx]\/){1,2}[mwfdx](?=\s|$))/giu;
/** What stands before a job's name in adverts: "We are looking for a …", "Job title: …". */
const lead =
  /^(?:(?:come and )?join (?:us|our team|\p{Lu}[\p{L}\d]{1,30}) as|we(?:['’]re| are)(?: currently| now)? (?:hiring|looking for|seeking|searching for)|(?:now |we(?:['’]re| are) )?hiring|wanted|job title|job|vacancy|position|open position|stellenangebot|wir suchen|gesucht|offre d['’]emploi|se busca)\s*[:–-]?\s*(?:(?:an?|the|our next|eine?n?|une?)\s+)?(?=\p{L})/iu;
/** A slogan behind the name, from a sentence's sign on. */
const slogan = /\s*[!?…]+.*$|\s+[–—|-]\s+(?:join|come|help|build|shape|work with|be part|apply|make)\b.*$/iu;

/** A job's name without the links, slogans and marks around it; the text itself where that leaves nothing. */
export function titleIn(text: string): string {
  const plain = text
    .slice(0, 500)
    .replace(/!?\[([^\][]*)\](?:\([^()]*\))?/g, '$1')
    .replace(/<?https?:\/\/\S+>?/g, ' ')
    .replace(/[*_`#]+/g, ' ')
    .replace(genderMark, ' ')
    .replace(/(?<=\p{L})(?::|\*|_|\/-?)in(?:nen)?(?!\p{L})/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  const named = plain
    .replace(lead, '')
    .replace(slogan, '')
    .replace(/^[\s:–—|-]+|[\s:–—|,;-]+$/g, '');
  return named === '' ? plain || text : named;
}
