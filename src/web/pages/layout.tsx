/** The layout of all pages, and small parts that pages share. */

import { raw } from 'hono/html';
import { type Child, createContext, useContext } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { CardRecord } from '../../card/record.ts';
import { PLAIN_SITE, type Site } from '../../card/site.ts';
import { DARK_THEME, MAIN_VARIANT, SIZES, type Size, type Theme } from '../../render/variant.ts';
import type { CardContext } from '../context.ts';
import { NARROW_PX } from '../embed/embed.tsx';
import type { Links } from '../links.ts';
import { siteScript, themeScript } from '../script-text.ts';
import { ReportLink } from './report-link.tsx';
import { PAGE_STYLES, type PageStyle, PRELOADED_FONTS } from './site-style.ts';

/** The settings of the site, for all parts of a page. */
export const SiteContext = createContext<Site>(PLAIN_SITE);

/** The address that the reader sees. */
const AddressContext = createContext('');

/** Responds with a page. */
export function answerPage(c: CardContext, page: Child, status: ContentfulStatusCode = 200) {
  const { pathname, search } = new URL(c.req.url);
  return c.html(
    <SiteContext.Provider value={c.var.site}>
      <AddressContext.Provider value={`${c.var.links.origin}${pathname}${search}`}>{page}</AddressContext.Provider>
    </SiteContext.Provider>,
    status,
  );
}

/** Decorative, because the name of the site is next to it. */
function SiteLogo({ site, links }: { site: Site; links: Links }) {
  const { logo } = site.brand;
  if (!logo) return null;
  const main = logo[MAIN_VARIANT.theme];
  return (
    <picture class="logo">
      <source media="(prefers-color-scheme: dark)" srcset={links.logo(DARK_THEME)} />
      <img src={links.logo(MAIN_VARIANT.theme)} width={main.width} height={main.height} alt="" />
    </picture>
  );
}

/** The parts of the site in its main menu. */
const SECTIONS = ['cards', 'topics', 'speakers', 'sources', 'check'] as const;
export type Section = (typeof SECTIONS)[number];
const SECTION_NAMES: Record<Section, string> = {
  cards: 'Cards',
  topics: 'Topics',
  speakers: 'Speakers',
  sources: 'Sources',
  check: 'Check',
};

function MainMenu({ links, section }: { links: Links; section: Section | undefined }) {
  const addresses: Record<Section, string> = {
    cards: links.gallery(),
    topics: links.topics(),
    speakers: links.speakers(),
    sources: links.sources(),
    check: links.check(),
  };
  return (
    <nav aria-label="Main">
      {SECTIONS.map((name) => (
        <a key={name} href={addresses[name]} {...(name === section ? { 'aria-current': 'true' } : {})}>
          {SECTION_NAMES[name]}
        </a>
      ))}
    </nav>
  );
}

/** Shown by the script, because it is needed to keep the choice. */
function ThemeChoice() {
  return (
    <select id="theme" aria-label="Theme" autocomplete="off" data-script="with" hidden>
      <option value="">Theme: auto</option>
      <option value="light">Theme: light</option>
      <option value="dark">Theme: dark</option>
    </select>
  );
}

type LayoutProps = {
  title: string;
  links: Links;
  /** One or two sentences for search engines and previews. */
  description?: string;
  /** The canonical address of the page, if it has one. */
  canonical?: string;
  section?: Section;
  /** What it shows besides the parts of all pages. */
  style?: PageStyle;
  head?: Child;
  children?: Child;
};

