/**
 * `npm run build [-- --origin URL] [--max-files N]`: checks the catalogue, bundles the Worker, draws every published
 * picture that changed, tests the result, and writes it to build/deployment. Exit codes: 0 fine, 2 the catalogue or the
 * public address has a problem, 1 the tool failed or a picture was not drawn.
 */
import { readOptions } from './command-line.ts';
import { buildDeployment } from './deployment/build.ts';
import { FREE_PLAN_FILES, parseCount, SHARED_OPTIONS, SHARED_USAGE } from './deployment/config.ts';

const USAGE = `Usage: npm run build [-- --origin URL] [--max-files N]

Checks the catalogue, draws every published picture that has changed, starts the built Worker to test it, and writes the site to
build/deployment. It uploads nothing.

${SHARED_USAGE}

Exit codes: 0 built, 2 the catalogue or the public address has a problem, 1 the tool failed.`;

try {
  const values = readOptions(SHARED_OPTIONS, USAGE);
  parseCount('max-files', values['max-files'], FREE_PLAN_FILES);
  process.exitCode = await buildDeployment(values);
} catch (error) {
  console.error(`The build stopped: ${(error as Error).message}`);
  process.exitCode = 1;
}
