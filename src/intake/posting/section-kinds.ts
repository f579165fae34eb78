import type { Grade } from './cues.ts';

export type SectionKind = 'demands' | 'extras' | 'tasks' | 'aside' | 'plain';

const sectionKinds: readonly (readonly [SectionKind, RegExp])[] = [
  [
    'extras',
    /nice[- ]to[- ]have|bonus|preferred|desirable|\bplus\b|advantage|optional|good to have|additional skills|von vorteil|wünschenswert|atouts?\b|souhaité|deseable|se valora|diferencia(?:l|is)|desejável|gradit|pluspunt|mile widziane|加分|优先|優遇|歓迎|우대/i,
  ],
  [
    'aside',
    /benefits?\b|we offer|\boffer\b|perks|compensation|salary|pay range|about (?:us|the company)|who we are|equal opportunit|how to apply|apply now|privacy|data protection|(?:working|life) (?:at|with) |why (?:join|work|us\b)|our (?:culture|values|mission|story|company)|diversity|inclusion|accommodations?|legal notice|wir bieten|über uns|nous offrons|avantages|qui sommes|ofrecemos|beneficios|oferecemos|benefícios|offriamo|chi siamo|wij bieden|over ons|oferujemy|o nas|福利|待遇|関于我们|会社概要|복리|혜택|회사 ?소개/i,
  ],
  [
    'demands',
    /requirements?|must[- ]have|required|qualifications?|essential|what you(?:['’]ll)? (?:need|bring|have)|you (?:have|bring)|your (?:profile|skills)|skills|experience|who you are|competenc|we expect|looking for|anforderung|ihr profil|dein profil|profil recherché|compétences|requis|requisit|requisitos|conocimientos|competenze|eisen|wymagania|要求|要件|資格|자격|필수/i,
  ],
  [
    'tasks',
    /responsibilit|what you(?:['’]ll| will) do|tasks|duties|your role|the role|day[- ]to[- ]day|aufgaben|missions|responsabilidad|responsabilità|mansioni|taken\b|obowiązki|职责|職務|業務|업무/i,
  ],
];

/** What a section's heading says about the skills below it. */
export function sectionKindOf(heading: string): SectionKind {
  return sectionKinds.find(([, says]) => says.test(heading))?.[0] ?? 'plain';
}

/** The importance of what a section names without saying more. */
export const gradeOfSection: Readonly<Record<SectionKind, Grade>> = {
  demands: 'essential',
  extras: 'helpful',
  tasks: 'important',
  aside: 'helpful',
  plain: 'important',
};
