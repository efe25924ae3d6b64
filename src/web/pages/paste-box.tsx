/** The box of snippets, with a tab for each place to paste them. The tabs are radio buttons, so they need no script. */
import { MAIN_VARIANT } from '../../render/variant.ts';
import { COMMON_PLACES, PASTED, PLACES, pastedText } from '../embed/places.ts';
import { PerTheme, ShareButton, type ShareProps } from './share.tsx';

export function PasteBox({ record, alt, picture, links }: ShareProps) {
  const { size = MAIN_VARIANT.size, theme } = picture;
  const options = { alt, size, links };
  return (
    <section class="paste-box" aria-labelledby="embed">
      <h2 id="embed">Paste it into</h2>
      <div class="tabs" role="radiogroup" aria-labelledby="embed">
        <Tabs places={PLACES.slice(0, COMMON_PLACES)} chosen={PLACES[0]} />
        <details class="more-places">
          <summary>More places</summary>
          <div class="tabs">
            <Tabs places={PLACES.slice(COMMON_PLACES)} />
          </div>
        </details>
      </div>
      <div id="paste">
        {[...Map.groupBy(PLACES, ({ paste }) => paste)].map(([paste, places]) => {
          const { what, pictures, choice } = PASTED[paste];
          return (
            <div key={paste} class={`panel ${places.map(({ id }) => `to-${id}`).join(' ')}`}>
              {pictures === 'one theme' ? (
                <PerTheme
                  theme={theme}
                  of={(shown) => (
                    <Snippet
                      id={`snippet-${paste}${theme || shown === MAIN_VARIANT.theme ? '' : `-${shown}`}`}
                      what={what}
                      value={pastedText(record, paste, { ...options, theme: shown })}
                    />
                  )}
                />
              ) : (
                <Snippet
                  id={`snippet-${paste}`}
                  what={what}
                  value={pastedText(record, paste, { ...options, theme })}
                  rich={paste === 'html' || paste === 'newsletter'}
                />
              )}
              {places.map(({ id, appears, correction }) => (
                <div key={id} class={`panel to-${id}`}>
                  <p class="muted">
                    <b>Readers see</b> {appears}.
                    {!theme && pictures === 'each theme' && ' The picture follows the theme of the reader.'}
                  </p>
                  <p class="muted">
                    <b>When a correction appears:</b> {correction}
                  </p>
                </div>
              ))}
              {choice && <p class="muted">{choice}</p>}
            </div>
          );
        })}
      </div>
      <p class="muted">
        <a href={links.embedding(record.card.id)}>All places on one page</a>
      </p>
    </section>
  );
}

function Tabs({ places, chosen }: { places: typeof PLACES; chosen?: (typeof PLACES)[number] | undefined }) {
  return (
    <>
      {places.map((place) => (
        <label key={place.id}>
          <input type="radio" name="to" value={place.id} checked={place === chosen} />
          <span>{place.name}</span>
        </label>
      ))}
    </>
  );
}

type SnippetProps = { id: string; what: string; value: string; rich?: boolean };

/** `rich`: copied as a linked picture for editors, and as code for text fields. */
function Snippet({ id, what, value, rich = false }: SnippetProps) {
  return (
    <div class="snippet">
      <textarea id={id} rows={value.length > 200 ? 4 : 2} readonly spellcheck={false} aria-label={`To paste: ${what}`}>
        {value}
      </textarea>
      <ShareButton does={rich ? 'html' : 'field'} class="action">
        Copy {what}
      </ShareButton>
    </div>
  );
}
