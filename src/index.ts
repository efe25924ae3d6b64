import { createApp } from './app.ts';
import { catalog, codeRevision, specimens } from './catalog/bundled.ts';

export default createApp({ catalog, codeRevision, specimens });
