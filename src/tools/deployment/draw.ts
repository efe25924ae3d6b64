/** Draws pictures through running Workers, and writes each whole or not at all. */
import { join } from 'node:path';
import { writeBuilt } from '../built-files.ts';
import type { Picture } from './plan.ts';
import type { Worker } from './worker.ts';

/** A second request is there when the first is answered, so that a workerd never waits for the next. */
const REQUESTS_PER_WORKER = 2;

type DrawOptions = {
  workers: readonly Worker[];
  folder: string;
  onDrawn(picture: Picture, bytes: number): void;
};

/** Draws all pictures. @throws Error that names the card, the address and the status of the first that is not drawn. */
export async function drawPictures(pictures: readonly Picture[], { workers, folder, onDrawn }: DrawOptions) {
  const queue = pictures.values();
  let failed = false;
  const lane = async (worker: Worker) => {
    for (const picture of queue) {
      if (failed) return;
      const bytes = await drawPicture(picture, worker);
      await writeBuilt(join(folder, picture.path), bytes);
      onDrawn(picture, bytes.length);
    }
  };
  const lanes = workers.flatMap((worker) => Array.from({ length: REQUESTS_PER_WORKER }, () => lane(worker)));
  await Promise.all(
    lanes.map((running) =>
      running.catch((error: Error) => {
        failed = true;
        throw error;
      }),
    ),
  );
}

async function drawPicture({ id, path }: Picture, worker: Worker): Promise<Uint8Array> {
  const response = await worker.ask(path).catch((error: Error) => {
    throw new Error(
      `the card "${id}" was not drawn: /${path} gives no answer (${error.cause ?? error.message}). ${worker.complaints()}`,
    );
  });
  if (response.status !== 200 || response.headers.get('Content-Type') !== 'image/png') {
    await response.body?.cancel();
    throw new Error(
      `the card "${id}" was not drawn: /${path} answers ${response.status} ${response.headers.get('Content-Type')}. ` +
        `Look at it in the preview: npm run dev, http://localhost:8787/${path}\n${worker.complaints()}`,
    );
  }
  return new Uint8Array(await response.arrayBuffer());
}
