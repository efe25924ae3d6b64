/** A client that asks over a few connections as fast as it is answered, and notes how long each answer took. */
import { Agent, request } from 'node:http';

export type Asked = { path: string; headers?: Record<string, string>; status: number };
export type Answer = { milliseconds: number; fault: string | undefined; bytes: number };

/** Asks one thing after another, on each of the connections, until the time is over. */
export async function askFor(
  seconds: number,
  { origin, connections, next }: { origin: string; connections: number; next: () => Asked },
): Promise<Answer[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const end = performance.now() + 1000 * seconds;
  const answers: Answer[] = [];
  const lane = async () => {
    while (performance.now() < end) answers.push(await ask(origin, next(), agent));
  };
  await Promise.all(Array.from({ length: connections }, lane));
  agent.destroy();
  return answers;
}

function ask(origin: string, { path, headers = {}, status }: Asked, agent: Agent): Promise<Answer> {
  const start = performance.now();
  return new Promise((resolve) => {
    const done = (fault: string | undefined, bytes = 0) =>
      resolve({ milliseconds: performance.now() - start, fault, bytes });
    request(`${origin}${path}`, { headers, agent }, (response) => {
      let bytes = 0;
      response.on('data', (part: Buffer) => {
        bytes += part.length;
      });
      response.on('error', ({ message }) => done(`${path}: ${message}`));
      response.on('end', () =>
        done(response.statusCode === status ? undefined : `${path} answered ${response.statusCode}`, bytes),
      );
    })
      .on('error', ({ message }) => done(`${path}: ${message}`))
      .end();
  });
}
