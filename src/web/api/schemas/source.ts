/** The documents of sources, and the dates that they share with cards. Values that are absent in the catalogue are null. */
import { z } from '@hono/zod-openapi';
import { Day } from '../../../card/date.ts';
import { DatedFact, Id, Source } from '../../../card/source.ts';

const { reason, ...dated } = DatedFact.shape;
export const DateDocument = z.strictObject({ ...dated, reason: reason.unwrap().nullable() }).openapi('Date');

const { published: _published, translated: translatedSource, archived, corrections, note, ...record } = Source.shape;

/** An archived copy. The day is null if unknown. */
const ArchivedDocument = z.strictObject({ url: z.url(), date: Day.nullable() }).openapi('ArchivedCopy');

/** A field of documents that are about one thing. */
export const reportSchema = (subject: string) =>
  z
    .url()
    .nullable()
    .openapi({
      description: `Where to report an error: a mailto or https address with the page of the ${subject} filled in. null if the site has no report address.`,
    });

const sourceShape = {
  ...record,
  published: DateDocument.openapi({ description: 'When the text was published.' }),
  archived: z.array(ArchivedDocument).openapi({ description: archived.description }),
  translated: z
    .strictObject({ ...translatedSource.unwrap().shape, machine: z.boolean() })
    .nullable()
    .openapi({ description: translatedSource.description }),
  corrections: z
    .array(z.strictObject({ date: Day, text: z.string(), url: z.url().nullable() }).openapi('SourceCorrection'))
    .openapi({ description: corrections.description }),
  note: note.unwrap().nullable().openapi({ description: note.description }),
};

export const SourceDocument = z
  .strictObject(sourceShape)
  .openapi('Source', { description: 'The published text that cards quote.' });
export type SourceDocument = z.infer<typeof SourceDocument>;

export const SourceWithCards = z
  .strictObject({
    ...sourceShape,
    cards: z.array(Id).openapi({ description: 'The ids of its cards.' }),
    report: reportSchema('source'),
  })
  .openapi('SourceWithCards', { description: 'A source with all its cards.' });

export const SourceList = z
  .strictObject({ sources: z.array(SourceDocument), total: z.int().min(0) })
  .openapi('SourceList');
