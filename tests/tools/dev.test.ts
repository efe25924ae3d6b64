import { createServer } from 'node:net';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { openWorkshop } from '../helpers/workshop.ts';

const workshop = openWorkshop();
const other = createServer();
beforeAll(async () => {
  workshop.writeCards();
  await workshop.run('compile');
  // Where another program has the port already, that is as good.
  await new Promise((settle) => other.once('error', settle).listen(8787, '127.0.0.1', () => settle(undefined)));
  // A proxy that nothing listens at: no fetch leaves this machine.
  vi.stubEnv('https_proxy', 'http://127.0.0.1:1');
  // Under tests, wrangler would ask for less.
  vi.stubEnv('NODE_ENV', undefined);
});
afterAll(() => {
  vi.unstubAllEnvs();
  other.close();
  workshop.close();
});

test('npm run dev takes the next free port, warns of nothing without a network, leads to the composer, prints the address last, and stops whole', async () => {
  const child = workshop.start('dev');
  onTestFinished(() => void child.kill());
  let output = '';
  const closed = new Promise((settle) => child.once('close', settle));
  const address = await new Promise<string>((settle, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (data) => {
        output += stripVTControlCharacters(`${data}`);
        const ready = /Ready on (\S+)\n/.exec(output)?.[1];
        if (ready) settle(ready);
      });
    }
    void closed.then(() => reject(new Error(output)));
  });
  expect(output.trimEnd().split('\n').at(-1)).toContain(address);
  const port = /^Port 8787 is busy\. The preview uses port (\d+)\.$/m.exec(output)?.[1];
  expect(Number(port)).toBeGreaterThan(8787);
  expect(address).toBe(`http://localhost:${port}`);
  // Of the proxy, wrangler says that it is there.
  expect(output.replace(/.*Proxy environment variables.*/, '')).not.toMatch(/warn|error|unable|fail/i);
  expect((await fetch(`${address}/cards/some-fighters`)).status).toBe(200);
  const composer = /^The composer makes and edits cards: (\S+)$/m.exec(output)?.[1] ?? '';
  const led = await fetch(`${address}/compose`, { redirect: 'manual' });
  expect([led.status, led.headers.get('location')]).toEqual([302, composer]);
  expect((await fetch(composer)).status).toBe(200);

  child.kill('SIGTERM');
  await closed;
  await expect(fetch(address)).rejects.toThrow('fetch failed');
  await expect(fetch(composer)).rejects.toThrow('fetch failed');
});
