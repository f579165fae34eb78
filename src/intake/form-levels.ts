import type { Level } from '../core/model/scale.ts';

/**
 * Words of level beside those of the scale, as CV formats and people write them: LinkedIn's for languages, the CEFR's grades,
 * what forms offer, and the usual ones of German, French, Spanish, Portuguese, Italian, Dutch, Polish, Chinese, Japanese and Korean.
 */
const words = {
  1: `a1 | elementary proficiency | basics | fundamentals | aware | rudimentary | entry level | grundkenntnisse | grundlagen | anfänger |
    débutant | notions | bases | principiante | básico | nociones | iniciante | noções | base | nozioni | beginner | basis | podstawowy |
    początkujący | 入门 | 初级 | 了解 | 初級 | 初心者 | 초급 | 입문`,
  2: `a2 | limited working | limited working proficiency | junior | some | fair | below average | erweiterte grundkenntnisse |
    elementare | elementaire kennis`,
  3: `b1 | b2 | mid | middle | medium | mid level | average | sufficient | proficiency | mittel | fortgeschrittene kenntnisse |
    gute kenntnisse | gut | intermédiaire | moyen | intermedio | medio | intermediário | médio | bueno | bom | buono | discreto |
    gemiddeld | goed | redelijk | średniozaawansowany | dobry | 熟悉 | 掌握 | 中级 | 中級 | 一人で実装できる | 중급`,
  4: `c1 | full professional | full professional proficiency | professional working | professional working proficiency | fluent |
    professional | very good | excellent | experienced | above average | high | upper intermediate working | fortgeschritten |
    sehr gut | sehr gute kenntnisse | fließend | verhandlungssicher | erfahren | avancé | confirmé | courant | très bien | bilingue professionnel |
    avanzado | muy bueno | fluido | avançado | fluente | muito bom | avanzato | ottimo | ottima | fluente | gevorderd | vloeiend |
    ervaren | zeer goed | zaawansowany | biegły | bardzo dobry | 熟练 | 熟練 | 高级 | 上級 | 設計から一人でできる | 流利 | 고급`,
  5: `c2 | native | native speaker | mother tongue | native or bilingual | native or bilingual proficiency | bilingual | first language |
    lead | outstanding | muttersprache | muttersprachler | experte | expertin | langue maternelle | bilingue | nativo | lengua materna |
    experto | experta | especialista | língua materna | nativa | madrelingua | esperto | esperta | moedertaal | ojczysty | ekspert |
    精通 | 专家 | 母语 | 母語 | エキスパート | ネイティブ | 指導できる | 전문가 | 모국어`,
};

const levels = [1, 2, 3, 4, 5] as const satisfies readonly Level[];

/** The level of each word. */
export const formLevels: ReadonlyMap<string, Level> = new Map(
  levels.flatMap((level) => words[level].split('|').map((word) => [word.replace(/\s+/g, ' ').trim(), level] as const)),
);
