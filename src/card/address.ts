/** Addresses of sources: what is valid, which parameters only track readers, and one form for comparison. Pure. */
import { z } from 'zod';
import { forbiddenIn } from './characters.ts';

/** Names that never leave a network: RFC 6762 (local), RFC 6761 (localhost), RFC 8375 (home.arpa), ICANN (internal). */
const LOCAL_NAMES = ['localhost', 'local', 'internal', 'home.arpa', 'lan', 'intranet', 'invalid', 'test', 'onion'];

/** Whether a host is named as public sites are. The name of a number is none: "127.0.0.1", "[::1]". */
export function isPublicName(hostname: string): boolean {
  const name = hostname.replace(/\.$/, '');
  const isNumber = /^[\d.]+$|^\[/.test(name);
  return name.includes('.') && !isNumber && !LOCAL_NAMES.some((local) => `.${name}`.endsWith(`.${local}`));
}

/** Why an address cannot be published, and how to fix it; undefined if it can. */
export function faultOfAddress(address: string): string | undefined {
  const forbidden = forbiddenIn(address);
  if (forbidden) return `${forbidden}. Copy the address again`;
  if (/[\s\\]|\p{Default_Ignorable_Code_Point}/u.test(address))
    return 'contains a space, a backslash or an invisible character. Copy the address again';
  const url = URL.parse(address);
  if (!url) return 'is not an address. Copy it again';
  if (!/^https:\/\/[^/]/i.test(address)) return `needs two slashes after "https:". Write ${url.href}, if you mean that`;
  if (url.username !== '' || url.password !== '' || /^[^/?#]*\/\/[^/?#]*@/.test(address))
    return 'contains a user name. Remove it, and the @';
  if (!isPublicName(url.hostname))
    return `is at "${url.hostname}", which is not a public site. Use an address that readers can open`;
  return undefined;
}

/** Characters that the URL Standard keeps and RFC 3986 forbids, and a % without a code. */
const UNWRITTEN = /[\\^`{|}[\]]|%(?![0-9A-Fa-f]{2})/g;

/** An address in the one form that headers, XML and every program read alike: in ASCII, percent-encoded once. */
export function writtenOut(address: string): string {
  const url = URL.parse(address);
  if (!url) return address;
  const [, head = '', rest = ''] = /^(\w+:(?:\/\/[^/?#]*)?)(.*)$/s.exec(url.href) ?? [];
  return head + rest.replace(UNWRITTEN, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** An address of a public site; written out, so that every program reads the same one. */
export const HttpsUrl = z
  .url({ protocol: /^https$/, error: 'must be an https address, or null if it is unknown', abort: true })
  .max(2000)
  .refine((address) => faultOfAddress(address) === undefined, {
    error: ({ input }) => faultOfAddress(String(input)),
    abort: true,
  })
  .overwrite(writtenOut);

/**
 * Query parameters that name a campaign or a click, and no page: those that Firefox and Brave strip
 * (firefox-source-docs.mozilla.org, "Query Parameter Stripping"; github.com/brave/brave-core, browser/net), and those of analytics
 * and newspapers: Google, Matomo, Piano, Adobe. Names such as "ref" and "source" stay: on some sites they choose a page.
 */
const TRACKING_NAMES = new Set(
  `__hsfp __hssc __hstc __s _ga _gl _hsenc _hsmi _openstat cmpid dclid ef_id epik fb_action_ids fb_action_types fb_ref fb_source fbclid
  gad_source gbraid gclid gclsrc guccounter guce_referrer guce_referrer_sig hsctatracking icid igsh igshid li_fat_id mc_cid
  mc_eid mkt_tok ml_subscriber ml_subscriber_hash msclkid ncid ocid oft_c oft_ck oft_d oft_id oft_ids oft_k oft_lk oft_sid
  oly_anon_id oly_enc_id piwik_campaign rb_clickid rdt_cid s_cid smid srsltid ss_email_id trk_contact trk_msg ttclid twclid
  unicorn_click_id vero_conv vero_id vgo_ee wbraid wickedid wt_mc wt_zmc xtor yclid ymclid ysclid`.split(/\s+/),
);
const TRACKING_PREFIX = /^(?:utm|mtm|pk|at|itm|hsa)_/;

function isTracking(parameter: string): boolean {
  const name = parameter.replace(/=.*/s, '').toLowerCase();
  return TRACKING_NAMES.has(name) || TRACKING_PREFIX.test(name);
}

/**
 * An address for a source, without tracking parameters, default port and fragment. Keeps a fragment that is a path ("#!/a",
 * "#/a"). Returns an invalid address unchanged.
 */
export function cleanUrl(address: string): string {
  const url = URL.parse(address);
  if (!url) return address;
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((parameter) => parameter !== '' && !isTracking(parameter));
  url.search = kept.join('&');
  const hash = url.hash.replace(/:~:.*/s, '');
  url.hash = /^#!?\//.test(hash) ? hash : '';
  return url.href;
}

/** An address in the form in which two of one page are equal: cleaned, without `www.`, scheme and trailing slash. */
export function canonicalUrl(address: string): string {
  const url = URL.parse(cleanUrl(address));
  if (!url) return address;
  return `${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/+$/, '')}${url.search}${url.hash}`;
}

/** The superfluous parts of an address: "utm_source", "#:~:text=". Other fragments may be intended. */
export function excessOf(address: string): string[] {
  const url = URL.parse(address);
  if (!url) return [];
  const names = url.search.slice(1).split('&').filter(isTracking);
  return [...names.map((name) => name.replace(/=.*/s, '')), ...(url.hash.includes(':~:') ? ['#:~:text='] : [])];
}
