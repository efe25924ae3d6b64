/**
 * `npm run release`: records the revisions that are about to be published, so that each can be served permanently and none
 * disappears unnoticed.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Day } from '../card/date.ts';
import { counted } from '../card/prose.ts';
import { type CompiledCatalog, compileCatalog, linkRecords } from '../catalog/compile.ts';
import { PIXEL_FILE } from '../catalog/pixel-file.ts';
import { RELEASE_FILE } from '../catalog/release-file.ts';
import { createReleases, newLines, type Releases } from '../catalog/releases.ts';
import { codeRevision } from './built-files.ts';
import {
  addReleases,
  readCatalogFiles,
  readLock,
  readReleases,
  replaceReleases,
  reportProblems,
} from './catalog-files.ts';
import { checkCatalog } from './check-catalog.ts';
import { readOptions, runTool } from './command-line.ts';
import { readConfig } from './deployment/config.ts';
import { findOrigin } from './deployment/public-address.ts';
import { newPixelLines, readPixels, savePixels } from './pixels.ts';
import { writeSatoriModule } from './satori-module.ts';
import { readSite } from './site-files.ts';

const USAGE = `Usage: npm run release [-- [--date YYYY-MM-DD] [--origin URL] [--recreate]]

Records the current revision of each card in ${RELEASE_FILE}, and the pixels of its pictures in ${PIXEL_FILE}. Published
revisions keep their addresses permanently. It publishes nothing: commit the files and run npm run deploy.

  --date YYYY-MM-DD   the day of publication; the default is today
  --origin URL        the public address that the recorded pictures contain; the default is PUBLIC_URL in wrangler.toml, or the
                      workers.dev address of the account that CLOUDFLARE_API_TOKEN belongs to
  --recreate          replaces ${RELEASE_FILE} with a first release of the current catalogue. All earlier revisions
                      are lost. Rejected from 1.0.0 on (version in package.json).

Exit codes: 0 written, 2 the catalogue or an option has a problem, 1 the tool failed.`;

/** Exits with a problem that the user can fix. */
function refuse(message: string): never {
  console.error(message);
  process.exit(2);
}

const options = readOptions(
  { date: { type: 'string' }, origin: { type: 'string' }, recreate: { type: 'boolean' } },
  USAGE,
);
const date = Day.safeParse(options.date ?? new Date().toISOString().slice(0, 10));
if (!date.success) refuse('--date must be a day: YYYY-MM-DD');

if (options.recreate) {
  const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
  if (Number.parseInt(version, 10) >= 1) {
    refuse(
      `--recreate is rejected: version in package.json is ${version}. From 1.0.0 on, published revisions are permanent. Run npm run release without --recreate to add new revisions.`,
    );
  }
}

/** Records the pixels of the pictures, if the public address is known, because their QR codes contain it. */
async function recordPixels(catalog: CompiledCatalog): Promise<void> {
  if (catalog.cards.length === 0) return;
  const config = existsSync('wrangler.toml') ? await readConfig() : {};
  const chosen = await findOrigin(options.origin, config, { isDeployed: true, env: process.env });
  if ('message' in chosen) {
    console.error(`The pictures are not recorded in ${PIXEL_FILE}, so /check cannot compare copies. ${chosen.message}`);
    return;
  }
  const { releases } = await readReleases();
  const known = pixels.lines.filter(({ card, revision }) => releases.find(card, revision));
  const { brand } = settings.site;
  const added = await newPixelLines(catalog, releases, { origin: chosen.origin, brand, code: codeRevision(), known });
  if (added.length === 0 && known.length === pixels.lines.length) return;
  await savePixels([...known, ...added]);
  console.log(
    `The pixels of the pictures of ${counted(added.length, 'new or changed card')} for ${chosen.origin} written to ${PIXEL_FILE}, with which /check compares copies.`,
  );
}

// The drawings need it, in the folder that the module hooks name. Written before the hooks are registered.
await writeSatoriModule(join(import.meta.dirname, '../..'));
const settings = await readSite();
const pixels = await readPixels();
const lockFile = await readLock();
const { releases, problems: releaseProblems } = options.recreate
  ? { releases: createReleases([]), problems: [] }
  : await readReleases();
const files = await readCatalogFiles('cards');
const { problems: cardProblems } = await checkCatalog(files, lockFile, settings, releases);
const problems = [...settings.problems, ...cardProblems, ...releaseProblems, ...pixels.problems];

await runTool(async () => {
  if (problems.length > 0) {
    reportProblems(problems);
    return 2;
  }
  const records = linkRecords(compileCatalog(files, lockFile.lock).catalog);
  const linesFor = (before: Releases) => newLines(before, records, date.data);
  const lines = options.recreate ? linesFor(createReleases([])) : await addReleases(linesFor);
  if (options.recreate) await replaceReleases(lines);
  const cards = lines.filter(({ type }) => type !== 'source').length;
  await recordPixels(compileCatalog(files, lockFile.lock).catalog);
  console.log(
    cards === 0 && !options.recreate
      ? 'Every card is already published in its current revision. There is nothing to release.'
      : `${counted(cards, 'revision')} of ${date.data} written to ${RELEASE_FILE}. Commit it with the cards.`,
  );
  return 0;
});
