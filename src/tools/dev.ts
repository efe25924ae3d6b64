/**
 * `npm run dev [-- --port N]`: serves the catalogue on this machine with wrangler, which receives all other options, and the
 * composer. Takes the next free port if 8787 is busy, and does not use the network.
 */
import { createServer } from 'node:net';
import { parseArgs } from 'node:util';
import { startCompanion } from './compose/server.ts';
import { runWrangler } from './deployment/bundle.ts';

const PORT = 8787;

const options = process.argv.slice(2);
if (!options.some((option) => option.startsWith('--port'))) options.push('--port', `${await findFreePort()}`);

// Otherwise wrangler asks Cloudflare for the location of this machine, and warns without a network.
process.env.CLOUDFLARE_CF_FETCH_ENABLED ??= 'false';
process.env.WRANGLER_SEND_METRICS ??= 'false';
// The banner recommends the newest wrangler, but the version in package.json matches the other packages.
process.env.WRANGLER_HIDE_BANNER ??= 'true';

const { port } = parseArgs({ args: options, options: { port: { type: 'string' } }, strict: false }).values;
const composer = await startCompanion({ preview: `http://localhost:${port}` });
console.log(`The composer makes and edits cards: ${composer.address}`);

// --test-scheduled only suppresses the warning that crons do not run by themselves.
const { status } = await runWrangler(
  ['dev', '--define', 'PREVIEW:true', '--var', `COMPOSER:${composer.address}`, '--test-scheduled', ...options],
  { show: true },
);
await composer.close();
process.exitCode = status;

async function findFreePort(): Promise<number> {
  let port = PORT;
  while (!(await isFree(port))) port++;
  if (port !== PORT) console.log(`Port ${PORT} is busy. The preview uses port ${port}.`);
  return port;
}

/** Whether no program listens on the port, at any address that `localhost` may mean. */
async function isFree(port: number): Promise<boolean> {
  for (const host of ['127.0.0.1', '::1', '::']) {
    const server = createServer();
    const fault = await new Promise<string | undefined>((settle) => {
      server.once('error', ({ code }: NodeJS.ErrnoException) => settle(code));
      server.listen({ port, host }, () => settle(undefined));
    });
    await new Promise((settle) => server.close(settle));
    // Not every machine has IPv6.
    if (fault && fault !== 'EADDRNOTAVAIL' && fault !== 'EAFNOSUPPORT') return false;
  }
  return true;
}
