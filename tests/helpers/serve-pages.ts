/**
 * Loaded before a command: pages come from the JSON file PAGES, and every other address is not found. The file REQUESTED gets each
 * address that is asked for; at the address KILL_AT, the command ends as with kill -9.
 */
import { appendFileSync, readFileSync } from 'node:fs';

const { PAGES = '', REQUESTED, KILL_AT } = process.env;
const pages: Record<string, string> = JSON.parse(readFileSync(PAGES, 'utf8'));
const headers = { 'content-type': 'text/html; charset=utf-8' };
globalThis.fetch = async (input) => {
  const url = String(input);
  if (url === KILL_AT) process.kill(process.pid, 'SIGKILL');
  if (REQUESTED) appendFileSync(REQUESTED, `${url}\n`);
  return pages[url] === undefined ? new Response('Not found', { status: 404 }) : new Response(pages[url], { headers });
};
