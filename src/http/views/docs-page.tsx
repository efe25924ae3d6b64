/** The page of the API: what /openapi.json describes, for people, with a form to try each operation. */
import type { Links } from '../links.ts';
import type { ApiDocument } from '../openapi.ts';
import { type DescribedOperation, DocsOperation } from './docs-operation.tsx';
import { DocsSchema } from './docs-schema.tsx';
import { Layout } from './layout.tsx';

export function DocsPage({ document, links }: { document: ApiDocument; links: Links }) {
  const operations = operationsOf(document);
  const tagged = (document.tags ?? []).map((tag) => ({
    ...tag,
    operations: operations.filter(({ operation }) => operation.tags?.includes(tag.name)),
  }));
  return (
    <Layout
      title="API"
      description="Every operation of the JSON API, with a form to try it."
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
            {described.map((each) => (
              <DocsOperation key={each.operation.operationId} {...each} links={links} />
            ))}
          </section>
        ))}
        <section aria-labelledby="documents">
          <h2 id="documents">Documents</h2>
          <p>What the answers are made of.</p>
          {Object.entries(document.components?.schemas ?? {}).map(([name, schema]) => (
            <DocsSchema key={name} name={name} schema={schema} />
          ))}
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
