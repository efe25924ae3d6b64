/** How many pictures one client may have drawn in a minute: drawing is what costs. What is drawn already costs nothing. */
import type { CardContext } from '../context.ts';

/**
 * Whether the client may have one more picture drawn. Without the binding, everybody may; and a limiter that fails
 * refuses nobody. The address is handed to the limiter, which counts for a minute, and kept nowhere.
 */
export async function mayDraw(c: CardContext): Promise<boolean> {
  const limiter = c.env?.DRAWING_LIMIT;
  // Cloudflare sets this header itself, whatever the client sent; without it, the request came not from outside.
  const address = c.req.header('CF-Connecting-IP');
  if (!limiter || address === undefined || c.var.isPreview) return true;
  try {
    return (await limiter.limit({ key: networkOf(address) })).success;
  } catch {
    return true;
  }
}

/** An IPv4 address; of an IPv6 address the first 64 bits: the rest is the client's own to choose. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const groups = head === '' ? [] : head.split(':');
  const behind = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - groups.length - behind.length) }, () => '0');
  const all = [...groups, ...(tail === undefined ? [] : zeros), ...behind];
  return all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
