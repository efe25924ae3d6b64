/** /health: whether the service is well, which a picture drawn for trial tells, and what it is made of. */
import packageJson from '../../package.json';
import type { CardContext } from './context.ts';
import { logError } from './log.ts';
import type { Health } from './schemas/service.ts';

export async function healthOf(c: CardContext): Promise<Health> {
  const { catalog, codeRevision } = c.var;
  const drawing = (await canDraw(c)) ? ('ok' as const) : ('failed' as const);
  return {
    status: drawing === 'ok' ? 'ok' : 'failing',
    version: packageJson.version,
    code: codeRevision,
    catalog: catalog.revision,
    cards: catalog.entries.length,
    sources: catalog.sources.length,
    drawing,
  };
}

/** Draws the newest card. An empty catalogue has none to draw, and so none to fail. */
async function canDraw(c: CardContext): Promise<boolean> {
  const { catalog, links, pictures } = c.var;
  const [newest] = catalog.newest(1);
  if (!newest) return true;
  const urls = { pageUrl: links.page(newest.card.id), sourceUrl: links.evidence(newest) };
  try {
    await pictures.tryOut(newest, { size: 'og', theme: 'light', format: 'png', ...urls });
    return true;
  } catch (error) {
    logError(c, error as Error);
    return false;
  }
}
