/** Which addresses a program of ours may ask for: those of public sites. Pure: no name is looked up. */
import ipaddr from 'ipaddr.js';

/** Names that never leave a network: RFC 6762 (local), RFC 6761 (localhost), RFC 8375 (home.arpa), ICANN (internal). */
const LOCAL_NAMES = ['localhost', 'local', 'internal', 'home.arpa', 'lan', 'intranet', 'invalid', 'test', 'onion'];

/** Global unicast (RFC 4291). What else ipaddr.js calls unicast stands for an IPv4 address, or for nothing. */
const PUBLIC_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether the host of an address is the name or number of a public site (IANA Special-Purpose Address Registries). The URL
 * Standard has spelled numbers out before: "0x7f.1", "2130706433" and "0177.0.0.1" all arrive here as "127.0.0.1".
 */
export function isPublicHost({ hostname }: URL): boolean {
  const name = hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
  if (!ipaddr.isValid(name))
    return name.includes('.') && !LOCAL_NAMES.some((local) => `.${name}`.endsWith(`.${local}`));
  const address = ipaddr.parse(name);
  return address.range() === 'unicast' && (address.kind() === 'ipv4' || address.match(PUBLIC_IPV6));
}

/** A site: its scheme, host and port, with or without `www.`. */
export function siteOf({ protocol, host }: URL): string {
  return `${protocol}//${host.replace(/^www\./, '')}`;
}
