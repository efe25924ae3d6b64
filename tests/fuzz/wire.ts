/** Sends requests as they are: a client that neither mends an address nor follows where it leads. */
import { Agent, request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

export type Sent = { method: string; target: string; headers: Record<string, string> };
export type Received = { status: number; headers: Record<string, string>; body: Buffer };

/** No request may hang, even on a busy machine. */
const DEADLINE_MS = 30_000;

/** Requests reject where no whole answer comes in time. */
export function createWire(origin: string, deadlineMs = DEADLINE_MS) {
  const { hostname, port } = new URL(origin);
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  return {
    send: ({ method, target, headers }: Sent) =>
      new Promise<Received>((resolve, reject) => {
        const signal = AbortSignal.timeout(deadlineMs);
        const options = { hostname, port, method, path: target, headers, agent, signal, setDefaultHeaders: true };
        const sending = request(options, (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('error', reject);
          response.on('end', () => {
            const received = Object.entries(response.headers).map(([name, value]) => [name, [value].flat().join(', ')]);
            const body = decoded(Buffer.concat(parts), response.headers['content-encoding']);
            resolve({ status: response.statusCode ?? 0, headers: Object.fromEntries(received), body });
          });
        });
        sending.on('error', (error) =>
          reject(signal.aborted ? new Error(`no answer within ${deadlineMs / 1000} s`) : error),
        );
        sending.end();
      }),
    close: () => agent.destroy(),
  };
}

function decoded(body: Buffer, encoding: string | undefined): Buffer {
  if (body.length === 0) return body;
  if (encoding === 'gzip') return gunzipSync(body);
  return encoding === 'br' ? brotliDecompressSync(body) : body;
}
