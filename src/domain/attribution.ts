/** Who says so: the speaker, each outlet that the words came through, and whether they are a translation. Pure. */
import type { QuotedRecord } from './record.ts';

/** "Pavel Latushka → RFE/RL → Kyiv Independent", and "(translated by Pravda)" where the words are not the speaker's own. */
export function attributionLine({ card, source }: QuotedRecord): string {
  const own = card.attribution.length === 1 && card.attribution[0] === source.publisher;
  const chain = own ? 'In the outlet’s own words' : card.attribution.join(' → ');
  const { translated } = card.quote;
  if (!translated) return chain;
  return `${chain} (${translated.by ? `translated by ${translated.by}` : 'translated'})`;
}
