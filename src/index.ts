import { type Bindings, createApp } from './app.ts';
import { codeRevision, loadStore, readPublished, site, specimens } from './catalog/stores/assets.ts';
import { createWatchReader } from './watch/reader.ts';
import { SourceWatch as AnySourceWatch, logError } from './watch/source-watch.ts';

const watch = createWatchReader<Bindings>(
  [async ({ WATCH }, key) => (WATCH ? WATCH.get(key) : null), ({ ASSETS }, key) => readPublished(ASSETS, key)],
  // Whoever makes a pass by hand wants to see what it found.
  { onError: logError, freshMs: specimens && 1_000 },
);

const { fetch } = createApp({ loadStore: ({ ASSETS }) => loadStore(ASSETS), watch, codeRevision, site, specimens });

/** Named in wrangler.toml. */
export class SourceWatch extends AnySourceWatch<Bindings> {
  protected override loadCatalog() {
    return loadStore(this.env.ASSETS);
  }
}

export default {
  fetch,
  /** Wakes what runs the watch on the sources, where it is bound. */
  async scheduled({ scheduledTime }, { WATCHER }) {
    await WATCHER?.getByName('watch').wake(scheduledTime);
  },
} satisfies ExportedHandler<Bindings>;
