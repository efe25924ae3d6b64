import { describe, expect, test } from 'vitest';
import { warningsOnParagraph } from '../../../helpers/judging.ts';

type Case = [what: string, language: string, text: string, quote: string, keeps: string, drops: string];

const CASES: Case[] = [
  [
    'a doubt',
    'en',
    'The judge doubts that the trial will begin.',
    'the trial will begin',
    'The judge doubts that the trial will begin',
    'The trial will begin',
  ],
  [
    'a doubt',
    'de',
    'Die Kammer bezweifelt, dass der Plan hilft.',
    'der Plan hilft',
    'Die Kammer bezweifelt, dass der Plan hilft',
    'Der Plan hilft',
  ],
  [
    'a doubt',
    'uk',
    'Фермери сумніваються, що коштів вистачить.',
    'коштів вистачить',
    'Фермери сумніваються, що коштів вистачить',
    'Коштів вистачить',
  ],
  [
    'a thing not done yet',
    'en',
    'The divers have yet to reach the wreck.',
    'to reach the wreck',
    'The divers have not reached the wreck',
    'The divers reach the wreck',
  ],
  [
    'a negation that ends in the quote',
    'en',
    'The drug failed to lower blood pressure.',
    'to lower blood pressure',
    'The drug failed to lower blood pressure',
    'The drug lowers blood pressure',
  ],
  [
    'an assumption',
    'ru',
    'Судно, как предполагается, столкнулось с катером.',
    'столкнулось с катером',
    'Судно, предположительно, столкнулось с катером',
    'Судно столкнулось с катером',
  ],
  [
    'the conditional of any verb',
    'fr',
    'Le tramway coûterait trois euros.',
    'Le tramway coûterait trois euros',
    'Le tramway coûterait trois euros',
    'Le tramway coûte trois euros',
  ],
  [
    'the German form of reported speech',
    'de',
    'Der Bankier habe Geld versteckt, so die Anklage.',
    'habe Geld versteckt',
    'Der Bankier hat Geld versteckt, so die Anklage',
    'Der Bankier hat Geld versteckt',
  ],
  [
    'who claims it',
    'en',
    'There, Ben Zanni claims that a partner filed the papers in secret.',
    'a partner filed the papers in secret',
    'A partner filed the papers in secret, Zanni says',
    'A partner filed the papers in secret',
  ],
];

describe('a card of the outlet keeps', () => {
  test.each(CASES)('%s (%s)', (_, language, text, quote, keeps, drops) => {
    const says = (claim: string) => warningsOnParagraph({ language, text, quote, claim, attribution: ['Daily Post'] });
    expect(says(keeps)).toEqual([]);
    expect(says(drops)).toContainEqual(expect.stringMatching(/^(hedge|negation)-dropped: /));
  });
});

test.each([
  ['“suggests that” behind the quote', 'en', 'The survey of many workers suggests that firms change.', 'many workers'],
  [
    'a clause about its last word',
    'en',
    'The president blocked the assets, which were suspected of use by spies.',
    'blocked the assets',
  ],
  ['“without doubt”', 'fr', 'Nul doute que le pont ouvre.', 'le pont ouvre'],
  ['“without doubt”', 'es', 'Sin duda, el puente abre hoy.', 'el puente abre hoy'],
])('%s is no hedge of the quote (%s)', (_, language, text, quote) => {
  expect(warningsOnParagraph({ language, text, quote, claim: quote, attribution: ['Daily Post'] })).toEqual([]);
});
