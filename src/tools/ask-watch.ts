/** Asks a running service for the findings of its watch. */
import type { WatchList } from '../watch/report.ts';

/** Longer than any of our responses takes. */
const TIMEOUT_MS = 15_000;

export async function askWatch(
  origin: string,
  timeoutMs = TIMEOUT_MS,
): Promise<{ ok: true; document: WatchList } | { ok: false; message: string }> {
  const fail = (message: string) => ({ ok: false as const, message });
  const address = URL.parse('/api/watch', origin);
  if (address === null)
    return fail(`"${origin}" is not an address. Write it with its scheme: https://cards.example.org`);
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(timeoutMs) });
    const document = response.ok ? ((await response.json()) as Partial<WatchList>) : {};
    if (document.watch === null || Array.isArray(document.watch?.sources))
      return { ok: true, document: document as WatchList };
    return fail(`${address} returned ${response.status} without the results of the watch. Check the address.`);
  } catch (error) {
    const { message, cause } = error as Error & { cause?: { code?: string } };
    return fail(`${address} cannot be read (${cause?.code ?? message}). Check the address and the connection.`);
  }
}
