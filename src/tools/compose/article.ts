/** An article as the composer shows it: its blocks and sentences, its cards, and statements that are worth a card. Pure. */
import { parse } from 'yaml';
import { blocksOf } from '../../card/evidence/locate.ts';
import { sentencesOf } from '../../card/evidence/sentences.ts';
import { namesOf, type Speaker } from '../../card/speaker.ts';
import { locateQuote } from '../new/quote.ts';
import { suggest } from '../new/suggest.ts';
import { hashOf } from './edit.ts';
import type { Reading } from './readings.ts';
import { marksIn } from './yaml-fields.ts';

/** `before`: the file of the source; undefined if it is new. */
export function articleOf(reading: Reading, before: string | undefined, speakers: readonly Speaker[]) {
  const { text, head, language, published, remarks, sourceId, id } = reading;
  const file = before ?? `${head?.slice(0, -1).join('\n')}\ncards: []\n`;
  const read = parse(file) as { source?: Record<string, unknown>; cards?: Record<string, unknown>[] };
  const blocks = blocksOf(text).map(({ start, end, type = 'paragraph', part = 'article' }) => ({
    type,
    part,
    sentences: sentencesOf(text.text.slice(start, end), language).map((range) => [
      range.start + start,
      range.end + start,
    ]),
  }));
  return {
    reading: id,
    source: sourceId,
    isNew: before === undefined,
    base: hashOf(before),
    fields: read.source ?? {},
    /** Values that are written instead of those of the fields, unless the author changes them. */
    defaults: before === undefined ? defaultsOf(read.source ?? {}) : {},
    marks: marksIn(file, ['source']),
    text: text.text,
    blocks,
    cards: (read.cards ?? []).map((card) => ({
      id: String(card?.id),
      claim: String(card?.claim ?? ''),
      ...placeOf(reading, card),
    })),
    suggestions: suggest(text, { language, published, speakers: speakers.flatMap(namesOf) }).map(
      ({ kind, quote, found, because, figure, speaker, date, sentence }) => ({
        ...{ kind, quote, because, figure, speaker, date, sentence },
        ...{ start: found.range.start, end: found.range.end, line: found.line },
      }),
    ),
    remarks,
    origin: { address: reading.capture?.url ?? null, sha256: text.sha256 },
  };
}

/** Values for what a page may lack: an author, a headline. The mark remains until the author of the card has checked it. */
function defaultsOf({ authors, title }: Record<string, unknown>) {
  const isOpen = Array.isArray(authors) && authors.includes('');
  return { ...(isOpen && { authors: [] }), ...(title === '' && { title: null }) };
}

export type Article = ReturnType<typeof articleOf>;

function placeOf({ text }: Reading, card: Record<string, unknown>): { start: number; end: number } | undefined {
  const { exact } = (card?.quote ?? {}) as { exact?: unknown };
  const found =
    typeof exact === 'string' && exact !== '' ? locateQuote(text, exact, { acrossBlocks: true }) : undefined;
  return found?.ok ? found.range : undefined;
}
