/**
 * A companion of the composer as a process of its own, in its working folder. Every https page is read from PAGES, a server of
 * the test: the product itself has no switch that reads private hosts.
 */
import { startCompanion } from '../../src/tools/compose/server.ts';
import { readNewPage } from '../../src/tools/new/read-page.ts';

const pages = process.env.PAGES ?? '';
const mapped: typeof fetch = (address, init) => {
  const { hostname, pathname } = new URL(String(address));
  return fetch(`${pages}/${hostname}${pathname}`, init);
};
const companion = await startCompanion({
  preview: process.env.PREVIEW ?? 'http://localhost:8787',
  readPage: (url) => readNewPage(url, { fetch: mapped }),
});
console.log(companion.address);
process.once('SIGTERM', () => void companion.close().then(() => process.exit()));
