import { expect, test } from 'vitest';
import { warningsOnParagraph } from '../../../helpers/judging.ts';

const check = (text: string, claim: string, language = 'en', cardLanguage = language) =>
  warningsOnParagraph({
    language,
    cardLanguage,
    text,
    quote: text.replace(/\.$/, ''),
    claim,
    attribution: ['Daily Post'],
  });

test.each([
  ['The United States left Portsea.', 'The port has seen the US leave'],
  ['The port lost its U.S. ships.', 'The ships of the United States left the port'],
  ['The port lost its US ships.', 'In the port, American ships are lost'],
  ['The port lost its American ships.', 'The port lost the ships of the US'],
  ['The port lost its British ships.', 'The port lost the ships of the UK'],
  ['The port lost the ships of the United Kingdom.', 'The port lost ships from Britain'],
  ['The pilot is a Frenchwoman.', 'The pilot is from France'],
  ['The pilot is from Spain.', 'The pilot is a Spaniard'],
  ['The pilot is from the Netherlands.', 'The pilot is a Dutchman'],
  ['The pilot is from Israel.', 'The pilot is one of the Israelis'],
])('“%s” names the country of “%s”', (text, claim) => {
  expect(check(text, claim)).toEqual([]);
});

test.each([
  ['El puerto perdió sus barcos estadounidenses.', 'es', 'The port lost its US ships'],
  ['Der Hafen verlor seine Schiffe aus den USA.', 'de', 'The port lost its American ships'],
  ['Порт втратив кораблі США.', 'uk', 'The port lost its American ships'],
])('“%s” (%s) names the country of “%s”', (text, language, claim) => {
  expect(check(text, claim, language, 'en')).toEqual([]);
});

test.each([
  ['The captain told us that the port is closed.', 'The captain told the US that the port is closed'],
  ['The port lost its British ships.', 'The port lost its American ships'],
  ['The pilot is a Frenchwoman.', 'The pilot is from Finland'],
])('“%s” does not name the country of “%s”', (text, claim) => {
  expect(check(text, claim)).toContainEqual(expect.stringMatching(/^name-not-in-text: /));
});
