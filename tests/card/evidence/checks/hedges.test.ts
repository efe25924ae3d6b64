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
  [
    'a plan',
    'en',
    'The ministry plans to build a bridge in Portsea.',
    'to build a bridge',
    'The ministry plans to build a bridge',
    'The ministry builds a bridge',
  ],
  [
    'what will be',
    'en',
    'The council will send 200 guards to the pier.',
    'will send 200 guards',
    'The council is to send 200 guards to the pier',
    'The council sent 200 guards to the pier',
  ],
  [
    'what is thought about',
    'en',
    'The union is considering a strike in May.',
    'a strike in May',
    'The union considers a strike in May',
    'The union is on strike in May',
  ],
  [
    'what is not finished',
    'en',
    'A second harbour is under construction.',
    'A second harbour',
    'A second harbour is being built',
    'There is a second harbour',
  ],
  [
    'a plan',
    'de',
    'Die Stadt plant, eine Brücke zu bauen.',
    'eine Brücke zu bauen',
    'Die Stadt plant eine Brücke',
    'Die Stadt baut eine Brücke',
  ],
  [
    'a plan',
    'fr',
    'La ville envisage de construire un pont.',
    'construire un pont',
    'La ville envisage un pont',
    'La ville construit un pont',
  ],
  [
    'a plan',
    'es',
    'La ciudad planea construir un puente.',
    'construir un puente',
    'La ciudad planea un puente',
    'La ciudad construye un puente',
  ],
  [
    'a plan',
    'uk',
    'Місто планує збудувати міст.',
    'збудувати міст',
    'Місто планує збудувати міст',
    'Місто збудувало міст',
  ],
  [
    'what was left open',
    'en',
    'The mayor did not rule out a ban.',
    'did not rule out a ban',
    'The mayor did not rule out a ban',
    'The mayor ruled out a ban',
  ],
  [
    'what was left open',
    'en',
    'The mayor refused to rule out a ban.',
    'refused to rule out a ban',
    'A ban is possible',
    'The mayor announced a ban',
  ],
  [
    'what was left open',
    'de',
    'Der Rat schließt ein Verbot nicht aus.',
    'schließt ein Verbot nicht aus',
    'Der Rat schließt ein Verbot nicht aus',
    'Der Rat schließt ein Verbot aus',
  ],
  [
    'what was left open',
    'fr',
    'Le maire n’a pas exclu une grève.',
    'n’a pas exclu une grève',
    'Le maire n’a pas exclu une grève',
    'Le maire a exclu une grève',
  ],
  [
    'what was left open',
    'es',
    'El alcalde no descarta una huelga.',
    'no descarta una huelga',
    'El alcalde no descarta una huelga',
    'El alcalde descarta una huelga',
  ],
  [
    'what was left open',
    'uk',
    'Мер не виключає страйку.',
    'не виключає страйку',
    'Мер не виключає страйку',
    'Мер відкидає страйк',
  ],
  [
    'what was agreed',
    'en',
    'The council has agreed to host a fair in June.',
    'agreed to host a fair',
    'The council agrees to a fair',
    'The council hosts a fair',
  ],
  [
    'what is wanted',
    'en',
    'The mayor wants a bridge for the town.',
    'wants a bridge for the town',
    'The mayor wants a bridge',
    'The town has a bridge',
  ],
  [
    'what is planned',
    'en',
    'A new camp is planned in the north.',
    'A new camp',
    'A camp is planned',
    'There is a new camp',
  ],
  [
    'what is prepared',
    'en',
    'The army is preparing to attack the town.',
    'preparing to attack the town',
    'The army prepares an attack',
    'The army attacked the town',
  ],
  [
    'what will be, in one word',
    'fr',
    'La ville enverra 100 gardes.',
    'enverra 100 gardes',
    'La ville enverra 100 gardes',
    'La ville a envoyé 100 gardes',
  ],
  [
    'what will be, in one word',
    'es',
    'La ciudad enviará 100 guardias.',
    'enviará 100 guardias',
    'La ciudad enviará 100 guardias',
    'La ciudad envió 100 guardias',
  ],
  [
    'what was left open',
    'en',
    'The mayor would neither confirm nor deny the ban.',
    'neither confirm nor deny the ban',
    'The mayor would neither confirm nor deny a ban',
    'The mayor denied the ban',
  ],
  [
    'what was left open',
    'en',
    'A ban is not off the table.',
    'A ban is not off the table',
    'A ban is possible',
    'A ban is off the table',
  ],
];

