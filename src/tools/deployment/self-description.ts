/** What only the Worker knows: at which addresses a card's pictures are, and which headers they have. */
import { headersFile, type Sample } from './headers.ts';
import type { PictureForm } from './plan.ts';
import type { Worker } from './worker.ts';

export type SelfDescription = { forms: PictureForm[]; headers: string };

type CardDocument = { images: { size: string; theme: string; url: string; type: string }[] };

/** Asks about the newest, the middle and the oldest card. @throws Error when an answer is not as expected. */
export async function describeWorker(worker: Worker, ids: readonly string[]): Promise<SelfDescription> {
  const [newest] = ids;
  if (newest === undefined) return { forms: [], headers: headersFile([], []) };
  const document = await read(worker, `cards/${newest}.json`, (response) => response.json() as Promise<CardDocument>);
  const forms = document.images
    .filter(({ type }) => type === 'image/png')
    .map(({ size, theme, url }) => ({ size, theme, path: templateOf(url, newest) }));

  const asked = new Set([newest, ids[ids.length >> 1] ?? newest, ids.at(-1) ?? newest]);
  const samples: Sample[] = [];
  for (const id of asked)
    for (const { path } of [forms[0], forms.at(-1)].filter((form) => form !== undefined))
      samples.push(
        await read(worker, path.replace('{id}', id), async ({ headers }) => ({ id, headers: [...headers] })),
      );
  return { forms, headers: headersFile(forms, samples) };
}

/** "https://cards.example.org/cards/a-card/square.png" → "cards/{id}/square.png" */
function templateOf(url: string, id: string): string {
  return new URL(url).pathname.slice(1).replace(`cards/${id}`, 'cards/{id}');
}

async function read<T>(worker: Worker, path: string, use: (response: Response) => Promise<T>): Promise<T> {
  const response = await worker.ask(path);
  if (response.status !== 200) throw new Error(`the Worker answers ${response.status} to /${path}`);
  const answer = await use(response);
  if (!response.bodyUsed) await response.arrayBuffer();
  return answer;
}
