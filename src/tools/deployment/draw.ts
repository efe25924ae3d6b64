/** Draws pictures in worker threads, one per core, and stores each atomically for the next build. */

import { existsSync } from 'node:fs';
import { copyFile, link, mkdir, readdir, rm, stat, utimes } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Brand } from '../../card/site.ts';
import type { DrawingThread, Job, Result } from './drawing-thread.ts';
import type { Picture } from './plan.ts';

/** Starting a thread takes about as long as drawing this many pictures. */
const PICTURES_WORTH_A_THREAD = 12;

export type DrawOptions = {
  /** The folder of stored pictures, by name. */
  store: string;
  origin: string;
  brand: Brand;
  onDrawn(): void;
};

export const threadsFor = (pictures: number) =>
  Math.min(availableParallelism(), Math.ceil(pictures / PICTURES_WORTH_A_THREAD));

/**
 * Draws all pictures of the compiled catalogue in this folder. @throws Error that names the first picture that could not be
 * drawn
 */
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

/** Sends pictures to a thread, one after the other. */
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
      `View it in the preview: npm run dev, http://localhost:8787/${path}`,
  );
}

/** The pictures that are not stored yet. Marks the others as used now. */
export async function findMissing(store: string, pictures: readonly Picture[]): Promise<Picture[]> {
  await mkdir(store, { recursive: true });
  const now = new Date();
  const kept = await Promise.all(pictures.map(({ kept }) => utimes(join(store, kept), now, now).then(...YES_OR_NO)));
  return pictures.filter((_, index) => !kept[index]);
}

const YES_OR_NO = [() => true, () => false] as const;

/** Places pictures at their addresses below a folder. Returns their size in bytes. */
export async function placePictures(store: string, pictures: readonly Picture[], folder: string): Promise<number> {
  for (const place of new Set(pictures.map(({ path }) => dirname(join(folder, path)))))
    await mkdir(place, { recursive: true });
  let bytes = 0;
  for (const { kept, path } of pictures) {
    const [from, to] = [join(store, kept), join(folder, path)];
    // File systems without links need copies.
    await link(from, to).catch(() => copyFile(from, to));
    bytes += (await stat(to)).size;
  }
  return bytes;
}

/** Another build may have drawn a picture and not placed it yet. */
const UNUSED_MS = 60 * 60 * 1000;

/** Removes the pictures that no build has used for an hour. */
export async function removeUnused(store: string, used: readonly Picture[]): Promise<void> {
  if (!existsSync(store)) return;
  const names = new Set(used.map(({ kept }) => kept));
  for (const name of await readdir(store)) {
    if (names.has(name)) continue;
    const file = await stat(join(store, name)).catch(() => undefined);
    if (file && Date.now() - file.mtimeMs > UNUSED_MS) await rm(join(store, name), { force: true });
  }
}
