/** The picture of a card, the buttons that share it, and the choice of size and theme. */
import type { Child } from 'hono/jsx';
import type { CardRecord } from '../../card/record.ts';
import { titleOf } from '../../card/sentence.ts';
import {
  MAIN_VARIANT,
  SIZE_NAMES,
  SIZES,
  type Size,
  THEME_NAMES,
  type Theme,
  variantName,
} from '../../render/variant.ts';
import type { Links } from '../links.ts';
import { ThemedPicture } from './layout.tsx';
import type { PictureQuery } from './page-query.ts';

export type ShareProps = { record: CardRecord; alt: string; picture: PictureQuery; links: Links };

/** "Square"; the og picture is that of link previews. */
export function sizeName(size: Size): string {
  return size === MAIN_VARIANT.size ? 'Link preview' : capitalised(size);
}

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** A part in the chosen theme, or once for each theme. Style sheets show the one of the page. */
export function PerTheme({ theme, of }: { theme: Theme | undefined; of: (theme: Theme) => Child }) {
  if (theme) return <>{of(theme)}</>;
  return (
    <>
      {THEME_NAMES.map((name) => (
        <div key={name} class={`in-${name}`}>
          {of(name)}
        </div>
      ))}
    </>
  );
}

const fileOf = (id: string, size: Size, theme: Theme) => `${id}-${variantName({ size, theme })}`;

export function Share({ record, alt, picture, links }: ShareProps) {
  const { id } = record.card;
  const { size = MAIN_VARIANT.size, theme } = picture;
  return (
    <div class="share">
      <div id="picture" class="picture">
        <a href={links.image(id, size, theme ?? MAIN_VARIANT.theme)} title="Open the PNG at full size">
          <ThemedPicture record={record} links={links} alt={alt} {...picture} fetchpriority="high" />
        </a>
      </div>
      <div class="share-bar">
        <ShareButton does="dialog" value={links.page(id)} title={titleOf(record)} class="action">
          Share
        </ShareButton>
        <ShareButton does="link" value={links.page(id)}>
          Copy link
        </ShareButton>
        <ShareButton does="picture" value="#picture img">
          Copy picture
        </ShareButton>
        <ShareButton does="alt" value="#picture img">
          Copy alternative text
        </ShareButton>
        <div id="download">
          <PerTheme
            theme={theme}
            of={(shown) => (
              <a class="button" href={links.image(id, size, shown)} download={`${fileOf(id, size, shown)}.png`}>
                Download
              </a>
            )}
          />
        </div>
      </div>
    </div>
  );
}

/** The choice of size and theme, and what it is for. */
export function ChoosePicture({ record, picture, links }: ShareProps) {
  const { id } = record.card;
  const { size = MAIN_VARIANT.size, theme } = picture;
  return (
    <>
      <form class="choose" action={links.page(id)} data-live="picture download drawn paste">
        <Choice
          label="Size"
          name="size"
          chosen={size}
          options={SIZE_NAMES.map((name) => [name, `${sizeName(name)}, ${SIZES[name].width} × ${SIZES[name].height}`])}
        />
        <Choice
          label="Theme of the picture"
          name="theme"
          chosen={theme ?? ''}
          options={[['', 'Automatic'], ...THEME_NAMES.map((name): [string, string] => [name, capitalised(name)])]}
        />
        <button type="submit" data-script="without">
          Show
        </button>
      </form>
      <div id="drawn" class="muted">
        For {SIZES[size].use}.{' '}
        <PerTheme
          theme={theme}
          of={(shown) => (
            <a href={links.image(id, size, shown, 'svg')} download={`${fileOf(id, size, shown)}.svg`}>
              Download as SVG
            </a>
          )}
        />
      </div>
    </>
  );
}

type ChoiceProps = { label: string; name: string; chosen: string; options: [value: string, words: string][] };

function Choice({ label, name, chosen, options }: ChoiceProps) {
  return (
    <label>
      {label}
      <select name={name}>
        {options.map(([value, words]) => (
          <option key={value} value={value} selected={value === chosen}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

type ShareButtonProps = {
  /** What assets/scripts/share.js does with `value`: an address for `dialog` and `link`, else the selector of an element. */
  does: 'dialog' | 'link' | 'picture' | 'alt' | 'field' | 'html';
  value: string;
  title?: string;
  class?: string;
  children?: Child;
};

/** Hidden without a script. */
export function ShareButton({ does, value, title, class: style = 'button', children }: ShareButtonProps) {
  return (
    <button
      type="button"
      class={style}
      data-share={does}
      data-value={value}
      data-title={title}
      data-script="with"
      hidden
    >
      {children}
    </button>
  );
}
