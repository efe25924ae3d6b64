import { createApp } from './app.ts';
import { catalog } from './catalog/bundled.ts';

export default createApp(catalog);
