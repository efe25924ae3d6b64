/** An operation of the API: what it takes, a form to try it, and what it answers. */

import type { Links } from '../links.ts';
import type { Operation } from '../openapi.ts';

export type DescribedOperation = { path: string; operation: Operation };

type Field = {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  example?: unknown;
  schema?: { enum?: string[]; default?: unknown };
};

export function DocsOperation({ path, operation, links }: DescribedOperation & { links: Links }) {
  const { operationId = '', summary, description, parameters = [], responses = {} } = operation;
  // A script may not follow a redirect to another site: there, the form leads.
  const shown = responses[200] !== undefined;
  return (
    <article class="operation" id={operationId} aria-labelledby={`${operationId}-title`}>
      <h3 id={`${operationId}-title`}>{summary}</h3>
      <p>
        <code>
          <strong class="method">GET</strong> {path}
        </code>
      </p>
      {description && <p>{description}</p>}
      <form action={links.tryOut(operationId)} data-path={shown ? path : undefined}>
        {parameters.length > 0 && (
          <div class="fields">
            {(parameters as Field[]).map((field) => (
              <DocsField key={field.name} field={field} id={`${operationId}-${field.name}`} />
            ))}
          </div>
        )}
        <button type="submit">
          Try it<span class="visually-hidden">: {summary}</span>
        </button>
      </form>
      {shown && (
        <div class="answer" hidden>
          <p>
            <strong class="answer-status" role="status" /> from <a href={links.openapi()}>the address</a>
          </p>
          <div class="answer-body" />
        </div>
      )}
      <details>
        <summary>Answers</summary>
        <dl>
          {Object.entries(responses).map(([status, response]) => (
            <>
              <dt>
                {status} {Object.keys(response.content ?? {}).join(' or ')}
              </dt>
              <dd>
                <p>{response.description}</p>
                {Object.values<{ example?: unknown }>(response.content ?? {}).map(
                  ({ example }) => example !== undefined && <pre>{JSON.stringify(example, null, 2)}</pre>,
                )}
              </dd>
            </>
          ))}
        </dl>
      </details>
    </article>
  );
}

function DocsField({ field, id }: { field: Field; id: string }) {
  const { name, required, description, example, schema } = field;
  const attributes = { id, name, required, 'aria-describedby': `${id}-hint` };
  const start = required && example !== undefined ? String(example) : '';
  return (
    <div>
      <label for={id}>
        <code>{name}</code>
        {required && ' (needed)'}
      </label>
      {schema?.enum ? (
        <select {...attributes}>
          {!required && <option value="">any</option>}
          {schema.enum.map((value) => (
            <option key={value} value={value} selected={value === start}>
              {value}
            </option>
          ))}
        </select>
      ) : (
        <input {...attributes} type="text" value={start} autocomplete="off" />
      )}
      <p class="hint" id={`${id}-hint`}>
        {description}
        {example !== undefined && start === '' && ` For example: ${example}`}
      </p>
    </div>
  );
}
