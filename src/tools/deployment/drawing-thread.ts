/** A thread of a build that draws pictures with the modules of the Worker. One message is one picture. */
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { Brand } from '../../card/site.ts';
import { isPublished } from '../../catalog/store.ts';
import { createLinks } from '../../web/links.ts';
import { writeBuilt } from '../built-files.ts';
import { registerModuleHooks } from '../module-hooks.ts';
import type { Picture } from './plan.ts';
import { readBuild, readCatalog } from './plan.ts';

export type DrawingThread = { store: string; origin: string; brand: Brand };
export type Job = Picture;
/** `error`: why a picture was not drawn. */
export type Result = { error?: string };

registerModuleHooks();
const { renderImage } = await import('../../render/image.ts');

const { store, origin, brand } = workerData as DrawingThread;
const links = createLinks(origin);
const catalog = await readCatalog();
const { code } = await readBuild();

async function draw({ id, form, kept }: Job): Promise<void> {
  const record = await catalog.getCard(id);
  if (!record) throw new Error('it is not in the compiled catalogue');
  const { size, theme, format } = form;
  const addresses = { pageUrl: links.page(id), sourceUrl: links.evidence(record) };
  const options = {
    size,
    theme,
    format,
    brand,
    ...addresses,
    code: (await isPublished(catalog, record)) ? code : undefined,
  };
  await writeBuilt(join(store, kept), await renderImage(record, options));
}

parentPort?.on('message', (job: Job) => {
  draw(job).then(
    () => parentPort?.postMessage({} satisfies Result),
    (error: unknown) => parentPort?.postMessage({ error: String((error as Error)?.message ?? error) } satisfies Result),
  );
});
