/** The schemas in the API page. Variants of a union list only their own fields; the union lists the shared ones. */

type Schema = {
  $ref?: string;
  type?: string | string[];
  description?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  enum?: unknown[];
  anyOf?: Schema[];
  allOf?: Schema[];
  oneOf?: Schema[];
};
type Schemas = Record<string, Schema>;

export function DocsSchemas({ schemas }: { schemas: Schemas }) {
  return (
    <>
      {Object.entries(schemas).map(([name, schema]) => (
        <DocsSchema key={name} name={name} schema={schema} schemas={schemas} />
      ))}
    </>
  );
}

function DocsSchema({ name, schema, schemas }: { name: string; schema: Schema; schemas: Schemas }) {
  const [choice, choices] =
    Object.entries(schemas).find(([, { oneOf }]) => oneOf?.some((part) => nameOf(part) === name)) ?? [];
  const shared = sharedFields(choices ?? schema, schemas);
  const own = Object.entries(schema.properties ?? {}).filter(([field]) => !(field in shared));
  const absent = own.filter(([, { type }]) => type === 'null').map(([field]) => field);
  return (
    <details id={schemaAnchor(name)}>
      <summary>{name}</summary>
      {schema.description && <p>{schema.description}</p>}
      {schema.oneOf && (
        <p>
          One of <DocsTypes schemas={schema.oneOf} between=", " />. All of them have these fields:
        </p>
      )}
      {choice !== undefined && (
        <p>
          It has all fields of <DocsType schema={{ $ref: choice }} /> and these
          {absent.length > 0 && (
            <>
              ; always null:{' '}
              {absent.map((field, index) => (
                <>
                  {index > 0 && ', '}
                  <code>{field}</code>
                </>
              ))}
            </>
          )}
          .
        </p>
      )}
      <dl>
        {(schema.oneOf ? Object.entries(shared) : own.filter(([field]) => !absent.includes(field))).map(
          ([field, part]) => (
            <>
              <dt>
                <code>{field}</code>: <DocsType schema={part} />
              </dt>
              <dd>{descriptionOf(part)}</dd>
            </>
          ),
        )}
      </dl>
    </details>
  );
}

/** The fields that all variants of a union share. */
function sharedFields({ oneOf = [] }: Schema, schemas: Schemas): Record<string, Schema> {
  const [first = {}, ...others] = oneOf.map((part) => schemas[nameOf(part)]?.properties ?? {});
  const isShared = ([field, part]: [string, Schema]) =>
    others.every((properties) => JSON.stringify(properties[field]) === JSON.stringify(part));
  return Object.fromEntries(Object.entries(first).filter(isShared));
}

/** A short description of a type, with a link if it is a named schema. */
function DocsType({ schema }: { schema: Schema }) {
  const { $ref, anyOf, allOf, items, type } = schema;
  if ($ref !== undefined) return <a href={`#${schemaAnchor(nameOf(schema))}`}>{nameOf(schema)}</a>;
  if (anyOf) return <DocsTypes schemas={anyOf} between=" or " />;
  if (allOf?.[0]) return <DocsType schema={allOf[0]} />;
  const types = [type ?? 'any'].flat();
  if (items)
    return (
      <>
        array of <DocsType schema={items} />
        {types.includes('null') && ' or null'}
      </>
    );
  if (schema.enum) return <>{schema.enum.map(String).join(', ')}</>;
  return <>{types.join(' or ')}</>;
}

function DocsTypes({ schemas, between }: { schemas: Schema[]; between: string }) {
  return (
    <>
      {schemas.map((part, index) => (
        <>
          {index > 0 && between}
          <DocsType schema={part} />
        </>
      ))}
    </>
  );
}

/** The schema name in a reference. */
function nameOf({ $ref = '' }: Schema): string {
  return $ref.slice($ref.lastIndexOf('/') + 1);
}

function descriptionOf({ description, allOf }: Schema): string {
  return description ?? allOf?.find((part) => part.description !== undefined)?.description ?? '';
}

function schemaAnchor(name: string): string {
  return `document-${name}`;
}
