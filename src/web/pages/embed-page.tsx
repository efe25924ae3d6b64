/** The page that other sites frame: the picture of a card, its state, and links to its page and passage. */
import { raw } from 'hono/html';
import { useContext } from 'hono/jsx';
import script from '../../../assets/scripts/embed.js';
import { altText } from '../../card/alt.ts';
import { stateOf } from '../../card/history.ts';
import { type CardRecord, isComparison } from '../../card/record.ts';
import { disputeLine, isDisputed } from '../../card/related.ts';
import { titleOf } from '../../card/sentence.ts';
import type { Theme } from '../../render/variant.ts';
import { sourceWords } from '../embed/embed.tsx';
import type { Links } from '../links.ts';
import { Notice } from './history.tsx';
import { SiteContext, ThemedPicture } from './layout.tsx';
import { WatchNotice } from './quoted-body.tsx';
import { embedStyle } from './site-style.ts';

/** `theme`: by default, that of the reader. */
type EmbedPageProps = { record: CardRecord; theme?: Theme | undefined; links: Links };

export function EmbedPage({ record, theme, links }: EmbedPageProps) {
  const site = useContext(SiteContext);
  const { id } = record.card;
  const page = links.page(id);
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="en" data-theme={theme}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{titleOf(record)}</title>
          <meta name="robots" content="noindex" />
          <link rel="canonical" href={page} />
          <meta name="color-scheme" content={theme ?? 'light dark'} />
          {/* Links open outside the frame. */}
          <base target="_top" />
          <style>{raw(embedStyle(site))}</style>
        </head>
        <body>
          <main>
            <h1>{titleOf(record)}</h1>
            <figure>
              <a href={page}>
                <ThemedPicture
                  record={record}
                  links={links}
                  alt={altText(record)}
                  theme={theme}
                  narrow="square"
                  fitted
                />
              </a>
              <figcaption>
                <Notice record={record} links={links} />
                {!isComparison(record) && (
                  <>
                    {isDisputed(record.card) && (
                      <p class="notice">
                        <strong>{disputeLine(record.card)}.</strong>
                      </p>
                    )}
                    <WatchNotice watch={record.watch} />
                  </>
                )}
                <p class="links">
                  {stateOf(record.card) === 'current' && <strong>No corrections</strong>}{' '}
                  <a href={links.toSource(id)}>{sourceWords(record)}</a>{' '}
                  {!isComparison(record) && <a href={page}>About this card</a>}
                </p>
              </figcaption>
            </figure>
          </main>
          <script>{raw(script)}</script>
        </body>
      </html>
    </>
  );
}
