import { normaliseLabel } from '../../core/model/label.ts';

/** What a column of a table of people holds. `other`: what such tables hold besides skills. */
export const columnKinds = [
  'id',
  'email',
  'person',
  'first-name',
  'last-name',
  'skill',
  'level',
  'years',
  'assessor',
  'date',
  'other',
] as const;
export type ColumnKind = (typeof columnKinds)[number];

/**
 * The words by which a column is known, in English, German, French, Spanish, Portuguese, Italian and Dutch. They are compared in
 * their normal form, so that case, hyphens and underscores do not matter.
 */
export const headerWords: Readonly<Record<ColumnKind, readonly string[]>> = {
  id: [
    ...['id', 'person id', 'employee id', 'employee number', 'employee no', 'emp id', 'staff id', 'staff number', 'worker id'],
    ...['user id', 'userid', 'personnel number', 'member id', 'uuid', 'guid', 'key', 'external id', 'hr id', 'candidate id'],
    ...['personalnummer', 'mitarbeiternummer', 'mitarbeiter id', 'pers nr', 'matricule', 'identifiant', 'numéro employé'],
    ...['id empleado', 'número de empleado', 'legajo', 'matrícula', 'id funcionário', 'matricola', 'id dipendente'],
    ...['personeelsnummer', 'medewerkernummer', 'medewerker id'],
  ],
  email: [
    ...['email', 'e-mail', 'mail', 'email address', 'e-mail address', 'work email', 'mail address', 'username', 'user name'],
    ...['e-mail-adresse', 'emailadresse', 'adresse e-mail', 'adresse mail', 'courriel', 'correo', 'correo electrónico'],
    ...['endereço de e-mail', 'correio eletrónico', 'indirizzo email', 'indirizzo e-mail', 'e-mailadres', 'emailadres'],
  ],
  person: [
    ...['person', 'name', 'full name', 'employee', 'employee name', 'worker', 'worker name', 'staff', 'staff member', 'member'],
    ...[
      'team member',
      'colleague',
      'user',
      'candidate',
      'candidate name',
      'participant',
      'respondent',
      'consultant',
      'developer',
    ],
    ...['engineer', 'resource', 'resource name', 'people', 'display name', 'your name', 'student'],
    ...['mitarbeiter', 'mitarbeiterin', 'mitarbeitende', 'mitarbeitername', 'beschäftigte', 'angestellter', 'vollständiger name'],
    ...['nom', 'nom complet', 'nom et prénom', 'employé', 'employée', 'salarié', 'salariée', 'personne', 'collaborateur'],
    ...['nombre', 'nombre completo', 'empleado', 'empleada', 'persona', 'trabajador', 'colaborador'],
    ...['nome', 'nome completo', 'funcionário', 'pessoa', 'empregado', 'trabalhador'],
    ...['dipendente', 'impiegato', 'collaboratore', 'lavoratore', 'nominativo', 'nome e cognome'],
    ...['naam', 'volledige naam', 'medewerker', 'werknemer', 'persoon', 'collega'],
  ],
  'first-name': [
    ...['first name', 'firstname', 'given name', 'forename', 'vorname', 'prénom', 'primer nombre', 'primeiro nome'],
    ...['voornaam', 'nome di battesimo'],
  ],
  'last-name': [
    ...['last name', 'lastname', 'surname', 'family name', 'nachname', 'familienname', 'nom de famille', 'apellido', 'apellidos'],
    ...['sobrenome', 'apelido', 'cognome', 'achternaam'],
  ],
  skill: [
    ...['skill', 'skills', 'skill name', 'competency', 'competencies', 'competence', 'competences', 'capability', 'capabilities'],
    ...['technology', 'technologies', 'tech', 'tool', 'ability', 'knowledge area', 'subject', 'topic'],
    ...['fähigkeit', 'fähigkeiten', 'kenntnis', 'kenntnisse', 'kompetenz', 'kompetenzen', 'fertigkeit', 'fertigkeiten'],
    ...['technologie', 'technologien', 'thema'],
    ...['compétence', 'compétences', 'aptitude', 'savoir-faire', 'connaissance', 'connaissances'],
    ...['competencia', 'competencias', 'habilidad', 'habilidades', 'conocimiento', 'conocimientos', 'tecnología'],
    ...['competência', 'competências', 'habilidade', 'conhecimento', 'conhecimentos', 'tecnologia'],
    ...['competenza', 'competenze', 'abilità', 'conoscenza', 'capacità'],
    ...['vaardigheid', 'vaardigheden', 'competentie', 'competenties', 'kennis', 'kennisgebied'],
  ],
  level: [
    ...['level', 'levels', 'skill level', 'proficiency', 'proficiency level', 'rating', 'ratings', 'score', 'scores', 'grade'],
    ...[
      'mastery',
      'competency level',
      'competence level',
      'current level',
      'skill rating',
      'skill score',
      'self rating',
      'value',
    ],
    ...['rank', 'expertise', 'knowledge', 'expertise level', 'experience level', 'points', 'proficiency rating', 'assessment'],
    ...['stufe', 'niveau', 'grad', 'bewertung', 'einstufung', 'punkte', 'kompetenzstufe', 'ausprägung', 'beherrschung'],
    ...['note', 'évaluation', 'maîtrise', 'degré', 'nivel', 'puntuación', 'calificación', 'valoración', 'dominio', 'evaluación'],
    ...['nível', 'pontuação', 'classificação', 'avaliação', 'domínio', 'livello', 'punteggio', 'valutazione', 'voto', 'grado'],
    ...['beoordeling', 'beheersing', 'waardering', 'beheersingsniveau'],
  ],
  years: [
    ...['years', 'years of experience', 'experience (years)', 'experience in years', 'yrs', 'total years', 'years experience'],
    ...['jahre', 'berufsjahre', 'jahre erfahrung', 'années', "années d'expérience", 'años', 'años de experiencia', 'anos'],
    ...['anos de experiência', 'anni', 'anni di esperienza', 'jaren', 'jaren ervaring'],
  ],
  assessor: [
    ...['assessor', 'assessed by', 'assessedby', 'rater', 'rated by', 'reviewer', 'reviewed by', 'evaluator', 'source'],
    ...['rating type', 'assessment type', 'bewerter', 'bewertet von', 'bewertet durch', 'évaluateur', 'évalué par', 'evaluador'],
    ...['evaluado por', 'avaliador', 'avaliado por', 'valutatore', 'valutato da', 'beoordelaar', 'beoordeeld door'],
  ],
  date: [
    ...['date', 'on', 'assessed on', 'assessment date', 'rated on', 'date assessed', 'rating date', 'updated', 'last updated'],
    ...['updated at', 'last modified', 'timestamp', 'datum', 'zeitstempel', 'stand', 'horodateur', 'date d’évaluation', 'fecha'],
    ...['marca temporal', 'data', 'data di valutazione', 'carimbo de data/hora', 'informazioni cronologiche', 'tijdstempel'],
  ],
  other: [
    ...['department', 'dept', 'team', 'role', 'job title', 'title', 'position', 'location', 'office', 'manager', 'manager email'],
    ...[
      'notes',
      'comment',
      'comments',
      'evidence',
      'hire date',
      'start date',
      'city',
      'country',
      'phone',
      'division',
      'category',
    ],
    ...['group', 'unit', 'abteilung', 'standort', 'eintrittsdatum', 'bemerkung', 'vorgesetzter', 'département', 'poste', 'ville'],
    ...['service', 'departamento', 'puesto', 'cargo', 'ciudad', 'cidade', 'reparto', 'ruolo', 'sede', 'afdeling', 'functie'],
    ...['locatie', 'opmerkingen', 'weight', 'target', 'target level', 'required level', 'gender', 'age', 'birth date', 'salary'],
  ],
};

const kinds: ReadonlyMap<string, ColumnKind> = new Map(
  columnKinds.flatMap((kind) => headerWords[kind].map((word): [string, ColumnKind] => [normaliseLabel(word), kind])),
);

/** What the column under a header holds by its own words, with the number of a numbered one ("Skill 2"); nothing for other headers. */
export function readHeaderWord(header: string): { readonly kind: ColumnKind; readonly number: string } | undefined {
  const bare = normaliseLabel(header.replace(/[*:]+\s*$/, ''));
  const kind = kinds.get(bare);
  if (kind !== undefined) return { kind, number: '' };
  const [, word = '', number = ''] = /^(.{2,40}?) ?#?(\d{1,2})$/.exec(bare) ?? [];
  const numbered = kinds.get(word);
  if (numbered === 'skill' || numbered === 'level') return { kind: numbered, number };
  const plain = kinds.get(bare.replace(/ ?[([][^()[\]]{0,40}[)\]]$/, ''));
  return plain === undefined ? undefined : { kind: plain, number: '' };
}
