/**
 * Whole headings of CVs, as parts of a pattern without its case: English first, then German, French, Spanish, Portuguese,
 * Italian, Dutch, Polish, Chinese, Japanese and Korean.
 */
export const headingWords = {
  /** What the person is learning now. */
  learning:
    "(?:currently |now |still )?(?:learning|studying|exploring)(?: now| currently| next)?|in progress|lerne (?:gerade|derzeit)|en cours d['’]apprentissage|aprendiendo|aprendendo|sto imparando|leer ik nu|uczę się|正在学习|学習中|학습 중",
  /** What the person would like to learn or do. */
  wished:
    "(?:technical |professional |other )?interest(?:s|ed in)|(?:want|would like|plan|hope) to learn|to learn|learning goals?|wish ?list|not yet|no experience|möchte ich lernen|interessen|intérêts?|centres d['’]intérêt|intereses|interesses|interessi|interesses|zainteresowania|兴趣|興味|관심 ?분야",
  education:
    '(?:schul|aus|weiter|fort)?bildung(?:sweg)?|studium|zertifikate|formations?|études|diplômes|educación|formación(?: académica)?|estudios|istruzione(?: e formazione)?|formazione|opleiding(?:en)?|educação|formação(?: acadêmica| académica)?|wykształcenie|edukacja|certyfikaty|教育(?:背景|经历)?|学历|學歷|証書|学歴|資格|학력|교육|자격증',
  other:
    '(?:it-?)?kenntnisse|fähigkeiten|projekte|ehrenamt|sprachen|kontakt|compétences(?: techniques)?|projets|langues|loisirs|habilidades|idiomas|proyectos|competências|projetos|competenze|progetti|lingue|vaardigheden|projecten|talen|umiejętności|projekty|języki|(?:专业|专业的)?技能|个人信息|项目(?:经验|经历)?|语言|自我评价|スキル|プロジェクト|語学|기술|프로젝트|언어',
  work: 'berufserfahrung|(?:beruflicher )?werdegang|berufliche (?:stationen|laufbahn|erfahrung)|praxis|expériences?(?: professionnelles?)?|parcours professionnel|experiencia(?: laboral| profesional)?|esperienz[ae](?: professional[ei]| lavorativ[ae])?|werkervaring|experiência(?: profissional)?|doświadczenie(?: zawodowe)?|工作(?:经验|经历)|工作經驗|职业经历|職歴|職務経歴|경력(?: ?사항)?',
} as const;
