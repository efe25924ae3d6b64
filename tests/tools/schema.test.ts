import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { clientTypes } from '../../src/tools/client-types.ts';
import { CLIENT_TYPES, SCHEMAS, schemaText } from '../../src/tools/schema.ts';

test.each(Object.entries(SCHEMAS))('%s is generated from the schema in code (npm run schema)', (path, schema) => {
  expect(readFileSync(path, 'utf8')).toBe(schemaText(schema));
});

test('the types of the client are those of the API (npm run schema)', () => {
  expect(readFileSync(CLIENT_TYPES, 'utf8')).toBe(clientTypes());
});
