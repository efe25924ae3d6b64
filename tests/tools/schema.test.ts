import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SCHEMAS, schemaText } from '../../src/tools/schema.ts';

test.each(Object.entries(SCHEMAS))('%s is generated from the schema in code (npm run schema)', (path, schema) => {
  expect(readFileSync(path, 'utf8')).toBe(schemaText(schema));
});
