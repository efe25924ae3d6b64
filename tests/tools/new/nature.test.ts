import { expect, test } from 'vitest';
import { readPassage } from '../../../src/card/evidence/checks/passage.ts';
import { proposeNature } from '../../../src/tools/new/nature.ts';

function natureOf(sentence: string, language = 'en', kind: 'figure' | 'claim' | 'quote' = 'figure') {
  const passage = readPassage(
    { text: sentence, blocks: null },
    { start: 0, end: sentence.length },
    { language, paragraphs: [{ start: 0, end: sentence.length }] },
  );
  return proposeNature(passage, language, kind);
}

test.each([
  ['Baylink plans to build 40 masts.', 'plan'],
  ['The ferry will carry 900 cars.', 'plan'],
  ['A quay of 300 metres is under construction.', 'plan'],
  ['The port is expected to take 900 ships a year.', 'forecast'],
  ['Analysts forecast growth of 4%.', 'forecast'],
  ['The hall has a capacity of 900 seats.', 'capacity'],
  ['The camp can hold up to 5,000 people.', 'capacity'],
  ['Die Brücke soll 40 Millionen Euro kosten.', 'plan', 'de'],
  ['Der Rat plant 40 Wohnungen.', 'plan', 'de'],
  ['Der Hafen rechnet 2024 mit 900 Schiffen.', 'forecast', 'de'],
  ['Die Halle hat Platz für 900 Menschen.', 'capacity', 'de'],
  ['La empresa prevé construir 40 torres.', 'plan', 'es'],
  ['El puerto prevé un crecimiento del 4%.', 'forecast', 'es'],
  ['El estadio tiene capacidad para 900 personas.', 'capacity', 'es'],
  ['La ville prévoit de construire 40 logements.', 'plan', 'fr'],
  ['La salle peut accueillir 900 personnes.', 'capacity', 'fr'],
])('a nature is proposed from the words of the fact: %s', (sentence, nature, language?: string) => {
  expect(natureOf(sentence, language)).toBe(nature);
});

test.each([
  ['The harbour moors 900 boats.'],
  ['The council built 40 masts in the will of the people.'],
  ['Er soll 40 Boote gesehen haben.', 'de'],
  ['El puerto amarra 900 barcos.', 'es'],
  ['They will build it.', 'en', 'quote' as const],
  ['The hall can hold many people.', 'en', 'claim' as const],
])('no nature is proposed of: %s', (sentence, language?: string, kind?: 'claim' | 'quote') => {
  expect(natureOf(sentence, language, kind)).toBeUndefined();
});