describe('a card of the outlet keeps', () => {
  test.each(CASES)('%s (%s)', (_, language, text, quote, keeps, drops) => {
    const says = (claim: string) => warningsOnParagraph({ language, text, quote, claim, attribution: ['Daily Post'] });
    expect(says(keeps)).toEqual([]);
    expect(says(drops)).toContainEqual(expect.stringMatching(/^((hedge|negation)-dropped|plan-as-fact): /));
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
  ['“the will of”', 'en', 'It is the will of the people of the town.', 'the will of the people'],
  ['who is to blame', 'en', 'The captain is to blame for the fire.', 'The captain is to blame'],
  [
    'a plan behind other words',
    'en',
    'The old pier was sold, and the council will build a new one.',
    'The old pier was sold',
  ],
  ['“no fewer than”', 'en', 'The port takes no fewer than 300 ships.', 'takes no fewer than 300 ships'],
  ['“not least”', 'en', 'The port grew, not least in winter.', 'The port grew, not least in winter'],
  ['“nicht nur”', 'de', 'Der Hafen liegt nicht nur am Fluss.', 'liegt nicht nur am Fluss'],
  ['the noun “Wohl”', 'de', 'Das dient dem Wohl der Stadt.', 'dient dem Wohl der Stadt'],
  ['“sin embargo”', 'es', 'El puente, sin embargo, abre hoy.', 'El puente, sin embargo, abre hoy'],
  ['“no menos de”', 'es', 'El puerto recibe no menos de 300 barcos.', 'recibe no menos de 300 barcos'],
  ['“ne … que”', 'fr', 'Le port ne compte que 300 bateaux.', 'ne compte que 300 bateaux'],
  ['“plus que jamais”', 'fr', 'Le port grandit plus que jamais.', 'grandit plus que jamais'],
  ['“не тільки”', 'uk', 'Порт росте не тільки влітку.', 'росте не тільки влітку'],
  ['“не более”', 'ru', 'В порту не более 300 судов.', 'не более 300 судов'],
  ['“without doubt”', 'fr', 'Nul doute que le pont ouvre.', 'le pont ouvre'],
  ['“without doubt”', 'es', 'Sin duda, el puente abre hoy.', 'el puente abre hoy'],
])('%s is no hedge of the quote (%s)', (_, language, text, quote) => {
  expect(warningsOnParagraph({ language, text, quote, claim: quote, attribution: ['Daily Post'] })).toEqual([]);
});

describe('a plan stated as a fact in the claim', () => {
  const plan = {
    language: 'en',
    text: 'The ministry plans to build a bridge in Portsea.',
    quote: 'plans to build a bridge',
    claim: 'The ministry builds a bridge',
    attribution: ['Daily Post'],
  };

  test('is rejected with the omitted words and the fix', () => {
    expect(warningsOnParagraph(plan)).toEqual([
      'plan-as-fact: omits “plans to” from the quote. The statement is only planned or intended. Keep it in claim, or set nature to plan or forecast.',
    ]);
  });

  test.each([{ nature: 'plan' }, { nature: 'forecast' }])('is accepted if the card marks the plan: %j', (fields) => {
    expect(warningsOnParagraph({ ...plan, fields })).toEqual([]);
  });

  test('is refused of a card that counts', () => {
    expect(warningsOnParagraph({ ...plan, fields: { nature: 'count' } })).toHaveLength(1);
  });
});

test.each([
  [
    'a plan of a relative clause',
    'The bridge, which will be sold, opened in May.',
    'The bridge, which will be sold, opened in May',
    'The bridge opened in May',
  ],
  [
    'a plan of the clause before',
    'As the army plans to leave, 300 men are in the town.',
    '300 men are in the town',
    '300 men are in the town',
  ],
  [
    'a plan that was carried out',
    'The army had planned the attack for years.',
    'had planned the attack for years',
    'The army had prepared the attack for years',
  ],
  ['a habit', 'It would often rain in the town.', 'would often rain in the town', 'It often rained in the town'],
  ['a way', 'The captain is going to the town.', 'is going to the town', 'The captain is on the way to the town'],
  ['a setting', 'The price is set to 5 euros.', 'The price is set to 5 euros', 'The price is 5 euros'],
])('%s is no plan: %s', (_, text, quote, claim) => {
  expect(warningsOnParagraph({ language: 'en', text, quote, claim, attribution: ['Daily Post'] })).toEqual([]);
});
