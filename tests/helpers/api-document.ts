/** Reads the API's document as a caller would: its operations, and the values that its parameters' schemas allow. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';

export type ParameterSchema = {
  type?: 'string' | 'integer' | 'number';
  enum?: string[];
  pattern?: string;
  format?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
};

export type Parameter = {
  name: string;
  in: 'path' | 'query';
  required: boolean;
  schema: ParameterSchema;
  example?: unknown;
};

export type Operation = {
  operationId: string;
  parameters?: Parameter[];
  responses: Record<string, { content?: Record<string, { schema?: unknown; example?: unknown }> }>;
};

export type ApiDocument = { paths: Record<string, { get: Operation }> };

const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });

/** Values that a schema allows. */
export function validValue(schema: ParameterSchema): fc.Arbitrary<string> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.type === 'integer' || schema.type === 'number')
    return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 2 ** 31 }).map(String);
  if (schema.format === 'uri') return fc.webUrl();
  if (schema.format === 'date') return days.map((day) => day.toISOString().slice(0, 10));
  const { minLength = 0, maxLength = 100 } = schema;
  if (schema.pattern === undefined) return fc.string({ minLength, maxLength, unit: 'grapheme' }).filter(fits);
  return fc.stringMatching(new RegExp(schema.pattern), { maxLength }).filter(fits);

  function fits(text: string) {
    return [...text].length >= minLength && text.length <= maxLength;
  }
}

/** The outermost values that a schema allows, and the first that it does not. */
export function edgesOf({ type, enum: choices, pattern, minimum, maximum, maxLength }: ParameterSchema) {
  if (choices) return { within: choices, beyond: ['', `${choices[0]}s`] };
  if ((type === 'integer' || type === 'number') && minimum !== undefined && maximum !== undefined)
    return { within: [minimum, maximum].map(String), beyond: [minimum - 1, maximum + 1].map(String) };
  if (pattern !== undefined || maxLength === undefined) return { within: [], beyond: [] };
  return { within: ['a'.repeat(maxLength), '😀'.repeat(maxLength)], beyond: ['a'.repeat(maxLength + 1)] };
}

/** Values of every kind, most of which no schema allows. */
export const anyValue: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary' }).map((text) => text.toWellFormed()),
  fc.string({ minLength: 201, maxLength: 500 }),
  fc.integer().map(String),
  fc.double().map(String),
  fc.constantFrom(
    '',
    ' ',
    'null',
    'true',
    '0',
    '-1',
    '1e1',
    '0x10',
    '../..',
    '%00',
    '<script>',
    "' OR 1=1",
    '__proto__',
  ),
);

/** Checks with a validator that knows nothing of the schemas in our code. */
export function createValidator(document: ApiDocument) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(document, 'document');
  const pointer = (...parts: string[]) =>
    parts.map((part) => `/${encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('');

  return {
    /** What an answer's body has that its schema does not allow, or the reverse; empty where all is well. */
    findFaults(path: string, status: number, mediaType: string, body: unknown): string[] {
      const schema = pointer('paths', path, 'get', 'responses', String(status), 'content', mediaType, 'schema');
      return ajv.validate({ $ref: `document#${schema}` }, body) ? [] : (ajv.errors ?? []).map(ajvError);
    },
    /** Whether a parameter's schema allows a value as written in an address. */
    allows(schema: ParameterSchema, value: string): boolean {
      if (schema.type === 'number') return /^-?\d+(?:\.\d{1,6})?$/.test(value) && ajv.validate(schema, Number(value));
      if (schema.type !== 'integer') return ajv.validate(schema, value);
      return /^(0|[1-9]\d*)$/.test(value) && ajv.validate(schema, Number(value));
    },
  };
}

function ajvError({
  instancePath = '',
  message = '',
}: {
  instancePath?: string;
  message?: string | undefined;
}): string {
  return `${instancePath} ${message}`;
}
