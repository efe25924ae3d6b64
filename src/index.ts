import { createApp } from './app.ts';
import { catalog, specimens } from './catalog/bundled.ts';

export default createApp(catalog, specimens);
