/** A document of the API: its fields, each with its type and meaning. */

type Schema = {
  $ref?: string;
  type?: string | string[];
  description?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  enum?: unknown[];
  anyOf?: Schema[];
  allOf?: Schema[];
};

export function DocsSchema({ name, schema }: { name: string; schema: Schema }) {
  return (
    <details id={anchorOf(name)}>
      <summary>{name}</summary>
      {schema.description && <p>{schema.description}</p>}
      <dl>
        {Object.entries(schema.properties ?? {}).map(([field, part]) => (
          <>
            <dt>
              <code>{field}</code>: <DocsType schema={part} />
            </dt>
            <dd>{descriptionOf(part)}</dd>
          </>
        ))}
      </dl>
    </details>
  );
}

/** A type in a few words; a document of its own as a link to it. */
function DocsType({ schema }: { schema: Schema }) {
  const { $ref, anyOf, allOf, items, type } = schema;
  if ($ref !== undefined) {
    const name = $ref.slice($ref.lastIndexOf('/') + 1);
    return <a href={`#${anchorOf(name)}`}>{name}</a>;
  }
  if (anyOf)
    return (
      <>
        {anyOf.map((part, index) => (
          <>
            {index > 0 && ' or '}
            <DocsType schema={part} />
          </>
        ))}
      </>
    );
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

function descriptionOf({ description, allOf }: Schema): string {
  return description ?? allOf?.find((part) => part.description !== undefined)?.description ?? '';
}

function anchorOf(name: string): string {
  return `document-${name}`;
}
