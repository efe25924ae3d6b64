import { createApp } from './app.ts';
import { codeRevision, loadCatalog, specimens } from './catalog/bundled.ts';

export default createApp({ loadCatalog: ({ ASSETS }) => loadCatalog(ASSETS), codeRevision, specimens });
