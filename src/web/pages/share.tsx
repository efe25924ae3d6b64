/** The picture of a card, the buttons that share it, and the choice of size and theme. */
import type { Child } from 'hono/jsx';
import { withdrawalOf } from '../../card/history.ts';
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

/** The size on narrow screens if none is chosen: in the main one, the smallest type would be 6 px high. */
const NARROW_SIZE: Size = 'square';

/** A part for the chosen size, or once for wide and once for narrow screens. Style sheets show the one of the screen. */
function PerScreen({ size, of }: { size: Size | undefined; of: (size: Size) => Child }) {
  if (size) return <>{of(size)}</>;
  return (
    <>
      <div class="on-wide">{of(MAIN_VARIANT.size)}</div>
      <div class="on-narrow">{of(NARROW_SIZE)}</div>
    </>
  );
}

const fileOf = (id: string, size: Size, theme: Theme) => `${id}-${variantName({ size, theme })}`;

export function ShownPicture({ record, alt, picture, links }: ShareProps) {
  const { id } = record.card;
  const { size = MAIN_VARIANT.size, theme } = picture;
  return (
    <div id="picture" class="picture">
      <a href={links.image(id, size, theme ?? MAIN_VARIANT.theme)} title="Open the PNG at full size">
        <ThemedPicture
          record={record}
          links={links}
          alt={alt}
          {...picture}
          narrow={picture.size ? undefined : NARROW_SIZE}
          fetchpriority="high"
        />
      </a>
    </div>
  );
}

/** The buttons, and the choice of size and theme. No button is the main one for a card that readers should no longer use. */
export function Share({ record, picture, links }: ShareProps) {
  const { id } = record.card;
  const { theme } = picture;
  return (
    <>
      <div class="share-bar">
        <ShareButton
          does="dialog"
          value={links.page(id)}
          title={titleOf(record)}
          class={withdrawalOf(record.card) ? 'button' : 'action'}
        >
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
          <PerScreen
            size={picture.size}
            of={(of) => (
              <PerTheme
                theme={theme}
                of={(shown) => (
                  <a class="button" href={links.image(id, of, shown)} download={`${fileOf(id, of, shown)}.png`}>
                    Download
                  </a>
                )}
              />
            )}
          />
        </div>
      </div>
      <ChoosePicture record={record} picture={picture} links={links} />
    </>
  );
}

/** The choice of size and theme, and what it is for. Without a choice, both depend on the reader’s screen. */
function ChoosePicture({ record, picture, links }: Omit<ShareProps, 'alt'>) {
  const { id } = record.card;
  const { size, theme } = picture;
  return (
    <>
      <form class="choose" action={links.page(id)} data-live="picture download drawn paste" data-narrow={NARROW_SIZE}>
        <Choice
          label="Size"
          name="size"
          chosen={size ?? ''}
          options={[['', 'Fits the screen'], ...SIZE_NAMES.map((name): [string, string] => [name, sizeWords(name)])]}
        />
        <Choice
          label="Theme of the picture"
          name="theme"
          chosen={theme ?? ''}
          options={[['', 'As this page'], ...THEME_NAMES.map((name): [string, string] => [name, capitalised(name)])]}
        />
        <button type="submit" data-script="without">
          Show
        </button>
      </form>
      <div id="drawn" class="muted">
        <PerScreen
          size={size}
          of={(of) => (
            <>
              {!size && `On this screen: ${sizeWords(of)}. `}For {SIZES[of].use}.{' '}
              {!size && of === NARROW_SIZE && (
                <span data-script="without">The snippets below show the link preview, unless you choose a size. </span>
              )}
              <PerTheme
                theme={theme}
                of={(shown) => (
                  <a href={links.image(id, of, shown, 'svg')} download={`${fileOf(id, of, shown)}.svg`}>
                    Download as SVG
                  </a>
                )}
              />
            </>
          )}
        />
      </div>
    </>
  );
}

const sizeWords = (size: Size) => `${sizeName(size)}, ${SIZES[size].width} × ${SIZES[size].height}`;

type ChoiceProps = {
  label: string;
  name: string;
  chosen: string;
  options: [value: string, words: string][];
};

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
  /** What assets/scripts/share.js does with `value`: an address for `dialog` and `link`, the selector of an element, or nothing for the field before it. */
  does: 'dialog' | 'link' | 'picture' | 'alt' | 'field' | 'html';
  value?: string;
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
