import { type Bindings, createApp } from './app.ts';
import { codeRevision, loadStore, readPublished, site, specimens } from './catalog/stores/assets.ts';
import { createWatchReader } from './watch/reader.ts';
import { SourceWatch as AnySourceWatch, logError } from './watch/source-watch.ts';

const watch = createWatchReader<Bindings>(
  [async ({ WATCH }, key) => (WATCH ? WATCH.get(key) : null), ({ ASSETS }, key) => readPublished(ASSETS, key)],
  // In the preview, the findings of a manual pass appear after a second.
  { onError: logError, freshMs: specimens && 1_000 },
);

const { fetch } = createApp({ loadStore, watch, codeRevision, site, specimens });

/** Named in wrangler.toml. */
export class SourceWatch extends AnySourceWatch<Bindings> {
  protected override loadCatalog() {
    return loadStore(this.env);
  }
}

export default {
  fetch,
  /** Starts the source watch, if it is bound. */
  async scheduled({ scheduledTime }, { WATCHER }) {
    await WATCHER?.getByName('watch').wake(scheduledTime);
  },
} satisfies ExportedHandler<Bindings>;
