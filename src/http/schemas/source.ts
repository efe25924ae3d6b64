/** A source's document, made of what the catalogue asks of a source; what is absent there is null here. */
import { z } from '@hono/zod-openapi';
import { DatedFact, Day, Id, Source } from '../../domain/source.ts';

const { reason, ...dated } = DatedFact.shape;
export const DateDocument = z.strictObject({ ...dated, reason: reason.unwrap().nullable() }).openapi('Date');

const { published: _published, translated, archived, note, ...record } = Source.shape;

/** A copy in an archive; the day is null where it is not known. */
const ArchivedDocument = z.strictObject({
  url: archived.unwrap().unwrap().shape.url,
  date: Day.nullable(),
});

const sourceShape = {
  ...record,
  published: DateDocument.openapi({ description: 'When the text was published.' }),
  archived: ArchivedDocument.nullable().openapi({ description: archived.description }),
  translated: translated.unwrap().nullable().openapi({ description: translated.description }),
  note: note.unwrap().nullable().openapi({ description: note.description }),
};

export const SourceDocument = z
  .strictObject(sourceShape)
  .openapi('Source', { description: 'The published text that cards quote.' });
export type SourceDocument = z.infer<typeof SourceDocument>;

export const SourceWithCards = z
  .strictObject({ ...sourceShape, cards: z.array(Id).openapi({ description: 'The ids of the cards taken from it.' }) })
  .openapi('SourceWithCards', { description: 'A source, and every card taken from it.' });

export const SourceList = z
  .strictObject({ sources: z.array(SourceDocument), total: z.int().min(0) })
  .openapi('SourceList');
