/** The description for the MCP Registry agrees with the package, and has no address but placeholders. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

test('server.json has the version of the package, and placeholders that docs/mcp.md explains', () => {
  const { name, version, description, websiteUrl, remotes } = read('server.json');
  expect(version).toBe(read('package.json').version);
  // The registry allows no longer ones.
  expect(description.length).toBeLessThanOrEqual(100);
  expect(name).toMatch(/^org\.example\.cards\/[a-z-]+$/);
  for (const url of [websiteUrl, remotes[0].url]) expect(new URL(url).hostname).toBe('cards.example.org');
  expect(remotes[0].type).toBe('streamable-http');
});
