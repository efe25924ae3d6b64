/** The documents of speakers. Values that are absent in the catalogue are null. */
import { z } from '@hono/zod-openapi';
import { Id } from '../../../card/source.ts';
import { Speaker } from '../../../card/speaker.ts';
import { reportSchema } from './source.ts';

const { aliases, role, ...named } = Speaker.shape;

const speakerShape = {
  ...named,
  aliases: z.array(z.string()).openapi({ description: aliases.description }),
  role: role.unwrap().nullable().openapi({ description: role.description }),
};

export const SpeakerList = z
  .strictObject({
    speakers: z.array(
      z
        .strictObject({
          ...speakerShape,
          count: z
            .int()
            .min(0)
            .openapi({ description: 'The number of cards that name the speaker in their attribution.' }),
        })
        .openapi('Speaker'),
    ),
    total: z.int().min(0),
    next: z.null().openapi({ description: 'Always null, because the list has only one page.' }),
  })
  .openapi('SpeakerList');

export const SpeakerWithCards = z
  .strictObject({
    ...speakerShape,
    cards: z.array(Id).openapi({ description: 'The cards that name the speaker in their attribution, newest first.' }),
    report: reportSchema('speaker'),
  })
  .openapi('SpeakerWithCards', { description: 'A speaker with all cards that name it.' });
