import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { QuotedCard } from '../../../../src/card/card.ts';
import type { Warning } from '../../../../src/card/evidence/checks/findings.ts';
import { Source } from '../../../../src/card/source.ts';
import { readHtml } from '../../../../src/page/html-text.ts';
import { judgingOf, warningsOf } from '../../../helpers/judging.ts';

const FOLDER = join(import.meta.dirname, '../../../fixtures/pages/harbour');

type Fields = Record<string, unknown>;
type Falsehood = [what: string, card: string, change: Fields, warning: Warning];

function judgeOn(language: string, fields: Fields): string[] {
  const source = Source.parse({
    id: 'harbour',
    publisher: 'Harbour Times',
    title: null,
    authors: [],
    published: { date: '2023-11-02', basis: 'external' },
    url: null,
    language,
    snapshot: { sha256: 'a'.repeat(64), accessed: '2023-11-03' },
  });
  const card = QuotedCard.parse({
    id: 'a-card',
    topics: ['Harbours'],
    status: 'reported',
    asOf: null,
    language,
    ...fields,
  });
  const page = readHtml(readFileSync(join(FOLDER, `${language}.html`), 'utf8'));
  return warningsOf(judgingOf(page, source)(card));
}

const EN: Record<string, Fields> = {
  ships: {
    kind: 'figure',
    figure: { text: 'up to 1,000', unit: 'merchant ships' },
    claim: 'Merchant ships reportedly in the second basin of Portsea',
    attribution: ['Harbour Times'],
    place: 'Portsea',
    quote: { exact: 'reportedly holds up to 1,000 merchant ships' },
  },
  dockers: {
    kind: 'figure',
    figure: { text: 'around 2,000', unit: 'dockers' },
    claim: 'Dockers at work in Portsea, according to Anna Berg',
    attribution: ['Anna Berg', 'Harbour Times'],
    quote: { exact: 'there are around 2,000 dockers at work' },
  },
  basin: {
    kind: 'quote',
    claim: 'Anna Berg on a third basin',
    attribution: ['Anna Berg', 'Harbour Times'],
    quote: { exact: 'We do not want a third basin in Portsea' },
  },
  strike: {
    kind: 'claim',
    claim: 'The pilots could strike if the council sells the old pier, union head Peter Lund said',
    attribution: ['Peter Lund', 'Harbour Times'],
    quote: { exact: 'the pilots could strike if the council sells the old pier' },
  },
  closure: {
    kind: 'event',
    claim: 'The old harbour of Portsea was closed for a short time',
    attribution: ['Harbour Times'],
    asOf: { date: '2023-10-12', basis: 'stated' },
    quote: { exact: 'after the short closure of the old harbour on 12 October 2023' },
  },
  money: {
    kind: 'claim',
    claim: 'The union denies that it asked the council for money, Peter Lund said',
    attribution: ['Peter Lund', 'Harbour Times'],
    quote: { exact: 'denied that the union had asked the council for money' },
  },
  euros: {
    kind: 'claim',
    claim: 'Portsea’s council has spent 12 million euros on the second basin since March 2021',
    attribution: ['Harbour Times'],
    quote: { exact: 'The council has spent 12 million euros on the second basin' },
  },
};