export function Layout({ title, links, description, canonical, section, style = 'list', head, children }: LayoutProps) {
  const site = useContext(SiteContext);
  const address = useContext(AddressContext);
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <script>{raw(themeScript)}</script>
          <title>{title === site.name ? title : `${title} · ${site.name}`}</title>
          {description && <meta name="description" content={description} />}
          {canonical && <link rel="canonical" href={canonical} />}
          {PRELOADED_FONTS.map((font) => (
            <link key={font.href} rel="preload" as="font" {...font} crossorigin="anonymous" />
          ))}
          <link rel="icon" href={links.icon()} type="image/svg+xml" />
          <link rel="alternate" type="application/feed+json" title={site.name} href={links.jsonFeed()} />
          <link rel="alternate" type="application/atom+xml" title={site.name} href={links.atomFeed()} />
          <meta name="color-scheme" content="light dark" />
          {head}
          <style>{raw(PAGE_STYLES[style](site))}</style>
        </head>
        <body>
          <a class="skip" href="#content">
            Skip to the content
          </a>
          <header class="site">
            <a class="home" href={links.gallery()}>
              <SiteLogo site={site} links={links} />
              {site.name}
            </a>
            <MainMenu links={links} section={section} />
            <ThemeChoice />
          </header>
          <main id="content">{children}</main>
          <footer class="site">
            <p>
              {site.about && (
                <>
                  {site.about}
                  <br />
                </>
              )}
              {site.name}. Quotes belong to their sources. A program found the quote of each card in its source. Pages
              that embed a card by its address show a correction within five minutes; copies do not.{' '}
              <ReportLink report={site.report} about={{ page: canonical ?? address }} />
            </p>
            <div>
              <nav aria-labelledby="for-readers">
                <strong id="for-readers">For readers</strong>
                <a href={links.embedding()}>Embed a card</a>
                <a href={links.corrections()}>Corrections</a>
              </nav>
              <nav aria-labelledby="for-programs">
                <strong id="for-programs">For programs</strong>
                <a href={links.docs()}>API</a>
                <a href={links.openapi()}>OpenAPI</a>
                <a href={links.jsonFeed()}>JSON Feed</a>
                <a href={links.atomFeed()}>Atom feed</a>
                <a href={links.llms()}>llms.txt</a>
              </nav>
            </div>
          </footer>
          <p id="status" class="quiet" role="status" />
          <script>{raw(siteScript)}</script>
        </body>
      </html>
    </>
  );
}

type PagesProps = {
  /** The number of entries before this page, on it, and in the whole list. */
  start: number;
  shown: number;
  total: number;
  totalExact?: boolean;
  /** The addresses of the pages before and after this one. */
  previous: string | undefined;
  next: string | undefined;
};

/** The links to the pages before and after; nothing for a list of one page. */
export function Pages({ start, shown, total, totalExact = true, previous, next }: PagesProps) {
  if (previous === undefined && next === undefined) return null;
  return (
    <nav class="pages" aria-label="Pages of the list">
      {previous !== undefined && (
        <a href={previous} rel="prev">
          ← Previous
        </a>
      )}
      <span class="muted">
        {start + 1}–{start + shown} of {total}
        {totalExact ? '' : '+'}
      </span>
      {next !== undefined && (
        <a href={next} rel="next">
          Next →
        </a>
      )}
    </nav>
  );
}

export function CopyField({ id, label, value, rows = 4 }: { id: string; label: string; value: string; rows?: number }) {
  return (
    <div class="copy">
      <label for={id}>{label}</label>
      <textarea id={id} rows={rows} readonly spellcheck={false}>
        {value}
      </textarea>
      <button type="button" data-copy={id} data-script="with" hidden aria-label={`Copy: ${label}`}>
        Copy
      </button>
    </div>
  );
}

type ThemedPictureProps = {
  record: CardRecord;
  links: Links;
  alt: string;
  size?: Size | undefined;
  theme?: Theme | undefined;
  /** The size on a narrow screen, if it is another one. */
  narrow?: Size | undefined;
  /** Whether a script decides if there is room for that size (assets/scripts/embed.js). */
  fitted?: boolean;
  loading?: 'lazy';
  fetchpriority?: 'high';
};

/** Browsers load one of its pictures. */
export function ThemedPicture({
  record,
  links,
  alt,
  size = 'og',
  theme,
  narrow,
  fitted = false,
  ...hints
}: ThemedPictureProps) {
  const fileOf = (of: Size, shown: Theme = MAIN_VARIANT.theme) =>
    links.fresh(links.image(record.card.id, of, shown), record);
  const { width, height } = SIZES[size];
  const image = <img class={size} src={fileOf(size, theme)} width={width} height={height} alt={alt} {...hints} />;
  const sources: { media: string; of: Size; shown: Theme | undefined }[] = [
    ...(narrow && !theme ? [{ media: `${NARROW_SCREEN} and ${DARK_SCREEN}`, of: narrow, shown: DARK_THEME }] : []),
    ...(narrow ? [{ media: NARROW_SCREEN, of: narrow, shown: theme }] : []),
    ...(theme ? [] : [{ media: DARK_SCREEN, of: size, shown: DARK_THEME }]),
  ];
  if (sources.length === 0) return image;
  return (
    <picture>
      {sources.map(({ media, of, shown }) => (
        <source
          key={media}
          {...(fitted && of === narrow ? { media: 'not all', 'data-media': media } : { media })}
          srcset={fileOf(of, shown)}
          width={SIZES[of].width}
          height={SIZES[of].height}
        />
      ))}
      {image}
    </picture>
  );
}

const DARK_SCREEN = '(prefers-color-scheme: dark)';
const NARROW_SCREEN = `(max-width: ${NARROW_PX}px)`;
