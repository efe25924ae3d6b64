/**
 * `npm run schema`: writes the JSON Schemas of the catalogue's files, for editors, and the types of the client, from the
 * schemas in the code.
 */
import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { siteFile } from '../card/site.ts';
import { ComparisonFile, SourceFile, SpeakerFile } from '../catalog/parse.ts';
import { SIZE_NAMES } from '../render/variant.ts';
import { clientTypes } from './client-types.ts';

export const CLIENT_TYPES = 'src/client/types.ts';

export const SCHEMAS = {
  'assets/schema/source.json': SourceFile,
  'assets/schema/comparisons.json': ComparisonFile,
  'assets/schema/speakers.json': SpeakerFile,
  'assets/schema/site.json': siteFile(SIZE_NAMES),
};

/** The text of a generated schema file. */
export function schemaText(schema: z.ZodType): string {
  return `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`;
}

if (import.meta.main) {
  for (const [path, schema] of Object.entries(SCHEMAS)) await writeFile(path, schemaText(schema));
  await writeFile(CLIENT_TYPES, clientTypes());
}
