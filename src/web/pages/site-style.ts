/** The brand on pages: the colours of the style sheets and of the icon. */
import icon from '../../../assets/favicon.svg';
import cardCss from '../../../assets/styles/card.css';
import embedCss from '../../../assets/styles/embed.css';
import listCss from '../../../assets/styles/list.css';
import siteCss from '../../../assets/styles/site.css';
import toolsCss from '../../../assets/styles/tools.css';
import fonts from '../../../build/fonts/pages.json';
import { type Colors, DEFAULT_COLORS, type Site } from '../../card/site.ts';
import { DARK_THEME, MAIN_VARIANT } from '../../render/variant.ts';
import { PLACES } from '../embed/places.ts';

/** The colours that pages share with cards. Each becomes a custom property. */
const ROLES = [
  'paper',
  'ink',
  'muted',
  'accent',
  'panel',
  'marker',
  'rule',
  'tint',
  'stated',
  'reported',
  'claimed',
  'assessed',
  'chipInk',
  'stripTab',
] as const satisfies (keyof Colors)[];

/** Caches a text per site. */
export function perSite(make: (site: Site) => string): (site: Site) => string {
  const made = new WeakMap<Site, string>();
  return (site) => {
    const text = made.get(site) ?? make(site);
    made.set(site, text);
    return text;
  };
}

/** A style sheet without comments and needless spaces. Its texts contain neither. */
function shortened(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\/|\n\s*/g, '')
    .replace(/\s*([{};,>])\s*/g, '$1')
    .replace(/\b0(?=\.\d)/g, '')
    .replaceAll(': ', ':')
    .replaceAll(';}', '}');
}

/** A style sheet preceded by the colours of the brand as custom properties. */
function branded({ brand: { colors } }: Site, css: string): string {
  const [light, dark] = [colors[MAIN_VARIANT.theme], colors[DARK_THEME]];
  const properties = ROLES.map((role) => `--${role}:light-dark(${light[role]},${dark[role]});`);
  return `:root{${properties.join('')}}${shortened(css)}`;
}

/** Shows the snippet of the chosen tab. */
const CHOSEN_SNIPPET = `${PLACES.map(({ id }) => `:has([value=${id}]:checked) .to-${id}`)}{display:block}`;

/** The style sheet of each kind of page: that of all pages, and its own. */
export const PAGE_STYLES = {
  list: ofPages(listCss),
  card: ofPages(`${cardCss}${CHOSEN_SNIPPET}`),
  tools: ofPages(toolsCss),
};
export type PageStyle = keyof typeof PAGE_STYLES;

function ofPages(own: string) {
  return perSite((site) => `${fonts.css}\n${branded(site, `${siteCss}${own}`)}`);
}

/** The fonts that every page needs, and that the browser loads before it has read the style sheet. */
export const PRELOADED_FONTS = fonts.preload.map((href) => ({ href, type: `font/${href.split('.').at(-1)}` }));

/** The style sheet of the embed page. */
export const embedStyle = perSite((site) => branded(site, embedCss));

/** The icon, with the default colours replaced by those of the brand. */
export function siteIcon({ brand }: Site): string {
  const [shipped, own] = [DEFAULT_COLORS[MAIN_VARIANT.theme], brand.colors[MAIN_VARIANT.theme]];
  return (['paper', 'ink', 'stripTab'] as const).reduce(
    (drawn, role) => drawn.replaceAll(shipped[role], own[role]),
    icon,
  );
}
