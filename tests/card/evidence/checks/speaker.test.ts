import { describe, expect, test } from 'vitest';
import { warningsOnParagraph } from '../../../helpers/judging.ts';

type Case = [how: string, language: string, text: string, quote: string, speaker: string, other: string];

const CASES: Case[] = [
  [
    'beside a verb of doubt or answer',
    'en',
    'Wages rise, Ian Boyle countered. Tess Marlow was there.',
    'Wages rise',
    'Ian Boyle',
    'Tess Marlow',
  ],
  [
    'behind a comma and a title',
    'de',
    'Dana Kern sprach zuerst. Der Präsident der Kammer, Uwe Tann, widersprach: Die Pfeiler seien alt.',
    'Die Pfeiler seien alt',
    'Uwe Tann',
    'Dana Kern',
  ],
  [
    'before a colon and a quotation, whatever the verb',
    'ru',
    'Мария Лунина выступила первой. Затем слово взял Роман Жуков: «Деревья останутся».',
    'Деревья останутся',
    'Роман Жуков',
    'Мария Лунина',
  ],
  [
    'before a word for “that”, whatever the verb',
    'fr',
    'Anaïs Brun a parlé hier. Loïc Perrot a fait savoir que les travaux sont finis.',
    'les travaux sont finis',
    'Loïc Perrot',
    'Anaïs Brun',
  ],
  [
    'as the subject of the sentence before',
    'es',
    'Pilar Donoso dijo que no. El economista Raúl Sanz sonrió ante la cámara. “Los precios caerán”, añadió.',
    'Los precios caerán',
    'Raúl Sanz',
    'Pilar Donoso',
  ],
  [
    'as the subject of the sentence before, with a title',
    'uk',
    'Сергій Дрозд заявив про ризик. Мер міста Антон Весела з ним сперечався. Він зазначив, що вода прибуває.',
    'вода прибуває',
    'Антон Весела',
    'Сергій Дрозд',
  ],
  [
    'behind the possessive of a firm',
    'en',
    'According to RedMark’s Stephens, “We are short of cash.” Rachel Stephens met Bill Ash.',
    'We are short of cash',
    'Rachel Stephens',
    'Bill Ash',
  ],
  [
    'behind “nach Einschätzung von”',
    'de',
    'Nach Einschätzung von Amtsleiter Bodo Reh sind 40 Prozent der Bäume krank. Lena Wolff kam später.',
    'sind 40 Prozent der Bäume krank',
    'Bodo Reh',
    'Lena Wolff',
  ],
  [
    'behind a quotation, whatever the verb',
    'de',
    'Nora Beck kam zuerst. „Das wird teuer“, frotzelte Kai Lorenz.',
    'Das wird teuer',
    'Kai Lorenz',
    'Nora Beck',
  ],
  [
    'before a pronoun and the verb',
    'es',
    'Habló Luis Paz. Clara Ruiz le dijo que el plan funciona.',
    'el plan funciona',
    'Clara Ruiz',
    'Luis Paz',
  ],
  [
    'before a colon and no quotation',
    'ru',
    'Кирилл Юдин ждёт роста. Его коллега Софья Маркина качает головой: зерно подешевеет.',
    'зерно подешевеет',
    'Софья Маркина',
    'Кирилл Юдин',
  ],
  [
    'and not as the listener',
    'en',
    'Ivan Petrov met his minister, Oleg Sidorov, and told him that the army can help. Ivan Petrov left.',
    'the army can help',
    'Ivan Petrov',
    'Anna Karp',
  ],
];

describe('the speaker of a card is named', () => {
  test.each(CASES)('%s (%s)', (_, language, text, quote, speaker, other) => {
    const by = (name: string) =>
      warningsOnParagraph({ language, text, quote, claim: quote, attribution: [name, 'Daily Post'] });
    expect(by(speaker)).toEqual([]);
    expect(by(other)).toContainEqual(expect.stringMatching(/^speaker-/));
  });
});

test('the outlet alone is not the speaker of a quote between quotation marks', () => {
  const text = 'Mayor Ann Ray met the press. “We built every quay,” she said. The quays are old.';
  const warningsFor = (quote: string, attribution: string[]) =>
    warningsOnParagraph({ language: 'en', text, claim: 'The quays', quote, attribution });
  expect(warningsFor('We built every quay', ['Daily Post'])).toEqual([
    'outlet-as-speaker: is the outlet, “Daily Post”, but the text has the quote between quotation marks, and the nearest speaker is “Ann Ray”. Name who says the words before the outlet.',
  ]);
  expect(warningsFor('We built every quay', ['Ann Ray', 'Daily Post'])).toEqual([]);
  expect(warningsFor('The quays are old', ['Daily Post'])).toEqual([]);
});
