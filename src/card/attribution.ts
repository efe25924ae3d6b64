/** Who says so: the speaker, each outlet that the words came through, and whether they are a translation. Pure. */
import type { Source } from './source.ts';

type Attributed = {
  card: { attribution: string[]; quote: { translated?: { by: string | null } | undefined } };
  source: Source;
};

/** The names in order, and a word on the translation where the words are not the speaker's own. */
export function attributionChain({ card, source }: Attributed): { names: string[]; translation: string | null } {
  const own = card.attribution.length === 1 && card.attribution[0] === source.publisher;
  const { translated } = card.quote;
  return {
    names: own ? ['In the outlet’s own words'] : card.attribution,
    translation: translated ? (translated.by ? `translated by ${translated.by}` : 'translated') : null,
  };
}

/** "Pavel Latushka → RFE/RL → Kyiv Independent", and "(translated by Pravda)" behind it. */
export function attributionLine(attributed: Attributed): string {
  const { names, translation } = attributionChain(attributed);
  return `${names.join(' → ')}${translation ? ` (${translation})` : ''}`;
}
