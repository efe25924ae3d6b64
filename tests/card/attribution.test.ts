import { describe, expect, test } from 'vitest';
import { Attribution, isOutletSpeaking, stepLabels, stepNames, stepsOf } from '../../src/card/attribution.ts';
import { attributionLine } from '../../src/card/citation.ts';
import type { Speaker } from '../../src/card/speaker.ts';
import { quoteCard, source } from '../helpers/fixtures.ts';

const PERSON: Speaker = { id: 'eva', name: 'Eva Muster', aliases: ['E. Muster'], type: 'person', role: 'Mayor' };
const OUTLET: Speaker = { id: 'daily', name: 'The Daily', aliases: ['Daily Example'], type: 'organisation' };

const attributed = (attribution: Attribution, speakers: Speaker[] = [], quote = {}) => ({
  card: { attribution, quote: { ...quoteCard.quote, ...quote } },
  source,
  speakers,
});

describe('an attribution', () => {
  test('has names, and steps that say how the words came to them', () => {
    const steps: Attribution = ['Eva Muster', { name: 'Radio Example', as: 'told' }, 'Daily Example'];
    expect(Attribution.parse(steps)).toEqual(steps);
    expect(stepNames(steps)).toEqual(['Eva Muster', 'Radio Example', 'Daily Example']);
  });

  test.each([[{ name: 'Radio Example' }], [{ name: 'Radio Example', as: 'sung' }], [{ name: '', as: 'told' }], [7]])(
    'has no step like %j',
    (step) => expect(Attribution.safeParse([step]).success).toBe(false),
  );

  test('resolves each name or alias to its listed speaker', () => {
    const steps = stepsOf(attributed(['E. Muster', 'Radio Example', 'Daily Example'], [PERSON]));
    expect(steps).toEqual([
      { name: 'E. Muster', as: null, speaker: PERSON, type: 'person' },
      { name: 'Radio Example', as: null, speaker: undefined, type: null },
      { name: 'Daily Example', as: null, speaker: undefined, type: 'organisation' },
    ]);
  });

  test('marks translations, captions and agencies in short labels', () => {
    expect(
      stepLabels([
        { name: 'AFP', as: 'agency' },
        { name: 'Getty Images', as: 'caption' },
        { name: 'reprints.example', as: 'translated' },
        { name: 'Daily Example', as: 'reported' },
      ]),
    ).toEqual(['AFP (agency)', 'Getty Images (caption)', 'reprints.example (translation)', 'Daily Example']);
  });
});

describe('the outlet speaks in its own words', () => {
  test.each<[string, Attribution, Speaker[]]>([
    ['by its name', ['Daily Example'], []],
    ['as the one who says so', [{ name: 'Daily Example', as: 'said' }], []],
    ['under another of its names', ['The Daily'], [OUTLET]],
  ])('%s', (_what, attribution, speakers) => {
    expect(isOutletSpeaking(attributed(attribution, speakers))).toBe(true);
    expect(attributionLine(attributed(attribution, speakers))).toBe('From the outlet itself');
  });

  test.each<[string, Attribution, Speaker[], string]>([
    ['where another speaks', ['Eva Muster'], [PERSON], 'Eva Muster'],
    ['where it passes words on', ['Unnamed reports', 'Daily Example'], [], 'Unnamed reports → Daily Example'],
    ['in a caption', [{ name: 'Daily Example', as: 'caption' }], [], 'Daily Example (caption)'],
    ['where it was told so', [{ name: 'Daily Example', as: 'told' }], [], 'Daily Example'],
  ])('but not %s', (_what, attribution, speakers, line) => {
    expect(isOutletSpeaking(attributed(attribution, speakers))).toBe(false);
    expect(attributionLine(attributed(attribution, speakers))).toBe(line);
  });
});

test('a translation is named once', () => {
  const steps: Attribution = ['Eva Muster', { name: 'Pravda', as: 'translated' }, 'Daily Example'];
  const line = (attribution: Attribution, by: string | null) =>
    attributionLine(attributed(attribution, [], { translated: { from: 'be', by } }));
  const atTheName = 'Eva Muster → Pravda (translated from Belarusian) → Daily Example';
  expect(line(steps, 'Pravda')).toBe(atTheName);
  expect(line(steps, null)).toBe(atTheName);
  expect(line(steps, 'Belta')).toBe(
    'Eva Muster → Pravda (translation) → Daily Example (translated from Belarusian by Belta)',
  );
  expect(line(['Eva Muster'], null)).toBe('Eva Muster (translated from Belarusian)');
});
