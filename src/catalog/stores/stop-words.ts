/** Words of questions and of grammar, which a search can ignore. Pure. */

/**
 * By language, without accents. A word that means something in another of the languages is missing: the German "war" is a
 * war in English.
 */
const STOP_WORDS: Record<string, string> = {
  en: `a about after all am an and any are as at be been before by can could did do does for from had has have he her his how
    i if in into is it its many me much my of on or our she so than that the their them there they this those to us was we were
    what when where which who whom whose why will with would you your`,
  de: `aber als am auf aus bei bis da das dass dem den der des die du ein eine einem einen einer eines er es fur gibt hat haben
    hatte ich ihr ihre ihrer im ist mit nach nicht oder sein seine sich sie sind uber um und viel viele vielen vom von vor wann
    waren warum was welche welchem welchen welcher welches wem wen wer wessen wie wieso wieviel wieviele wir wird wo worden wurde wurden
    zu zum zur`,
  es: `a al como con cual cuales cuando cuanta cuantas cuanto cuantos de del desde donde el ella ellos en era eran es esta este estan
    fue fueron ha habia han hay hubo la las le les lo los mas o para pero por porque que quien quienes se segun ser sobre su sus un una y`,
  uk: `або але але був була були було в від де для до з за звідки і із й його коли котрий кого ким кому куди на навіщо не них об
    он по про с скільки та так те ти то у хто це ця ці чи чий чого чому що щоб як яка яке який яких якого які якою є її їх їхній`,
};

const fold = (word: string) => word.normalize('NFKD').replace(/\p{M}/gu, '');
const STOPS = new Set(Object.values(STOP_WORDS).flatMap((words) => words.split(/\s+/).map(fold)));

/** Whether a search can ignore a folded word. */
export const isStopWord = (word: string): boolean => STOPS.has(word);
