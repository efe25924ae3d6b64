/** The files of the catalogue that this project publishes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export function ownCatalog(): { name: string; text: string }[] {
  return readdirSync('cards').map((name) => ({ name, text: readFileSync(join('cards', name), 'utf8') }));
}
