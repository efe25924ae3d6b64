/** What the brand of the site's settings changes on pages: the colours of the style sheet and of the icon. */
import icon from '../../../assets/favicon.svg';
import css from '../../../assets/styles/site.css';
import { type Colors, DEFAULT_COLORS, type Site } from '../../card/site.ts';
import { DARK_THEME, MAIN_VARIANT } from '../../render/variant.ts';

/** The roles of colours that pages have in common with cards, each a custom property of this name. */
const ROLES = ['paper', 'ink', 'muted', 'accent', 'marker', 'rule'] as const satisfies (keyof Colors)[];

const styles = new WeakMap<Site, string>();

/** The style sheet of every page. */
export function pageStyle(site: Site): string {
  const known = styles.get(site);
  if (known !== undefined) return known;
  const { colors } = site.brand;
  const [light, dark] = [colors[MAIN_VARIANT.theme], colors[DARK_THEME]];
  const properties = ROLES.map((role) => `--${role}:light-dark(${light[role]},${dark[role]});`);
  const style = `:root{${properties.join('')}}\n${css}`;
  styles.set(site, style);
  return style;
}

/** The icon, drawn in the shipped colours, in those of the brand. */
export function siteIcon({ brand }: Site): string {
  const [shipped, own] = [DEFAULT_COLORS[MAIN_VARIANT.theme], brand.colors[MAIN_VARIANT.theme]];
  return (['paper', 'ink', 'marker'] as const).reduce(
    (drawn, role) => drawn.replaceAll(shipped[role], own[role]),
    icon,
  );
}
