/** The list that `npm run new -- --suggest` prints. Pure. */
import { counted } from '../../card/prose.ts';
import type { Ground } from './ground.ts';
import type { Suggestion } from './suggest.ts';

/** An example of numbers, by how many there are. */
const EXAMPLES: Record<number, string> = { 1: '1', 2: '1,2' };

export function suggestionLines(
  suggestions: readonly Suggestion[],
  { ground, isAsked }: { ground: Ground; isAsked: boolean },
): string[] {
  if (suggestions.length === 0) {
    return [
      'No statement with a number, a named speaker, a plan or a denial was found. Choose the words yourself: --quote "…"',
    ];
  }
  const about = ground.publisher ? ` of ${ground.publisher}` : '';
  return [
    `${counted(suggestions.length, 'statement')}${about} that may be worth a card. Nothing is written yet.`,
    ...suggestions.flatMap((suggestion, at) => ['', ...linesOf(suggestion, at + 1)]),
    '',
    ...(isAsked
      ? []
      : [
          `To make ${suggestions.length === 1 ? 'a card of it' : 'cards of some of them'}, run the command again with --take ${EXAMPLES[suggestions.length] ?? '1,3'} instead of --suggest.`,
        ]),
  ];
}

function linesOf(
  { kind, quote, sentence, figure, speaker, date, because, hedges }: Suggestion,
  number: number,
): string[] {
  const facts = [
    ['figure', figure],
    ['speaker', speaker],
    ['date', date],
    ['keep in the claim', hedges.map((words) => `“${words}”`).join(', ') || undefined],
  ].flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  const indent = ' '.repeat(5);
  return [
    `${String(number).padStart(3)}. ${kind} (${because.join(', ')}): “${quote}”`,
    ...(facts.length > 0 ? [`${indent}${facts.join(' · ')}`] : []),
    ...(sentence.trim() === quote.trim() ? [] : [`${indent}in the sentence: ${sentence.trim()}`]),
  ];
}
