// @ts-check
/*
 * <fact-card src="https://cards.example.org/cards/{id}" size="square" theme="dark"> shows a card with its current state. Its
 * content, a linked picture, is shown without scripts and if the card cannot be read. Comments and indents are not served.
 */

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Partial<HTMLElementTagNameMap[Name]>} [values]
 * @param {(Node | string)[]} content
 */
const element = (name, values, ...content) => {
  const made = Object.assign(document.createElement(name), values);
  made.append(...content);
  return made;
};

const style = new CSSStyleSheet();
style.replaceSync(`:host{display:block}img{display:block;width:100%;height:auto}
p{margin:.5em 0 0;font:.875em/1.4 system-ui,sans-serif;color:inherit}a{color:inherit}`);

class FactCard extends HTMLElement {
  async connectedCallback() {
    const src = this.getAttribute('src') ?? '';
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    const link = element('a', { href: src }, element('img', { src: `${src}.png`, alt: 'A fact card' }));
    const slot = element('slot', {}, link);
    root.adoptedStyleSheets = [style];
    root.replaceChildren(slot);
    try {
      const card = await (await fetch(`${src}.json`)).json();
      const { state, correction, history, supersededBy, alt } = card;
      /** @param {string} theme */
      const picture = (theme) =>
        card.images.find(
          /** @param {{ size: string; theme: string }} image */
          (image) => image.size === (this.getAttribute('size') ?? 'og') && image.theme === theme,
        );
      const theme = this.getAttribute('theme');
      const { url, width, height } = picture(theme ?? 'light');
      const image = element('img', { src: url, width, height, alt });
      const dark = element('source', { media: '(prefers-color-scheme:dark)', srcset: picture('dark').url });
      const shown = element('picture', {}, ...(theme ? [] : [dark]), image);
      const entry = state === 'corrected' ? correction : history.at(-1);
      const words =
        state === 'current'
          ? 'No corrections'
          : `${state[0].toUpperCase()}${state.slice(1)} ${entry.date}: ${entry.reason}`;
      const next =
        supersededBy && element('a', { href: src.replace(/[^/]+$/, supersededBy) }, 'The card that replaces it');
      const line = element('p', {}, element('strong', {}, words), ' · ', ...(next ? [next, ' · '] : []));
      line.append(element('a', { href: src }, 'About this card'));
      slot.replaceWith(element('a', { href: src }, shown), line);
    } catch {
      // The content stays.
    }
  }
}

if (!customElements.get('fact-card')) customElements.define('fact-card', FactCard);
