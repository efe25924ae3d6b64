/** /openapi.json, and /docs to try it. */

import { createApi } from './api.ts';
import { describeApi } from './api-document.ts';
import { getOpenApi } from './api-routes.ts';
import { cacheCatalog } from './caching.ts';

export const apiDocs = createApi().openapi(getOpenApi, (c) => cacheCatalog(c, 'openapi') ?? c.json(describeApi(c)));
