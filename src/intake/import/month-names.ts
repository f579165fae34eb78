/** Months as people write them in English, German, French, Spanish, Italian, Portuguese, Dutch and Polish, without accents; Chinese, Japanese and Korean count them. */
const namesOfMonths: readonly string[] = [
  'jan january januar janv janvier ene enero gen gennaio janeiro januari sty styczen stycznia',
  'feb february februar fev fevr fevrier febrero febbraio fevereiro februari lut luty lutego',
  'mar march marz maerz mrz mars marzo marco maart mrt marzec marca',
  'apr april avr avril abr abril aprile kwi kwiecien kwietnia',
  'may mai mayo mag maggio maio mei maj maja',
  'jun june juni juin junio giu giugno junho cze czerwiec czerwca',
  'jul july juli juil juillet julio lug luglio julho lip lipiec lipca',
  'aug august aout ago agosto augustus sie sierpien sierpnia',
  'sep sept september septembre septiembre set settembre setembro wrz wrzesien wrzesnia',
  'oct october okt oktober octobre octubre ott ottobre out outubro paz pazdziernik pazdziernika',
  'nov november novembre noviembre novembro lis listopad listopada',
  'dec december dez dezember decembre dic diciembre dicembre dezembro gru grudzien grudnia',
];

const monthByName: ReadonlyMap<string, number> = new Map(
  namesOfMonths.flatMap((names, i) => names.split(' ').map((name) => [name, i + 1] as const)),
);

/** The month, 1 to 12, that a word names, in full or cut short: "Mar", "März", "sept."; nothing for other words. */
export function monthNamed(word: string): number | undefined {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').replace(/\.$/, '').toLowerCase();
  return monthByName.get(plain);
}

/** A year and a month as `2019-03`; a year alone where there is no month. */
export function dateText(year: number | string, month: number | undefined): string {
  return month === undefined ? String(year) : `${year}-${String(month).padStart(2, '0')}`;
}
