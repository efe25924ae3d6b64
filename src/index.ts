import { type Bindings, createApp } from './app.ts';
import { codeRevision, loadStore, site, specimens } from './catalog/stores/assets.ts';
import { createReportReader, createStore } from './watch/kv-store.ts';
import { passOver } from './watch/pass.ts';

const readReport = createReportReader();

const { fetch } = createApp({
  loadStore: ({ ASSETS }) => loadStore(ASSETS),
  loadWatch: async ({ WATCH }) => (WATCH ? readReport(WATCH) : null),
  codeRevision,
  site,
  specimens,
});

export default {
  fetch,
  /** A pass of the watch on the sources. Without a place to keep what it finds there is none. */
  async scheduled({ scheduledTime }, { ASSETS, WATCH, PUBLIC_URL }) {
    if (!WATCH) return;
    const catalog = await loadStore(ASSETS);
    await passOver({ catalog, store: createStore(WATCH), time: scheduledTime, publicUrl: PUBLIC_URL });
  },
} satisfies ExportedHandler<Bindings>;
