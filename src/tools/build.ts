/**
 * `npm run build [-- --origin URL] [--max-files N]`: checks the catalogue, bundles the Worker and draws every published
 * picture with it, into build/deploy. Only what changed since the last build is drawn. Exit code 0 fine, 2 the catalogue
 * or the public address has a problem, 1 the tool failed or a picture was not drawn.
 */
import { readOptions } from './command-line.ts';
import { buildDeployment } from './deployment/build.ts';
import {
  chooseOrigin,
  FREE_PLAN_FILES,
  parseCount,
  readConfig,
  SHARED_OPTIONS,
  SHARED_USAGE,
} from './deployment/options.ts';
import { summarise } from './deployment/summary.ts';

const USAGE = `Usage: npm run build [-- --origin URL] [--max-files N]

${SHARED_USAGE}

Exit codes: 0 built, 2 the catalogue or the public address has a problem, 1 the tool failed.`;

async function main(): Promise<number> {
  const values = readOptions(SHARED_OPTIONS, USAGE);
  const maxFiles = parseCount('max-files', values['max-files'], FREE_PLAN_FILES);
  const config = readConfig();
  const chosen = chooseOrigin(values.origin, config);
  if ('message' in chosen) {
    console.error(chosen.message);
    return 2;
  }
  const result = await buildDeployment({ config, origin: chosen.origin, maxFiles });
  if (typeof result === 'number') return result;
  console.log(summarise(result));
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`The build stopped: ${(error as Error).message}`);
  process.exitCode = 1;
}
