/** Draws pictures in worker threads, one a core, and keeps each whole or not at all. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Brand } from '../../card/site.ts';
import type { DrawingThread, Job, Result } from './drawing-thread.ts';
import type { Picture } from './plan.ts';

/** A thread takes about as long to start as these pictures take to draw. */
const PICTURES_WORTH_A_THREAD = 12;

export type DrawOptions = {
  /** The folder that pictures are kept in, by their names. */
  store: string;
  origin: string;
  brand: Brand;
  onDrawn(): void;
};

export const threadsFor = (pictures: number) =>
  Math.min(availableParallelism(), Math.ceil(pictures / PICTURES_WORTH_A_THREAD));

/** Draws all pictures of the compiled catalogue in this folder. @throws Error that names the first that is not drawn. */
export async function drawPictures(pictures: readonly Picture[], { store, origin, brand, onDrawn }: DrawOptions) {
  const queue = pictures.values();
  const threads = Array.from({ length: threadsFor(pictures.length) }, () => {
    const workerData: DrawingThread = { store, origin, brand };
    return new Worker(join(import.meta.dirname, 'drawing-thread.ts'), { workerData });
  });
  try {
    await Promise.all(threads.map((thread) => drawAll(thread, queue, onDrawn)));
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

/** Gives a thread one picture after another. */
function drawAll(thread: Worker, queue: Iterator<Picture>, onDrawn: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let current: Picture | undefined;
    const next = () => {
      current = queue.next().value;
      if (current) thread.postMessage(current satisfies Job);
      else resolve();
    };
    thread.on('message', ({ error }: Result) => {
      if (error !== undefined) return reject(notDrawn(current, error));
      onDrawn();
      next();
    });
    thread.on('error', (error) => reject(notDrawn(current, error.message)));
    thread.on('exit', (code) => reject(notDrawn(current, `its thread ended with ${code}`)));
    next();
  });
}

function notDrawn(picture: Picture | undefined, reason: string): Error {
  if (!picture) return new Error(`a drawing thread failed: ${reason}`);
  const { id, path } = picture;
  return new Error(
    `the card "${id}" was not drawn at /${path}: ${reason}. ` +
      `Look at it in the preview: npm run dev, http://localhost:8787/${path}`,
  );
}
