/** The box of snippets, with a tab for each place to paste them. The tabs are radio buttons, so they need no script. */
import type { CardRecord } from '../../card/record.ts';
import { MAIN_VARIANT, type Theme } from '../../render/variant.ts';
import { componentSnippet, type Markup, snippetsOf } from '../embed/snippets.ts';
import type { Links } from '../links.ts';
import { PerTheme, ShareButton, type ShareProps } from './share.tsx';

type Tab = {
  place: string;
  /** What is pasted: the address of the page, the web component, or a snippet. */
  paste: 'page' | 'component' | Markup;
  /** The name of what is pasted. */
  what: string;
  hint: string;
  /** Whether what is pasted has a picture for each theme, one only (that of this page), or none. */
  pictures: 'each theme' | 'one theme' | 'none';
};

const CORRECTED = 'A correction appears within five minutes.';
const PICTURE_ONLY = 'The picture shows a correction within five minutes. The alternative text does not change.';

const TABS: Tab[] = [
  {
    place: 'WordPress',
    paste: 'page',
    what: 'the address',
    hint: `Paste the address on a line of its own. Readers see a frame with the picture and the state of the card. ${CORRECTED}`,
    pictures: 'each theme',
  },
  { place: 'Markdown', paste: 'markdown', what: 'Markdown', hint: PICTURE_ONLY, pictures: 'one theme' },
  {
    place: 'HTML',
    paste: 'html',
    what: 'HTML',
    hint: `Rich-text editors receive the linked picture, text fields the code. ${PICTURE_ONLY}`,
    pictures: 'each theme',
  },
  {
    place: 'Wikipedia',
    paste: 'wikipedia',
    what: 'the reference',
    hint: 'A reference to the source with the quote. Wikipedia shows no pictures from other sites.',
    pictures: 'none',
  },
  { place: 'BBCode', paste: 'bbcode', what: 'BBCode', hint: `For forums. ${PICTURE_ONLY}`, pictures: 'one theme' },
  {
    place: 'Plain text',
    paste: 'text',
    what: 'the text',
    hint: 'For chats, e-mails and posts. Many programs show a preview of the address.',
    pictures: 'none',
  },
  {
    place: '<fact-card>',
    paste: 'component',
    what: 'the web component',
    hint: `For pages that allow scripts. It shows the picture and the state of the card. ${CORRECTED}`,
    pictures: 'each theme',
  },
  {
    place: 'MediaWiki',
    paste: 'mediawiki',
    what: 'MediaWiki code',
    hint: `For wikis that allow external pictures. ${PICTURE_ONLY}`,
    pictures: 'one theme',
  },
  { place: 'DokuWiki', paste: 'dokuwiki', what: 'DokuWiki code', hint: PICTURE_ONLY, pictures: 'one theme' },
];

export function PasteBox({ record, alt, picture, links }: ShareProps) {
  const { size = MAIN_VARIANT.size, theme } = picture;
  const options = { alt, size, links };
  return (
    <section class="paste-box" aria-labelledby="embed">
      <h2 id="embed">Paste it into</h2>
      <div class="tabs" role="radiogroup" aria-labelledby="embed">
        {TABS.map(({ place, paste }, index) => (
          <label key={paste}>
            <input type="radio" name="to" value={paste} checked={index === 0} />
            <span>{place}</span>
          </label>
        ))}
      </div>
      <div id="paste">
        {TABS.map(({ paste, what, hint, pictures }) => (
          <div key={paste} class={`panel to-${paste}`}>
            {pictures === 'one theme' ? (
              <PerTheme
                theme={theme}
                of={(shown) => (
                  <Snippet
                    id={`snippet-${paste}${theme || shown === MAIN_VARIANT.theme ? '' : `-${shown}`}`}
                    what={what}
                    value={textToPaste(record, paste, { ...options, theme: shown })}
                  />
                )}
              />
            ) : (
              <Snippet
                id={`snippet-${paste}`}
                what={what}
                value={textToPaste(record, paste, { ...options, theme })}
                rich={paste === 'html'}
              />
            )}
            <p class="muted">
              {hint}
              {!theme && pictures === 'each theme' && ' It follows the theme of the reader.'}
            </p>
          </div>
        ))}
      </div>
      <p class="muted">
        <a href={links.embedding(record.card.id)}>What to paste into Ghost, Notion, Mastodon and others</a>
      </p>
    </section>
  );
}

type Options = Omit<ShareProps, 'record' | 'picture'> & {
  size: NonNullable<ShareProps['picture']['size']>;
  theme: Theme | undefined;
};

function textToPaste(record: CardRecord, paste: Tab['paste'], options: Options & { links: Links }): string {
  if (paste === 'page') return options.links.page(record.card.id);
  return paste === 'component' ? componentSnippet(record, options) : snippetsOf(record, options)[paste];
}

type SnippetProps = { id: string; what: string; value: string; rich?: boolean };

/** `rich`: copied as a linked picture for editors, and as code for text fields. */
function Snippet({ id, what, value, rich = false }: SnippetProps) {
  return (
    <div class="snippet">
      <textarea id={id} rows={value.length > 200 ? 4 : 2} readonly spellcheck={false} aria-label={`To paste: ${what}`}>
        {value}
      </textarea>
      <ShareButton does={rich ? 'html' : 'field'} value={`#${id}`} class="action">
        Copy {what}
      </ShareButton>
    </div>
  );
}
