/** Gets the text of a page for an import: from a saved file, a capture, or the live page. */
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { canonicalUrl, cleanUrl } from '../../card/address.ts';
import { CAPTURE_FOLDER, type Capture, type NoCapture, readCapture, readSavedPage } from '../captures.ts';
import { refuse } from '../new/args.ts';
import type { Page } from '../new/ground.ts';
import { readNewPage } from '../new/read-page.ts';
import { type CapturedText, readTexts } from '../texts.ts';
import { absent } from '../whole-file.ts';

export type Pages = Awaited<ReturnType<typeof openPages>>;

/** `folder`: a folder with captured texts. `sheet`: the file of the spreadsheet; paths of saved pages are relative to it. */
export async function openPages({
  sheet,
  folder,
  live = readNewPage,
}: {
  sheet: string;
  folder: string | undefined;
  live?: typeof readNewPage;
}) {
  const texts: Map<string, CapturedText> = folder === undefined ? new Map() : await readTexts(folder);
  const known = await capturesByAddress();
  const ofFolder = async (sha256: string) => {
    const saved = texts.get(sha256);
    return saved && { place: saved.path, ...(await readSavedPage(saved.path, saved.bytes)) };
  };
  return {
    readCapture: async (sha256: string): Promise<Capture | NoCapture> => {
      const captured = await readCapture(sha256);
      const saved = captured.ok || captured.reason === 'damaged' ? undefined : await ofFolder(sha256);
      return saved ? { ok: true, url: null, accessed: '', ...saved } : captured;
    },
    /** The path of a saved page. */
    pathOf: (file: string) => resolve(dirname(sheet), file),
    /** The text with this SHA-256, from the captures or the given folder. */
    bySha256: async (sha256: string, url: string | null): Promise<Page> => {
      const captured = await readCapture(sha256);
      if (captured.ok) return { ...captured, url: url ?? captured.url };
      const saved = await ofFolder(sha256);
      if (saved) return { ok: true, ...saved, url };
      if (captured.reason === 'damaged') return refuse(captured.message);
      return refuse(
        `snapshot: ${captured.message} Name the folder that contains the text: npm run import -- FILE --texts DIR. Or empty the cells of snapshot and captured to read the live page.`,
      );
    },
    /** A page from its capture, or else live. */
    byAddress: async (url: string): Promise<{ page: Page; captured: Capture | undefined }> => {
      const sha256 = known.get(canonicalUrl(cleanUrl(url)));
      const captured = sha256 === undefined ? undefined : await readCapture(sha256);
      if (captured?.ok) return { page: { ...captured, url: captured.url ?? url }, captured };
      return { page: await live(url), captured: undefined };
    },
  };
}

/** The SHA-256 of the newest capture of each address. */
async function capturesByAddress(): Promise<Map<string, string>> {
  const names = (await readdir(CAPTURE_FOLDER).catch(absent)) ?? [];
  const origins = await Promise.all(names.filter((name) => name.endsWith('.json')).map(readOrigin));
  const newest = origins.filter((origin) => origin !== undefined).sort((a, b) => (a.accessed < b.accessed ? -1 : 1));
  return new Map(newest.map(({ url, sha256 }) => [canonicalUrl(cleanUrl(url)), sha256]));
}

async function readOrigin(name: string): Promise<{ url: string; accessed: string; sha256: string } | undefined> {
  try {
    const { url, accessed } = JSON.parse(await readFile(join(CAPTURE_FOLDER, name), 'utf8'));
    return typeof url === 'string' && URL.canParse(url)
      ? { url, accessed, sha256: name.replace(/\.json$/, '') }
      : undefined;
  } catch {
    return undefined;
  }
}