/** The cards of the other pages: ships with both hedges, and dockers with their speaker. */
const OTHERS: Record<string, { ships: Fields; dockers: Fields; banner: Fields; other: string; stranger: string }> = {
  de: {
    ships: {
      kind: 'figure',
      figure: { text: 'bis zu 1.000', unit: 'Handelsschiffe' },
      claim: 'Handelsschiffe, die angeblich im zweiten Becken von Portsee liegen',
      attribution: ['Harbour Times'],
      quote: { exact: 'liegen angeblich bis zu 1.000 Handelsschiffe' },
    },
    dockers: {
      kind: 'figure',
      figure: { text: 'rund 2.000', unit: 'Hafenarbeiter' },
      claim: 'Hafenarbeiter in Portsee, laut Anna Berg',
      attribution: ['Anna Berg', 'Harbour Times'],
      quote: { exact: 'arbeiten rund 2.000 Hafenarbeiter in der Stadt' },
    },
    banner: {
      figure: { text: '25.000', unit: 'Mitglieder' },
      claim: 'Mitglieder der Hafengewerkschaft',
      quote: { exact: 'bis Jahresende 25.000 Mitglieder zu erreichen' },
    },
    other: 'Peter Lund',
    stranger: 'Karl Fremd',
  },
  es: {
    ships: {
      kind: 'figure',
      figure: { text: 'hasta 1.000', unit: 'buques mercantes' },
      claim: 'Buques mercantes que supuestamente alberga la segunda dársena',
      attribution: ['Harbour Times'],
      quote: { exact: 'alberga supuestamente hasta 1.000 buques mercantes' },
    },
    dockers: {
      kind: 'figure',
      figure: { text: 'unos 2.000', unit: 'estibadores' },
      claim: 'Estibadores de la ciudad, según Ana Montes',
      attribution: ['Ana Montes', 'Harbour Times'],
      quote: { exact: 'unos 2.000 estibadores trabajan en la ciudad' },
    },
    banner: {
      figure: { text: '25.000', unit: 'socios' },
      claim: 'Socios del sindicato del puerto',
      quote: { exact: 'llegar a 25.000 socios antes de fin de año' },
    },
    other: 'Pedro Luna',
    stranger: 'Carlos Ajeno',
  },
  uk: {
    ships: {
      kind: 'figure',
      figure: { text: 'до 1000', unit: 'торгових суден' },
      claim: 'Торгові судна, які нібито стоять у другій гавані',
      attribution: ['Harbour Times'],
      quote: { exact: 'нібито стоїть до 1000 торгових суден' },
    },
    dockers: {
      kind: 'figure',
      figure: { text: 'близько 2000', unit: 'докерів' },
      claim: 'Докери, які працюють у місті, за словами Анни Бойко',
      attribution: ['Анна Бойко', 'Harbour Times'],
      quote: { exact: 'у місті працює близько 2000 докерів' },
    },
    banner: {
      figure: { text: '25 000', unit: 'учасників' },
      claim: 'Учасники профспілки порту',
      quote: { exact: 'до кінця року зібрати 25 000 учасників' },
    },
    other: 'Петро Лунь',
    stranger: 'Іван Чужий',
  },
};

const figureOf = (card: Fields, text: string) => ({ figure: { ...(card.figure as object), text } });

const FALSEHOODS: Falsehood[] = [
  ['the hedge of a number dropped', 'ships', figureOf(EN.ships as Fields, '1,000'), 'figure-differs'],
  ['its hedge turned round', 'ships', figureOf(EN.ships as Fields, 'more than 1,000'), 'figure-differs'],
  ['“reportedly” dropped', 'ships', { claim: 'Merchant ships in the second basin of Portsea' }, 'hedge-dropped'],
  [
    '“reportedly” cut off before the quote',
    'ships',
    { claim: 'Merchant ships in the second basin of Portsea', quote: { exact: 'holds up to 1,000 merchant ships' } },
    'hedge-dropped',
  ],
  ['“could” dropped', 'strike', { claim: 'The pilots strike if the council sells the old pier' }, 'hedge-dropped'],
  ['“if” dropped', 'strike', { claim: 'The pilots could strike, union head Peter Lund said' }, 'hedge-dropped'],
  [
    'a figure given to another speaker of the paragraph',
    'dockers',
    { claim: 'Dockers at work in Portsea', attribution: ['Peter Lund', 'Harbour Times'] },
    'speaker-unclear',
  ],
  [
    'words given to another speaker of the paragraph',
    'basin',
    { claim: 'Peter Lund on a third basin', attribution: ['Peter Lund', 'Harbour Times'] },
    'speaker-unclear',
  ],
  [
    'words of a speaker as the outlet’s own',
    'dockers',
    { claim: 'Dockers at work', attribution: ['Harbour Times'] },
    'hedge-dropped',
  ],
  [
    'a speaker who is not in the text',
    'dockers',
    { claim: 'Dockers at work in Portsea', attribution: ['Eva Muster', 'Harbour Times'] },
    'speaker-not-in-text',
  ],
  [
    'a number of a banner as a fact',
    'dockers',
    {
      figure: { text: '25,000', unit: 'members' },
      claim: 'Members of the pilots’ union',
      attribution: ['Harbour Times'],
      quote: { exact: 'reach 25,000 members by the end of the year' },
    },
    'page-furniture',
  ],
  [
    'an unrelated item as an event',
    'closure',
    {
      claim: 'Customs officers appear to have left the northern pier',
      asOf: null,
      kind: 'claim',
      quote: { exact: 'Customs officers appear to have left the northern pier' },
    },
    'page-furniture',
  ],
  [
    'a comment as a fact',
    'dockers',
    {
      figure: { text: '40', unit: 'ships' },
      claim: 'Ships',
      attribution: ['Harbour Times'],
      quote: { exact: 'I counted 40 ships myself' },
    },
    'page-furniture',
  ],
  [
    'a headline as a speaker’s words',
    'basin',
    { quote: { exact: 'the old town will not hear of a third' } },
    'heading-as-speech',
  ],
  [
    'a stated date that is not in the text',
    'closure',
    { asOf: { date: '2023-10-14', basis: 'stated' } },
    'date-not-in-text',
  ],
  [
    'a number in the claim that is not in the text',
    'euros',
    { claim: 'Portsea’s council has spent 15 million euros on the second basin' },
    'number-not-in-text',
  ],
  [
    'a date in the claim that is not in the text',
    'euros',
    { claim: 'Portsea’s council has spent 12 million euros on the second basin since May 2020' },
    'number-not-in-text',
  ],
  [
    'a quote cut behind its negation',
    'money',
    {
      claim: 'The union had asked the council for money, Peter Lund said',
      quote: { exact: 'the union had asked the council for money' },
    },
    'negation-dropped',
  ],
  [
    'a quote of a speaker cut behind its negation',
    'basin',
    { quote: { exact: 'want a third basin in Portsea' } },
    'negation-dropped',
  ],
  [
    'a negation that the source does not have',
    'euros',
    { claim: 'Portsea’s council has not spent 12 million euros on the second basin' },
    'negation-added',
  ],
  ['a name after “On”', 'basin', { claim: 'On Cameron and a third basin' }, 'name-not-in-text'],
  ['a name that begins the claim', 'basin', { claim: 'Cameron on a third basin' }, 'name-not-in-text'],
  [
    'a condition cut off right after the quote',
    'strike',
    {
      claim: 'The pilots could strike, union head Peter Lund said',
      quote: { exact: 'the pilots could strike' },
    },
    'hedge-dropped',
  ],
  [
    'a version that the text does not have',
    'money',
    { claim: 'The union denies that it asked the council for version 5.3, Peter Lund said' },
    'number-not-in-text',
  ],
  ['a wrong unit', 'ships', { figure: { text: 'up to 1,000', unit: 'fishing boats' } }, 'unit-not-in-text'],
  ['a wrong place', 'ships', { place: 'Portville' }, 'place-not-in-text'],
  [
    'a name that the text does not have',
    'strike',
    { claim: 'The pilots could strike if the council of Portville sells the pier' },
    'name-not-in-text',
  ],
];

