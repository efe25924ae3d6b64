/** The documents that are about the catalogue as a whole: its topics, and the state of the service. */
import { z } from '@hono/zod-openapi';

const count = z.int().min(0);

export const TopicList = z
  .strictObject({
    topics: z.array(
      z
        .strictObject({
          slug: z.string().openapi({ description: 'The name in addresses, and in the parameter topic.' }),
          name: z.string(),
          count: count.openapi({ description: 'How many cards have the topic.' }),
        })
        .openapi('Topic'),
    ),
    total: count,
  })
  .openapi('TopicList');

export const Health = z
  .strictObject({
    status: z.enum(['ok', 'failing']),
    version: z.string(),
    code: z.string().openapi({ description: 'The revision of the code.' }),
    catalog: z.string().openapi({ description: 'The revision of the catalogue.' }),
    cards: count,
    sources: count,
    drawing: z.enum(['ok', 'failed']).openapi({
      description: 'How a picture came out that was drawn for trial. A good outcome counts for a minute.',
    }),
  })
  .openapi('Health');
export type Health = z.infer<typeof Health>;
