/** The documents of the watch. */
import { z } from '@hono/zod-openapi';
import { Day } from '../../../card/date.ts';
import { Id } from '../../../card/source.ts';
import { WATCH_STATES } from '../../../card/watch.ts';
import { OUTCOMES } from '../../../watch/findings.ts';
import { HISTORY_DAYS, LETTER_MEANINGS } from '../../../watch/timeline.ts';

/** The state of a card's quote on its source page. */
export const CardWatch = z
  .strictObject({
    state: z.enum(WATCH_STATES).openapi({
      description:
        'present: the words occur in the same context. moved: the words occur elsewhere, or the page has a new permanent address. changed: only similar words occur. gone: the page or the words no longer exist. unreachable: the page cannot be read. paywalled: the page blocks programs, or shows only a part without the words.',
    }),
    since: Day.meta({ description: 'The first day of the current state.' }),
    lastLooked: Day,
    score: z.number().min(0).max(1).nullable().openapi({ description: 'For changed: the similarity of the words.' }),
  })
  .openapi('Watch', {
    description: 'The result of checks of the source page, at most once a day. It changes after three equal results.',
  });

const SourceWatch = z
  .strictObject({
    id: Id,
    url: z.url(),
    lastLooked: Day.nullable(),
    outcome: z
      .enum(OUTCOMES)
      .nullable()
      .openapi({ description: 'The result of the last check; null before the first check.' }),
    movedTo: z.url().nullable().openapi({ description: 'The new address, if the page redirects permanently.' }),
    skippedUntil: Day.nullable().openapi({
      description: 'The page is not read before this day, because reading it stopped the program; null otherwise.',
    }),
    history: z
      .strictObject({ from: Day, marks: z.string().max(HISTORY_DAYS) })
      .nullable()
      .openapi({ description: `One letter per day, starting at from: ${LETTER_MEANINGS.join(', ')}.` }),
    cards: z.array(z.strictObject({ id: Id, watch: z.union([CardWatch, z.null()]) })),
  })
  .openapi('SourceWatch');

export const WatchDocument = z
  .strictObject({
    watch: z
      .strictObject({ lastLooked: Day, sources: z.array(SourceWatch), total: z.int().min(0) })
      .nullable()
      .openapi({ description: 'null if the watch is disabled or has no results yet.' }),
  })
  .openapi('WatchList');
