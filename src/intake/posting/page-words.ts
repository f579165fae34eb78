import type { HtmlElement } from '../../documents/markup-text.ts';

/** Elements and roles that pages have around what they are about. */
const besideNames = new Set(['nav', 'footer', 'aside', 'form', 'dialog', 'button']);
const besideRoles = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'complementary',
  'search',
  'dialog',
  'alert',
  'menu',
  'form',
]);

/** Words in the class names of what stands beside an advert. */
const besideWords =
  /(?:^|-)(?:similar|related|recommend(?:ed|ations?)?|suggest(?:ed|ions?)|nav|navbar|navigation|menu|breadcrumbs?|sidebar|footer|cookies?|consent|banner|modal|dialog|popup|tooltip|share|sharing|social|newsletter|subscribe|signin|signup|login|sign-(?:in|up)|log-in|apply-form|application-form|other-(?:jobs|positions|roles|openings)|more-(?:jobs|positions|roles|openings)|people-also(?:-viewed)?|also-viewed|job-alerts?|visually-hidden|sr-only|screen-reader(?:-text)?|advertisement|promo)(?:-|$)/;

const descriptionWords =
  /(?:^|-)(?:(?:job|posting|position|vacancy|role|offer|advert)-?(?:description|details?|body|content|text|ad)|description|jobdescription|posting|vacancy|stellenbeschreibung|jobad)(?:-|$)/;
/** Parts and companions of a description: its title, a button to open it. */
const descriptionParts = /(?:^|-)(?:title|header|heading|button|btn|link|meta|snippet|toggle|icon|company)(?:-|$)/;

/** A heading over other jobs, in the languages that adverts are read in. */
const otherJobs =
  /^(?:(?:similar|related|recommended|other|more|further|latest|featured|new)\s(?:[\p{L}'’&-]+\s){0,3}?(?:jobs?|positions?|roles?|openings?|vacancies|opportunities|postings?|searches)\b|(?:people|others?|candidates|job ?seekers) (?:also|who) \p{L}+|jobs? (?:you (?:may|might)|like this|at other|by|for you)|you (?:may|might) also|recently viewed|explore (?:more|other|collaborative)|get (?:notified|job alerts)|ähnliche\s|weitere (?:stellen|jobs|angebote|positionen)|andere (?:bewerber|stellen)|(?:offres|emplois|postes|annonces) (?:similaires|d['’]emploi similaires|associées)|autres (?:offres|postes|annonces)|(?:empleos|ofertas|trabajos|puestos|vacantes) (?:similares|relacionad[oa]s|parecid[oa]s)|otras ofertas|(?:vagas|ofertas) (?:semelhantes|similares|relacionadas)|outras vagas|(?:offerte|annunci|lavori) simil[ie]|altre (?:offerte|posizioni)|(?:vergelijkbare|soortgelijke|andere|meer) (?:vacatures|banen|functies))/iu;

/** Whether a heading, as text, stands over other jobs than the one of the page. */
export function headsOtherJobs(text: string): boolean {
  return otherJobs.test(text.replace(/^#\s+/, ''));
}

/** Whether an element is one of those that stand around an advert. A header in a section heads that. */
export function isBesideAdvert(element: HtmlElement, isInSection: boolean): boolean {
  const { name, attributes } = element;
  if (besideNames.has(name) || besideRoles.has((attributes['role'] ?? '').toLowerCase())) return true;
  if (attributes['aria-hidden'] === 'true' || (name === 'header' && !isInSection)) return true;
  return namesOf(element).some((word) => besideWords.test(word) && !descriptionWords.test(word));
}

/** Whether no reader of the page sees an element. */
export function isHidden({ attributes }: HtmlElement): boolean {
  const style = attributes['style'] ?? '';
  return (
    (attributes['hidden'] !== undefined && attributes['hidden'] !== 'until-found') ||
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)
  );
}

/** Whether an element is called a job's description, by its class or another of its names. */
export function namesDescription(element: HtmlElement): boolean {
  return (
    element.attributes['itemprop'] === 'description' ||
    namesOf(element).some((word) => descriptionWords.test(word) && !descriptionParts.test(word))
  );
}

/** What an element is called by whoever made the page, each with its words parted by "-": `jobDescription__text` is `job-description-text`. */
function namesOf({ attributes }: HtmlElement): string[] {
  const written = ['class', 'id', 'data-testid', 'data-test', 'data-qa', 'data-automation-id', 'data-ui'].flatMap((key) =>
    (attributes[key] ?? '').split(/\s+/),
  );
  return written
    .filter((name) => name !== '' && name.length <= 100)
    .map((name) =>
      name
        .replace(/(?<=[a-z])(?=[A-Z])/g, '-')
        .toLowerCase()
        .replace(/[^a-z]+/g, '-'),
    );
}