describe('on a page in English', () => {
  test.each(Object.entries(EN))('the true card “%s” has no warning', (_, card) => {
    expect(judgeOn('en', card)).toEqual([]);
  });

  test.each(FALSEHOODS)('%s is refused', (_, card, change, warning) => {
    const warnings = judgeOn('en', { ...EN[card], ...change });
    expect(warnings).toContainEqual(expect.stringMatching(new RegExp(`^${warning}: `)));
    // What is wrong, and how to fix it.
    for (const message of warnings) expect(message).toMatch(/\. [A-Z].+\.$/);
  });
});

describe.each(Object.entries(OTHERS))('on a page in “%s”', (language, { ships, dockers, banner, other, stranger }) => {
  const { figure, quote } = ships as { figure: { text: string; unit: string }; quote: { exact: string } };
  const number = /[\d.]+$/.exec(figure.text)?.[0] ?? '';
  const reported = /angeblich|supuestamente|нібито/u;

  test('the true cards have no warning', () => {
    expect(judgeOn(language, ships)).toEqual([]);
    expect(judgeOn(language, dockers)).toEqual([]);
  });

  const changes: [string, Fields, Warning][] = [
    ['the hedge of a number dropped', { ...ships, figure: { ...figure, text: number } }, 'figure-differs'],
    [
      '“reportedly” dropped',
      { ...ships, claim: String(ships.claim).replace(reported, '').replace('  ', ' ') },
      'hedge-dropped',
    ],
    [
      'a figure given to another speaker',
      { ...dockers, claim: figure.unit, attribution: [other, 'Harbour Times'] },
      'speaker-unclear',
    ],
    [
      'a speaker who is not in the text',
      { ...dockers, claim: figure.unit, attribution: [stranger, 'Harbour Times'] },
      'speaker-not-in-text',
    ],
    ['a number of a banner', { ...dockers, attribution: ['Harbour Times'], ...banner }, 'page-furniture'],
  ];
  test.each(changes)('%s is refused', (_, card, warning) => {
    expect(quote.exact).toMatch(reported);
    expect(judgeOn(language, card)).toContainEqual(expect.stringMatching(new RegExp(`^${warning}: `)));
  });
});
