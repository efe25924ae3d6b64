/** What Cloudflare's "Deploy to Cloudflare" button reads in this repository. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const { scripts, cloudflare } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Part of each build, so nobody is asked for it. */
const OWN = ['ASSETS', 'PREVIEW'];

test('every binding and setting of wrangler.toml is described, also those that are off', () => {
  const named = readFileSync('wrangler.toml', 'utf8').matchAll(
    /^(?:# )?(?:(?:binding|name) = "([A-Z_]+)"|([A-Z_]+) = )/gm,
  );
  const bindings = [...named]
    .map(([, binding, setting]) => binding ?? setting)
    .filter((name) => !OWN.includes(`${name}`));
  expect(bindings).not.toEqual([]);
  expect(Object.keys(cloudflare.bindings)).toEqual(expect.arrayContaining(bindings));
});

test('it runs the scripts build and deploy', () => {
  expect(scripts).toMatchObject({ build: expect.any(String), deploy: expect.any(String) });
});
