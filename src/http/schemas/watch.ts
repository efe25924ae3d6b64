/** The documents of the watch on the sources. */
import { z } from '@hono/zod-openapi';
import { Day, Id } from '../../domain/source.ts';
import { WATCH_STATES } from '../../domain/watch.ts';
import { OUTCOMES } from '../../watch/findings.ts';
import { HISTORY_DAYS, LETTERS_MEAN } from '../../watch/history.ts';

/** How a card's quote fares on the page of its source. */
export const CardWatch = z
  .strictObject({
    state: z.enum(WATCH_STATES).openapi({
      description:
        'present: the words stand where they stood. moved: they stand elsewhere, or the page has another address for good. changed: only similar words stand there. gone: the page is not there, or the words are not. unreachable: the page cannot be read. paywalled: it is not open to programs, or shows a part without the words.',
    }),
    since: Day.meta({ description: 'The first of the days in a row that it was seen so.' }),
    lastLooked: Day,
    score: z.number().min(0).max(1).nullable().openapi({ description: 'Of changed, how similar the words are.' }),
  })
  .openapi('Watch', {
    description: 'What a daily look at the page of the source finds. It changes after three equal looks.',
  });

const SourceWatch = z
  .strictObject({
    id: Id,
    url: z.url(),
    lastLooked: Day.nullable(),
    outcome: z.enum(OUTCOMES).nullable().openapi({ description: 'How the last look went; null before the first.' }),
    movedTo: z.url().nullable().openapi({ description: 'Where the page is now, where it redirects there for good.' }),
    history: z
      .strictObject({ from: Day, marks: z.string().max(HISTORY_DAYS) })
      .nullable()
      .openapi({ description: `A letter a day, from a day on: ${LETTERS_MEAN.join(', ')}.` }),
    cards: z.array(z.strictObject({ id: Id, watch: z.union([CardWatch, z.null()]) })),
  })
  .openapi('SourceWatch');

export const WatchDocument = z
  .strictObject({
    watch: z
      .strictObject({ lastLooked: Day, sources: z.array(SourceWatch), total: z.int().min(0) })
      .nullable()
      .openapi({ description: 'null where nobody watches the sources, or nobody has looked yet.' }),
  })
  .openapi('WatchList');
