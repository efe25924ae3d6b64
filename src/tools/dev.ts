/** `npm run dev`: compiles the catalogue, and serves it on this machine with wrangler, and the composer. Does not use the network. */
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { parseArgs } from 'node:util';
import { startCompanion } from './compose/server.ts';
import { runWrangler } from './deployment/bundle.ts';

const PORT = 8787;

const USAGE = `Usage: npm run dev [-- --port N] [OPTION…]

Shows the site on this machine, and updates it when you save a file of the catalogue. Prints the address of the preview, and
that of the composer, in which you make cards. Ctrl-C stops both.

  --port N   the port of the preview (default: ${PORT}, or the next free port if another program uses it). The composer
             takes any free port
  OPTION     any other option of "wrangler dev": npm run wrangler -- dev --help lists them`;

const options = process.argv.slice(2);
if (options.includes('--help')) {
  console.log(USAGE);
  process.exit(0);
}
const compiled = spawnSync(process.execPath, ['src/tools/compile.ts'], { stdio: 'inherit' });
if (compiled.status !== 0) process.exit(compiled.status ?? 1);
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
