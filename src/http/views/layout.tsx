/** The frame of every page. */
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import css from '../../../assets/styles/site.css';
import type { Links } from '../links.ts';

type LayoutProps = { title: string; links: Links; head?: Child; children?: Child };

export function Layout({ title, links, head, children }: LayoutProps) {
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{title}</title>
          {head}
          <style>{raw(css)}</style>
        </head>
        <body>
          <header>
            <a class="home" href={links.gallery()}>
              Sourced fact cards
            </a>
            <nav>
              <a href={links.gallery()}>Cards</a>
              <a href={links.sources()}>Sources</a>
              <a href={links.apiCards()}>API</a>
            </nav>
          </header>
          <main>{children}</main>
        </body>
      </html>
    </>
  );
}
