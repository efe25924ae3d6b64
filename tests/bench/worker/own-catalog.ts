/** The files of the catalogue that this project publishes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shippedFolder } from '../../cards/shipped.ts';

export function ownCatalog(): { name: string; text: string }[] {
  const names = readdirSync(shippedFolder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return names.map(({ name }) => ({ name, text: readFileSync(join(shippedFolder, name), 'utf8') }));
}
