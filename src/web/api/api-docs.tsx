/** /openapi.json, and /docs to read and try what it describes. */
import script from '../../../assets/scripts/docs.js';
import css from '../../../assets/styles/docs.css';
import { cacheCatalog } from '../caching.ts';
import type { CardContext } from '../context.ts';
import { answerProblem } from '../errors.tsx';
import { answerPage } from '../pages/layout.tsx';
import { pagePolicy } from '../security.ts';
import { createApi } from './api.ts';
import { describeApi } from './api-document.ts';
import { DocsPage } from './docs-page.tsx';
import type { Operation } from './openapi.ts';
import { getOpenApi } from './routes.ts';

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
  // A form of the page, where no script is run: leads to the address that the fields ask for.
  .get('/docs/try/:operationId', async (c) => {
    const address = await addressOf(c, c.req.param('operationId'));
    return address === undefined ? answerProblem(c, { type: 'address-not-found' }) : c.redirect(address, 302);
  });

/** The address of an operation with the parameters that are filled in: always one of our own. */
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
