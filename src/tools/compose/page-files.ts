/** The files of the composer's page, read once, so that no request can name a path. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Site, THEME_NAMES } from '../../card/site.ts';
import { readSite } from '../site-files.ts';

const FOLDER = join(import.meta.dirname, 'page');
const ICON = join(import.meta.dirname, '../../../assets/favicon.svg');
const STYLES = join(import.meta.dirname, '../../../assets/styles/site.css');

const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
};

export type PageFile = { type: string; body: Buffer };

/** By their names in addresses; "" is the page. */
export async function readPageFiles(): Promise<Map<string, PageFile>> {
  const files = new Map<string, PageFile>();
  for (const name of await readdir(FOLDER)) {
    const type = TYPES[name.slice(name.lastIndexOf('.') + 1)];
    if (type) files.set(name === 'index.html' ? '' : name, { type, body: await readFile(join(FOLDER, name)) });
  }
  files.set('icon.svg', { type: 'image/svg+xml', body: await readFile(ICON) });
  const { site } = await readSite();
  const css = `${coloursOf(site)}\n${await readFile(STYLES, 'utf8')}`;
  files.set('site.css', { type: TYPES.css as string, body: Buffer.from(css) });
  return files;
}

/** The colours of the brand, as on the pages of the site. */
function coloursOf({ brand: { colors } }: Site): string {
  const [light, dark] = THEME_NAMES.map((theme) => colors[theme]);
  const roles = Object.keys(light ?? {}) as (keyof Site['brand']['colors']['light'])[];
  return `:root{${roles.map((role) => `--${role}:light-dark(${light?.[role]},${dark?.[role]});`).join('')}}`;
}
