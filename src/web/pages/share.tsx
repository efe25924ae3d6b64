/** The embed section of a card's page: choices of size and theme, snippets, and downloads. */

import type { CardRecord } from '../../card/record.ts';
import { MAIN_VARIANT, SIZE_NAMES, SIZES, THEME_NAMES, variantName } from '../../render/variant.ts';
import { MARKUPS, type Markup, snippetsOf } from '../embed/snippets.ts';
import type { Links } from '../links.ts';
import { CopyField } from './layout.tsx';
import type { PictureQuery } from './page-query.ts';

const MARKUP_NAMES: Record<Markup, string> = {
  markdown: 'Markdown',
  html: 'HTML',
  text: 'Plain link',
  bbcode: 'BBCode',
  dokuwiki: 'Wiki (DokuWiki)',
  mediawiki: 'Wiki (MediaWiki)',
  wikipedia: 'Reference (Wikipedia)',
};

type ShareProps = { record: CardRecord; alt: string; picture: PictureQuery; links: Links };

export function Share({ record, alt, picture, links }: ShareProps) {
  const { id } = record.card;
  const { size = MAIN_VARIANT.size, theme: chosen } = picture;
  const theme = chosen ?? MAIN_VARIANT.theme;
  const snippets = snippetsOf(record, { alt, size, theme: chosen, links });
  const file = `${id}-${variantName({ size, theme })}`;
  return (
    <section class="share">
      <h2 id="embed">Embed it</h2>
      <p>
        Pages that embed the address show a correction within five minutes. Downloads and copies that platforms keep do
        not.
      </p>
      <form class="choose" action={`${links.page(id)}#embed`} data-live="picture snippets">
        <fieldset>
          <legend>Size</legend>
          {SIZE_NAMES.map((name) => (
            <label key={name}>
              <input type="radio" name="size" value={name} checked={name === size} /> {name}{' '}
              <span class="muted">
                {SIZES[name].width} × {SIZES[name].height}, {SIZES[name].use}
              </span>
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>Theme</legend>
          <label>
            <input type="radio" name="theme" value="" checked={chosen === undefined} /> the reader’s theme{' '}
            <span class="muted">(only in HTML)</span>
          </label>
          {THEME_NAMES.map((name) => (
            <label key={name}>
              <input type="radio" name="theme" value={name} checked={name === chosen} /> {name}
            </label>
          ))}
        </fieldset>
        <button type="submit" data-script="without">
          Update
        </button>
      </form>
      <div id="snippets">
        <div class="snippets">
          {MARKUPS.map((markup) => (
            <CopyField key={markup} id={`snippet-${markup}`} label={MARKUP_NAMES[markup]} value={snippets[markup]} />
          ))}
        </div>
        <p class="forms">
          Download:{' '}
          <a href={links.image(id, size, theme)} download={`${file}.png`}>
            PNG
          </a>{' '}
          ·{' '}
          <a href={links.image(id, size, theme, 'svg')} download={`${file}.svg`}>
            SVG
          </a>
        </p>
      </div>
      <p class="forms">
        This card as <a href={links.form(id, 'json')}>JSON</a>, as <a href={links.form(id, 'md')}>Markdown text</a>, as{' '}
        <a href={links.oembed(id, 'json')}>oEmbed</a>
      </p>
      <p class="forms">
        Citation for reference managers: <a href={links.form(id, 'csl')}>CSL-JSON</a>,{' '}
        <a href={links.form(id, 'ris')}>RIS</a>, <a href={links.form(id, 'bib')}>BibLaTeX</a>
      </p>
    </section>
  );
}
