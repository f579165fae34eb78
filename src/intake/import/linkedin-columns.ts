import { normaliseLabel } from '../../core/model/label.ts';

/** The columns that are read, under the names that exports have in English, German, French, Spanish, Italian, Portuguese and Dutch. */
const namesOfColumns = {
  name: ['name', 'skill', 'kenntnis', 'nom', 'nombre', 'nome', 'naam'],
  'first name': ['first name', 'vorname', 'prénom', 'nombre', 'nome', 'voornaam'],
  'last name': ['last name', 'nachname', 'nom', 'nom de famille', 'apellidos', 'cognome', 'sobrenome', 'achternaam'],
  title: ['title', 'position', 'titel', 'titre', 'intitulé du poste', 'cargo', 'título', 'qualifica', 'functie'],
  description: ['description', 'beschreibung', 'descripción', 'descrizione', 'descrição', 'beschrijving'],
  headline: ['headline', 'slogan', 'titular', 'sommario', 'título'],
  summary: ['summary', 'zusammenfassung', 'résumé', 'resumen', 'riepilogo', 'resumo', 'samenvatting'],
  'started on': [
    'started on',
    'start date',
    'begonnen am',
    'startdatum',
    'date de début',
    'fecha de inicio',
    'data di inizio',
    'data de início',
  ],
  'finished on': [
    'finished on',
    'end date',
    'beendet am',
    'enddatum',
    'date de fin',
    'fecha de finalización',
    'data di fine',
    'data de término',
  ],
  'degree name': ['degree name', 'abschluss', 'diplôme', 'titulación', 'titolo di studio', 'formação', 'diploma'],
  proficiency: ['proficiency', 'kenntnisniveau', 'niveau', 'nivel', 'nível', 'livello'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type LinkedInColumn = keyof typeof namesOfColumns;

const labelled = new Map(Object.entries(namesOfColumns).map(([column, names]) => [column, names.map(normaliseLabel)]));

/** Where a header has a column; -1 where it has none. */
export function columnIn(header: readonly string[], column: LinkedInColumn): number {
  const names = labelled.get(column) ?? [];
  return header.findIndex((cell) => names.includes(normaliseLabel(cell)));
}
