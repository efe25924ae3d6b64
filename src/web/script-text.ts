/** The scripts that are sent as text, without comments and indents. Their string literals must not contain any. */
import factCard from '../../assets/scripts/fact-card.js';
import site from '../../assets/scripts/site.js';
import theme from '../../assets/scripts/theme.js';

function withoutComments(script: string): string {
  return script
    .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}

/** The script in the head of every page. */
export const themeScript = withoutComments(theme);

/** The script in every page. */
export const siteScript = withoutComments(site);

/** The script of the web component. */
export const factCardScript = withoutComments(factCard);
