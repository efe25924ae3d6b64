/** Writes the scripts that pages load as files: those of sharing and of /check, and the QR scanner jsQR. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeBuilt } from './built-files.ts';

const SCRIPTS = ['share.js', 'check.js', 'png.js', 'verdict.js'];

/** The notice that the licence of jsQR requires. */
const JSQR =
  '/*! jsQR 1.4.0, https://github.com/cozmo/jsQR, Apache License 2.0, http://www.apache.org/licenses/LICENSE-2.0 */\n';

/** Writes them below `root`, into the assets of a build. */
export async function writeScripts(root = '.'): Promise<void> {
  const folder = join(root, 'build/public/scripts');
  const own = join(import.meta.dirname, '../../assets/scripts');
  for (const name of SCRIPTS) await writeBuilt(join(folder, name), await readFile(join(own, name)));
  const scanner = fileURLToPath(import.meta.resolve('jsqr'));
  await writeBuilt(join(folder, 'jsqr.js'), JSQR + (await readFile(scanner, 'utf8')));
}
