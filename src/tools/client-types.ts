/** Writes the types of the client: the schemas of the API's responses as plain TypeScript. Pure. */
import { OpenAPIHono } from '@hono/zod-openapi';
import * as routes from '../web/api/routes.ts';

type Schema = {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
};
type Parameter = { name: string; in: string; required?: boolean; description?: string; schema: Schema };

const HEADER = `/** The documents of the API. Written by \`npm run schema\`, from the schemas that validate them. */\n`;

/** The text of src/client/types.ts. */
export function clientTypes(): string {
  const api = new OpenAPIHono();
  for (const [, route] of Object.entries(routes).sort(([a], [b]) => (a < b ? -1 : 1)))
    if ('operationId' in route) api.openAPIRegistry.registerPath(route as typeof routes.listCards);
  const { components, paths } = api.getOpenAPI31Document({ openapi: '3.1.0', info: { title: '', version: '' } });
  const schemas = Object.entries((components?.schemas ?? {}) as Record<string, Schema>);
  const { parameters = [] } = paths?.['/api/cards']?.get ?? {};
  const query: Schema = {
    description: 'The parameters of a list of cards, as in the address.',
    properties: Object.fromEntries(
      (parameters as Parameter[]).map(({ name, schema, description }) => [name, { ...schema, description }]),
    ),
  };
  const types = [...schemas, ['ListCardsQuery', query] as const].map(
    ([name, schema]) => `${comment(schema, '')}export type ${name} = ${typeOf(schema, '')};\n`,
  );
  return [HEADER, ...types].join('\n');
}

/** A schema as a type. `indent`: of the line on which it begins. */
function typeOf(schema: Schema, indent: string): string {
  const { $ref, type, enum: values, properties, items, allOf, anyOf, oneOf } = schema;
  if ($ref) return $ref.slice($ref.lastIndexOf('/') + 1);
  // A reference with a description of its own.
  if (allOf)
    return allOf
      .filter((part) => part.$ref)
      .map((part) => typeOf(part, indent))
      .join(' & ');
  const choices = anyOf ?? oneOf;
  if (choices) return choices.map((choice) => typeOf(choice, indent)).join(' | ');
  if (values) return values.map((value) => JSON.stringify(value)).join(' | ');
  if (Array.isArray(type)) return type.map((each) => typeOf({ ...schema, type: each }, indent)).join(' | ');
  if (type === 'null') return type;
  if (type === 'array') return `Array<${typeOf(items ?? {}, indent)}>`;
  if (properties) return objectType(schema, indent);
  if (type === 'integer') return 'number';
  return type === 'object' ? 'Record<string, unknown>' : (type ?? 'unknown');
}

function objectType({ properties = {}, required = [] }: Schema, indent: string): string {
  const inner = `${indent}  `;
  const fields = Object.entries(properties).map(
    ([name, field]) =>
      `${comment(field, inner)}${inner}${name}${required.includes(name) ? '' : '?'}: ${typeOf(field, inner)};\n`,
  );
  return `{\n${fields.join('')}${indent}}`;
}

function comment({ description }: Schema, indent: string): string {
  return description === undefined ? '' : `${indent}/** ${description.replaceAll('*/', '*\\/')} */\n`;
}
