/** The API page: the OpenAPI document for people, with a form to try each operation. */
import script from '../../../assets/scripts/docs.js';
import css from '../../../assets/styles/docs.css';
import { cacheCatalog } from '../caching.ts';
import type { CardContext } from '../context.ts';
import { answerProblem } from '../errors.tsx';
import type { Links } from '../links.ts';
import { answerPage, Layout } from '../pages/layout.tsx';
import { pagePolicy } from '../security.ts';
import { createApi } from './api.ts';
import { describeApi } from './api-document.ts';
import { DocsSchemas } from './docs-schemas.tsx';
import { type ApiDocument, getOpenApi, type Operation } from './routes.ts';

export function DocsPage({ document, links }: { document: ApiDocument; links: Links }) {
  const operations = operationsOf(document);
  const tagged = (document.tags ?? []).map((tag) => ({
    ...tag,
    operations: operations.filter(({ operation }) => operation.tags?.includes(tag.name)),
  }));
  return (
    <Layout
      title="API"
      description="All operations of the JSON API, with forms to try them."
      links={links}
      head={
        <>
          <link rel="stylesheet" href={links.docsFile('style.css')} />
          <script type="module" src={links.docsFile('script.js')} />
        </>
      }
    >
      <div class="docs">
        <h1>API</h1>
        {document.info.description?.split('\n\n').map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <p>
          Version {document.info.version}. For programs: <a href={links.openapi()}>openapi.json</a> (OpenAPI 3.1).
        </p>
        <ul class="contents">
          {tagged
            .flatMap((tag) => tag.operations)
            .map(({ path, operation }) => (
              <li key={operation.operationId}>
                <a href={`#${operation.operationId}`}>{operation.summary}</a>
                <br />
                <code>{path}</code>
              </li>
            ))}
        </ul>
        {tagged.map(({ name, description, operations: described }) => (
          <section key={name} aria-labelledby={anchorOf(name)}>
            <h2 id={anchorOf(name)}>{name}</h2>
            <p>{description}</p>
            {described.map((operation) => (
              <DocsOperation key={operation.operation.operationId} {...operation} links={links} />
            ))}
          </section>
        ))}
        <section aria-labelledby="documents">
          <h2 id="documents">Documents</h2>
          <p>The schemas of the responses.</p>
          <DocsSchemas schemas={document.components?.schemas ?? {}} />
        </section>
      </div>
    </Layout>
  );
}

function operationsOf({ paths }: ApiDocument): DescribedOperation[] {
  return Object.entries(paths ?? {}).flatMap(([path, { get: operation }]) => (operation ? [{ path, operation }] : []));
}

function anchorOf(tag: string): string {
  return tag.toLowerCase().replaceAll(' ', '-');
}

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
  // Scripts cannot follow redirects to other sites, so the form opens them.
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
            <strong class="answer-status" role="status" /> from <a href={links.openapi()}>this URL</a>
          </p>
          <div class="answer-body" />
        </div>
      )}
      <details>
        <summary>Responses</summary>
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
        {required && ' (required)'}
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

export const apiDocs = createApi()
  .openapi(getOpenApi, async (c) => cacheCatalog(c, 'openapi') ?? c.json(await describeApi(c)))
  .get('/docs', async (c) => {
    const unchanged = cacheCatalog(c, 'docs');
    if (unchanged) return unchanged;
    c.header('Content-Security-Policy', pagePolicy(c.var, { ownFiles: true }));
    return answerPage(c, <DocsPage document={await describeApi(c)} links={c.var.links} />);
  })
  .get('/docs/style.css', (c) => c.text(css, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
  .get('/docs/script.js', (c) => c.text(script, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }))
  // The form of an operation without scripts: redirects to the address for its values.
  .get('/docs/try/:operationId', async (c) => {
    const address = await addressOf(c, c.req.param('operationId'));
    return address === undefined ? answerProblem(c, { type: 'address-not-found' }) : c.redirect(address, 302);
  });

/** The address of an operation with the given parameters, always on this service. */
async function addressOf(c: CardContext, operationId: string): Promise<string | undefined> {
  const { paths } = await describeApi(c);
  const found = Object.entries(paths ?? {}).find(([, { get }]) => get?.operationId === operationId);
  if (!found) return undefined;
  const [path, { get: operation }] = found;
  const given = new URL(c.req.url).searchParams;
  const filled = path.replaceAll(/\{(\w+)\}/g, (_part, name) => encodeURIComponent(given.get(name) ?? ''));
  const query = new URLSearchParams(queryNames(operation).map((name) => [name, given.get(name) ?? '']));
  for (const [name, value] of [...query]) if (value === '') query.delete(name);
  return `${filled}${query.size > 0 ? `?${query}` : ''}`;
}

function queryNames(operation: Operation | undefined): string[] {
  const parameters = (operation?.parameters ?? []) as { name: string; in: string }[];
  return parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
}
