import { expect, test } from 'vitest';
import { findSpeakerPhrase } from '../../../src/tools/new/speaker-phrase.ts';

test.each([
  ['en', 'The union said 40 cranes are rusty.', 'The union'],
  ['en', 'The harbour master, Eva Lind, said the quay is full.', 'Eva Lind'],
  ['en', 'Eva Lind, the harbour master, said the quay is full.', 'Eva Lind'],
  ['en', 'Baylink plans to build 40 masts by 2027.', 'Baylink'],
  ['en', 'The quay sank 3 metres, according to the council’s report.', 'The council’s report'],
  ['en', 'On Monday the port authority announced 40 new berths.', 'The port authority'],
  ['en', 'The ferry carried 900 cars, said the head of the ferry company.', 'The head of the ferry company'],
  ['en', 'It is an old quay, said Mr. Robert M. Ray, a docker.', 'Robert M. Ray'],
  ['en', 'Residents say the noise is louder than 60 decibels.', 'Residents'],
  ['de', 'Die Gewerkschaft teilte mit, dass 40 Kräne rosten.', 'Die Gewerkschaft'],
  ['de', 'Laut der Gewerkschaft sind 40 Kräne alt.', 'Die Gewerkschaft'],
  ['de', 'Nach Angaben des Hafenamtes liegen 40 Boote im Hafen.', 'Hafenamt'],
  ['de', '40 Boote sanken, sagte Hafenmeisterin Eva Lind am Montag.', 'Eva Lind'],
  ['de', 'Die Stadt will 40 Wohnungen bauen.', 'Die Stadt'],
  ['es', 'Según el informe del ayuntamiento, 40 barcos se hundieron.', 'El informe del ayuntamiento'],
  ['es', 'Hay 40 barcos, dijo el capitán del puerto, Juan Díaz.', 'Juan Díaz'],
  ['es', 'La empresa prevé construir 40 torres.', 'La empresa'],
  ['fr', '40 bateaux ont coulé, a déclaré jeudi le ministre des Pêches.', 'Le ministre des Pêches'],
  ['fr', 'Selon la mairie, 40 bateaux ont coulé.', 'La mairie'],
])('the speaker is who says, announces or plans it (%s): %s', (language, sentence, speaker) => {
  expect(findSpeakerPhrase(sentence, language)).toBe(speaker);
});

test.each([
  ['en', 'The council has approved 40 masts.'],
  ['en', 'He said 40 boats sank.'],
  ['en', 'The plan to build 40 masts failed.'],
  ['en', 'Tom Dow, who said nothing, left.'],
  ['en', 'Tom Dow said it is new, but Ann Ray said it is old.'],
  ['en', 'The tool reports 40 errors.'],
  ['en', 'Police reports seen by the paper name 40 boats.'],
  ['en', 'We’re told there are 40 boats.'],
  ['de', 'Er sagte, die Brücke sei alt.'],
  ['de', 'Die Brücke ist 40 Meter lang.'],
  ['es', 'Según explicó en una carta, hay 40 barcos.'],
  ['fr', 'La loi prévoit 40 postes.'],
])('no speaker is proposed where the sentence attributes it to nobody or several (%s): %s', (language, sentence) => {
  expect(findSpeakerPhrase(sentence, language)).toBeUndefined();
});
