/**
 * What WordPress makes of an address that an author pastes, where it does not know the site: it asks for the oEmbed, keeps little of its
 * HTML, and puts the frame into a sandbox, which sends messages to the post. Written after wp-includes/embed.php, class-wp-oembed.php and
 * wp-embed.js of WordPress 6.
 */
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { attribute, documentElements } from './html.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;

const FRAME_ATTRIBUTES = ['src', 'width', 'height', 'frameborder', 'marginwidth', 'marginheight', 'scrolling', 'title'];
const ALLOWED: Record<string, string[]> = { a: ['href'], blockquote: [], iframe: FRAME_ATTRIBUTES };

/** The secret that WordPress makes up for a frame: ten letters and digits. */
export const SECRET = 'aB3dE6gH9k';

/** The address of the oEmbed that a page names: in its first 150 KB, without a bracket in an attribute. */
export function discoverOembed(page: string): string | undefined {
  const link = documentElements(page.slice(0, 153_600)).find(
    (element) => element.tagName === 'link' && attribute(element, 'type') === 'application/json+oembed',
  );
  return attribute(link, 'href');
}

/** The parameters with which WordPress asks, for a theme whose text is so wide. */
export function oembedParameters(contentWidth: number): Record<string, string> {
  const maxheight = Math.min(Math.ceil(contentWidth * 1.5), 1000);
  return { maxwidth: String(contentWidth), maxheight: String(maxheight), dnt: '1', format: 'json' };
}

/** The HTML of a `rich` oEmbed as a post shows it; undefined where the post shows a bare link. */
export function filterOembed(html: string): string | undefined {
  const kept = keepAllowed(html);
  // The quotation is only found where the HTML begins with it and it has no attribute; of several frames, the last.
  const quotation = /^<blockquote>.*?<\/blockquote>/s.exec(kept)?.[0] ?? '';
  const frames = [...kept.matchAll(/<iframe[^>]*><\/iframe>/g)];
  const frame = frames.at(-1)?.[0];
  if (frame === undefined) return undefined;
  const hidden = quotation === '' ? '' : ' style="position: absolute; visibility: hidden;"';
  return (
    quotation.replace('<blockquote>', `<blockquote class="wp-embedded-content" data-secret="${SECRET}">`) +
    frame
      .replace(/ src="([^"]*)"/, (_, src) => ` src="${src}#?secret=${SECRET}" data-secret="${SECRET}"`)
      .replace('<iframe', `<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted"${hidden}`)
  );
}

/** HTML without the elements and attributes that are not allowed. The text in such elements stays. */
function keepAllowed(html: string): string {
  return parseFragment(html).childNodes.map(keepNode).join('');
}

function keepNode(node: Node): string {
  if ('value' in node) return escapeText(node.value);
  if (!('tagName' in node)) return '';
  const inner = node.childNodes.map(keepNode).join('');
  const attributes = ALLOWED[node.tagName];
  if (!attributes) return inner;
  const kept = node.attrs.filter(({ name }) => attributes.includes(name));
  const written = kept.map(({ name, value }) => ` ${name}="${escapeText(value)}"`).join('');
  return `<${node.tagName}${written}>${inner}</${node.tagName}>`;
}

function escapeText(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}

/** A post whose text is so wide. WordPress adds its script only where a quotation of its class is in the text. */
export function postPage(embed: string, contentWidth: number): string {
  const needsScript = /<blockquote\s[^>]*wp-embedded-content/.test(embed);
  return `<!doctype html><meta charset="utf-8"><title>A post</title>
    <style>body{margin:0} main{max-width:${contentWidth}px} iframe{max-width:100%;border:0}</style>
    <main><p>Before.</p>${embed}<p>After.</p></main>${needsScript ? `<script>${HOST_SCRIPT}</script>` : ''}`;
}

/** What wp-embed.js does with messages; \`messages\` keeps them for the tests. */
const HOST_SCRIPT = `
  window.messages = [];
  addEventListener('message', ({ source, data }) => {
    if (!data || typeof data.secret !== 'string' || /[^a-zA-Z0-9]/.test(data.secret)) return;
    messages.push(data);
    const ofSecret = (name) => document.querySelectorAll(name + '[data-secret="' + data.secret + '"]');
    for (const quotation of ofSecret('blockquote')) quotation.style.display = 'none';
    for (const frame of ofSecret('iframe')) {
      if (frame.contentWindow !== source) continue;
      frame.removeAttribute('style');
      if (data.message === 'height') frame.height = Math.min(Math.max(parseInt(data.value, 10) || 0, 200), 1000);
      if (data.message !== 'link') continue;
      const target = new URL(data.value);
      const isAllowed = /^https?:$/.test(target.protocol) && target.host === new URL(frame.src).host;
      if (isAllowed && document.activeElement === frame) top.location.href = data.value;
    }
  });
  addEventListener('DOMContentLoaded', () => {
    for (const frame of document.querySelectorAll('iframe.wp-embedded-content'))
      frame.contentWindow.postMessage({ message: 'ready', secret: frame.dataset.secret }, '*');
  });
`;
