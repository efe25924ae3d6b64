/** What stands in for KV: a Worker that asks Node for its values and, as Node says, is slow, hangs, fails or answers with garbage. */
import { type Request, Response } from 'miniflare';

const FAULTS = ['slow', 'hanging', 'failing', 'garbage'] as const;
export type Fault = (typeof FAULTS)[number] | 'none';

/** Every second spell is without a fault, so that the watch can store something in between. */
const SPELL_MS = 10_000;

export type FaultyKv = {
  /** What is stored, as text. */
  values: Map<string, string>;
  /** Ends the faults. */
  heal(): void;
  /** How often each fault was met. */
  met: Record<Fault, number>;
  answer(request: Request): Promise<Response>;
};

export function createFaultyKv(start = Date.now()): FaultyKv {
  const values = new Map<string, string>();
  const met: Record<Fault, number> = { none: 0, slow: 0, hanging: 0, failing: 0, garbage: 0 };
  let healed = false;
  const faultNow = (): Fault => {
    const spell = Math.floor((Date.now() - start) / SPELL_MS);
    return healed || spell % 2 === 0 ? 'none' : (FAULTS[((spell - 1) / 2) % FAULTS.length] as Fault);
  };
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms).unref());
  return {
    values,
    met,
    heal: () => {
      healed = true;
    },
    async answer(request) {
      const fault = faultNow();
      met[fault]++;
      if (fault === 'slow') await wait(8_000);
      if (fault === 'hanging') await wait(600_000);
      if (fault === 'failing') return new Response('unavailable', { status: 503 });
      const key = new URL(request.url).pathname.slice(1);
      if (request.method === 'PUT') values.set(key, await request.text());
      else if (fault === 'garbage') return new Response('{"day":"9999-99-99","cards":[[');
      const value = values.get(key);
      return value === undefined ? new Response(null, { status: 404 }) : new Response(value);
    },
  };
}

/** The Worker; `NODE` answers for it. */
export const FAULTY_KV_SCRIPT = `import { WorkerEntrypoint } from 'cloudflare:workers';
export class FaultyKv extends WorkerEntrypoint {
  async ask(key, init) {
    const answer = await this.env.NODE.fetch('http://node/' + key, init);
    if (answer.status === 404) return null;
    if (!answer.ok) throw new Error('KV failed');
    return answer.text();
  }
  get(key) { return this.ask(key); }
  async put(key, value) { await this.ask(key, { method: 'PUT', body: value }); }
  async delete() {}
}
export default { fetch: () => new Response('') };`;
