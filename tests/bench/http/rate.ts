/** How many requests a second a Worker answers, asked by autocannon over connections that stay open. */
import autocannon from 'autocannon';

const CONNECTIONS = 8;
const SECONDS = 2;

/** What is asked: an address, and the status that its answer has to have. */
export type Asked = { name: string; url: string; headers?: Record<string, string>; status: 200 | 304 };

/** @throws Error when an answer has another status, or none comes. */
export async function requestsPerSecond(
  { name, url, headers = {}, status }: Asked,
  seconds = SECONDS,
): Promise<number> {
  const result = await autocannon({ url, headers, connections: CONNECTIONS, duration: seconds });
  const wrong = Object.keys(result.statusCodeStats ?? {}).filter((code) => code !== String(status));
  if (wrong.length > 0 || result.errors > 0) throw new Error(`${name} answered ${wrong.join(', ') || 'nothing'}`);
  return result.requests.total / result.duration;
}
