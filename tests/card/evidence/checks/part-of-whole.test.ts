import { describe, expect, test } from 'vitest';
import { warningsOnParagraph } from '../../../helpers/judging.ts';

type Case = [text: string, language: string, figure: string, unit: string, claim: string];

const warnings = ([text, language, figure, unit, claim]: Case) =>
  warningsOnParagraph({
    language,
    text,
    quote: text.replace(/\.$/, ''),
    claim,
    attribution: ['Daily Post'],
    figure: { text: figure, unit },
  });

const EN = '12 of the 90 soldiers were killed on the bridge.';
const INCLUDING = '90 soldiers, including 12 officers, left the town.';
const OF_THEM = '90 soldiers, 12 of them officers, left the town.';
const OFFICERS = '12 officers of the 900 soldiers left Portsea.';

describe('of “12 of the 90 soldiers”', () => {
  test.each<Case>([
    [EN, 'en', '12', 'soldiers', 'Soldiers killed on the bridge'],
    [EN, 'en', '12', 'soldiers killed', 'Of the 90 soldiers on the bridge, 12 were killed'],
    [EN, 'en', '90', 'soldiers', 'The soldiers, 12 of whom were killed'],
    [EN, 'en', '90', 'soldiers', 'The number of soldiers'],
    [OFFICERS, 'en', '12', 'officers', 'Officers who left Portsea'],
    [INCLUDING, 'en', '90', 'soldiers', 'Soldiers who left the town'],
    [INCLUDING, 'en', '12', 'officers', 'Officers who left the town'],
    [OF_THEM, 'en', '90', 'soldiers', 'Soldiers who left the town'],
    [OF_THEM, 'en', '12', 'officers', 'Officers who left the town'],
    ['12 of 27 EU countries voted for it.', 'en', '12', 'countries', 'EU countries that voted for it'],
    ['Von den 90 Soldaten fielen 12.', 'de', '12', 'Soldaten', 'Soldaten, die fielen'],
    ['A group of 90 soldiers killed 12 people.', 'en', '90', 'soldiers', 'Soldiers in the group that killed people'],
  ])('“%s” (%s) gives %s %s: “%s”', (...card) => {
    expect(warnings(card)).toEqual([]);
  });

  test.each<Case>([
    [EN, 'en', '90', 'soldiers killed', 'Soldiers killed on the bridge'],
    [EN, 'en', '90', 'soldiers', 'Soldiers killed on the bridge'],
    [OFFICERS, 'en', '12', 'soldiers', 'Soldiers who left Portsea'],
    [OFFICERS, 'en', '900', 'soldiers', 'Soldiers who left Portsea'],
    ['Of the 90 soldiers, 12 were killed.', 'en', '90', 'soldiers', 'Soldiers killed'],
    ['Von den 90 Soldaten wurden 12 verletzt.', 'de', '90', 'Soldaten', 'Verletzte Soldaten'],
    [INCLUDING, 'en', '90', 'officers', 'Officers who left the town'],
    [INCLUDING, 'en', '12', 'soldiers', 'Soldiers who left the town'],
    [OF_THEM, 'en', '90', 'officers', 'Officers who left the town'],
    [OF_THEM, 'en', '12', 'soldiers', 'Soldiers who left the town'],
    ['90 Soldaten, darunter 12 Offiziere, gingen.', 'de', '90', 'Offiziere', 'Offiziere, die gingen'],
    ['90 soldats, dont 12 officiers, sont partis.', 'fr', '90', 'officiers', 'Officiers qui sont partis'],
    ['90 soldados, entre ellos 12 oficiales, salieron.', 'es', '12', 'soldados', 'Soldados que salieron'],
    ['90 солдатів, серед них 12 офіцерів, пішли.', 'uk', '90', 'офіцерів', 'Офіцери, які пішли'],
    ['Three out of their 40 ships burned in Portsea.', 'en', '40', 'ships', 'Ships that burned in Portsea'],
    ['12 der 90 Soldaten wurden verletzt.', 'de', '90', 'Soldaten', 'Soldaten, die verletzt wurden'],
    ['12 des 90 soldats ont été blessés.', 'fr', '90', 'soldats', 'Soldats blessés'],
    ['12 de los 90 soldados fueron heridos.', 'es', '90', 'soldados', 'Soldados heridos'],
    ['12 із 90 солдатів були поранені.', 'uk', '90', 'солдатів', 'Поранені солдати'],
  ])('“%s” (%s) does not give %s %s: “%s”', (...card) => {
    expect(warnings(card)).toContainEqual(expect.stringMatching(/^part-of-whole: is “.+\. Use .+\.$/));
  });
});

describe('a share', () => {
  test.each<Case>([
    ['70% of respondents said yes.', 'en', '70%', 'respondents', 'Respondents who said yes'],
    ['About 70 percent of the adult respondents said yes.', 'en', 'About 70 percent', 'respondents', 'Who said yes'],
    ['Two thirds of all Danes said yes.', 'en', 'Two thirds', 'Danes', 'Danes who said yes'],
    ['70 Prozent der Befragten sagten ja.', 'de', '70 Prozent', 'Befragten', 'Befragte, die ja sagten'],
    ['70 % des personnes interrogées ont dit oui.', 'fr', '70 %', 'personnes', 'Personnes qui ont dit oui'],
  ])('“%s” (%s): %s needs a joining word before “%s”', (...card) => {
    expect(warnings(card)).toEqual([
      expect.stringMatching(/^bare-share: is “.+”, but the source says “.+”\. Cards write “.+”\. Begin the unit/),
    ]);
  });

  test.each<Case>([
    ['The survey counted 59% PHP and 5% Ruby.', 'en', '59%', 'PHP', 'Programs in the survey'],
    ['Die Umfrage zählte 59 % PHP und 5 % Ruby.', 'de', '59 %', 'PHP', 'Programme der Umfrage'],
  ])('“%s” (%s): %s of what is not clear from “%s”', (...card) => {
    expect(warnings(card)).toEqual([expect.stringMatching(/^bare-share: is “PHP”, so the card says “59 ?% PHP”/)]);
  });

  test.each<Case>([
    ['70% of respondents said yes.', 'en', '70%', 'of respondents', 'Respondents who said yes'],
    ['70 Prozent der Befragten sagten ja.', 'de', '70 Prozent', 'der Befragten', 'Befragte, die ja sagten'],
    ['The port had 5% growth, and 70% of ships paid.', 'en', '5%', 'growth', 'Growth of the port'],
    ['The port has a 20% turnout of voters.', 'en', '20%', 'turnout', 'Turnout in the port'],
    ['20% more ships than in May came.', 'en', '20%', 'more ships', 'Ships that came'],
    ['The port moors 2 million of the ships.', 'en', '2 million', 'ships', 'Ships in the port'],
  ])('“%s” (%s) lets %s be followed by “%s”', (...card) => {
    expect(warnings(card)).toEqual([]);
  });
});
