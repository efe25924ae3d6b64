/**
 * Loaded before a command: ends it at its n-th call that changes files. STOP_AT counts from 1; STOP_HOW is `before` or
 * `after` the call (kill -9), `half` (of the data written, then kill -9) or `full` (half of the data, then no space left).
 * The calls are written to the file CALLS. Pages come from the file PAGES: no network.
 */
import { appendFileSync, readFileSync, writeSync } from 'node:fs';
import promises, { type FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const { STOP_AT = '0', STOP_HOW = '', CALLS, PAGES } = process.env;
let count = 0;

type Call = (...args: never[]) => Promise<unknown>;
/** Writes half of what a call was to write. */
type Half = (args: never[]) => void;

function watch(name: string, call: Call, half?: Half): Call {
  return async (...args) => {
    count++;
    if (CALLS) appendFileSync(CALLS, `${name}${half ? ' data' : ''}\n`);
    if (count !== Number(STOP_AT)) return call(...args);
    if (STOP_HOW === 'after') await call(...args);
    if (STOP_HOW === 'half' || STOP_HOW === 'full') half?.(args);
    if (STOP_HOW === 'full') {
      throw Object.assign(new Error(`ENOSPC: no space left on device, ${name}`), { code: 'ENOSPC', syscall: name });
    }
    process.kill(process.pid, 'SIGKILL');
    return new Promise(() => {});
  };
}

function watchHandle(handle: FileHandle): FileHandle {
  const half: Half = ([data]) => {
    const bytes = Buffer.from(data);
    writeSync(handle.fd, bytes, 0, Math.floor(bytes.length / 2));
  };
  for (const name of ['writeFile', 'appendFile', 'write'] as const)
    handle[name] = watch(name, handle[name].bind(handle) as Call, half) as never;
  handle.sync = watch('sync', handle.sync.bind(handle)) as never;
  return handle;
}

const open = promises.open;
const opened = watch('open', open as Call);
promises.open = (async (...args: Parameters<typeof open>) => {
  const flags = args[1] ?? 'r';
  return flags === 'r' ? open(...args) : watchHandle((await opened(...(args as unknown as never[]))) as FileHandle);
}) as never;
for (const name of [
  'writeFile',
  'appendFile',
  'rename',
  'mkdir',
  'rm',
  'unlink',
  'link',
  'copyFile',
  'cp',
  'truncate',
] as const)
  promises[name] = watch(name, promises[name] as Call) as never;
syncBuiltinESMExports();

if (PAGES) {
  const pages: Record<string, string> = JSON.parse(readFileSync(PAGES, 'utf8'));
  const headers = { 'content-type': 'text/html; charset=utf-8', etag: '"a"' };
  globalThis.fetch = async (url) => new Response(pages[String(url)] ?? null, { headers });
}
