/** Which addresses a program of ours may ask for: those of public sites. Pure: no name is looked up. */

/** Names that never leave a network: RFC 6762 (local), RFC 6761 (localhost), RFC 8375 (home.arpa), ICANN (internal). */
const LOCAL_NAMES = ['localhost', 'local', 'internal', 'home.arpa', 'lan', 'intranet', 'invalid', 'test', 'onion'];

/**
 * IPv4 blocks that are no public site (IANA Special-Purpose Address Registry): address and length of its prefix in bits.
 */
const SPECIAL_IPV4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const;

/**
 * Whether the host of an address is the name or number of a public site. The URL Standard has spelled numbers out before:
 * "0x7f.1", "2130706433" and "0177.0.0.1" all arrive here as "127.0.0.1".
 */
export function isPublicHost({ hostname }: URL): boolean {
  if (hostname.startsWith('[')) return isPublicIpv6(hostname.slice(1, -1));
  const name = hostname.replace(/\.$/, '');
  if (/^\d+\.\d+\.\d+\.\d+$/.test(name)) return isPublicIpv4(ipv4Number(name));
  return name.includes('.') && !LOCAL_NAMES.some((local) => name === local || name.endsWith(`.${local}`));
}

function ipv4Number(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

function isPublicIpv4(address: number): boolean {
  return !SPECIAL_IPV4.some(([block, bits]) => {
    const size = 2 ** (32 - bits);
    return Math.floor(address / size) === Math.floor(ipv4Number(block) / size);
  });
}

/**
 * Global unicast is 2000::/3, but for what stands for an IPv4 address or for nothing: 2001::/23 (Teredo and others),
 * 2001:db8::/32 (documentation), 2002::/16 (6to4), 3fff::/20 (documentation). IPv4-mapped addresses are outside of it, as
 * are loopback, link-local and unique local ones: no public site is known by them.
 */
function isPublicIpv6(address: string): boolean {
  const [head = ''] = address.split('::', 1);
  const [first = 0, second = 0] = head === '' ? [] : head.split(':').map((part) => Number.parseInt(part, 16));
  if (first < 0x2000 || first > 0x3fff) return false;
  if (first === 0x2001 && (second < 0x200 || second === 0xdb8)) return false;
  return first !== 0x2002 && !(first === 0x3fff && second < 0x1000);
}

/** A site: its scheme, host and port, with or without `www.`. */
export function siteOf({ protocol, host }: URL): string {
  return `${protocol}//${host.replace(/^www\./, '')}`;
}
