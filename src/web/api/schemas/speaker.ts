/** The documents of speakers: who says what cards state. What is absent in the catalogue is null here. */
import { z } from '@hono/zod-openapi';
import { Id } from '../../../card/source.ts';
import { Speaker } from '../../../card/speaker.ts';

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
          count: z.int().min(0).openapi({ description: 'How many cards name the speaker in their attribution.' }),
        })
        .openapi('Speaker'),
    ),
    total: z.int().min(0),
    next: z.null().openapi({ description: 'The list has one page.' }),
  })
  .openapi('SpeakerList');

export const SpeakerWithCards = z
  .strictObject({
    ...speakerShape,
    cards: z
      .array(Id)
      .openapi({ description: 'The cards that name the speaker in their attribution, the newest first.' }),
  })
  .openapi('SpeakerWithCards', { description: 'A speaker, and every card that names it.' });
