import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPublicHost, siteOf } from '../../src/page/visit.ts';

const isPublic = (address: string) => isPublicHost(new URL(address));

test.each([
  'https://127.0.0.1/',
  'https://127.1/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0177.0.0.1/',
  'https://0x7f.0.0.1/',
  'https://0/',
  'https://10.255.0.1/',
  'https://172.16.0.1/',
  'https://172.31.255.255/',
  'https://192.168.1.1/',
  'https://169.254.169.254/',
  'https://100.64.0.1/',
  'https://198.19.0.1/',
  'https://224.0.0.1/',
  'https://255.255.255.255/',
  'https://[::]/',
  'https://[::1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:8.8.8.8]/',
  'https://[::7f00:1]/',
  'https://[64:ff9b::a00:1]/',
  'https://[fe80::1]/',
  'https://[fc00::1]/',
  'https://[fd12:3456::1]/',
  'https://[ff02::1]/',
  'https://[2001:db8::1]/',
  'https://[2001::1]/',
  'https://[2002:7f00:1::]/',
  'https://localhost/',
  'https://LOCALHOST./',
  'https://a.localhost/',
  'https://printer.local/',
  'https://metadata.google.internal/',
  'https://router.home.arpa/',
  'https://intranet/',
])('%s is no public site', (address) => {
  expect(isPublic(address)).toBe(false);
});

test.each([
  'https://example.org/',
  'https://localhost.example.org/',
  'https://internal.example.org/',
  'https://8.8.8.8/',
  'https://172.32.0.1/',
  'https://192.0.3.1/',
  'https://[2606:4700::1111]/',
  'https://xn--bcher-kva.example/',
])('%s is one', (address) => {
  expect(isPublic(address)).toBe(true);
});

test('no spelling of a loopback or private address is a public site', () => {
  const inside = fc.constantFrom([10, 8], [127, 8], [192 * 256 + 168, 16], [169 * 256 + 254, 16]);
  fc.assert(
    fc.property(inside, fc.nat(2 ** 32 - 1), fc.constantFrom(10, 16), ([block = 0, bits = 8], low, base) => {
      const size = 2 ** (32 - bits);
      const address = block * size + (low % size);
      const spelled = base === 16 ? `0x${address.toString(16)}` : String(address);
      expect(isPublic(`https://${spelled}/`)).toBe(false);
      expect(isPublic(`https://[::ffff:${(address >>> 16).toString(16)}:${(address & 0xffff).toString(16)}]/`)).toBe(
        false,
      );
    }),
  );
});

test('a site is its scheme, host and port, with or without www', () => {
  expect(siteOf(new URL('https://www.example.org/a'))).toBe(siteOf(new URL('https://example.org/b')));
  expect(siteOf(new URL('https://example.org:8443/'))).not.toBe(siteOf(new URL('https://example.org/')));
  expect(siteOf(new URL('http://example.org/'))).not.toBe(siteOf(new URL('https://example.org/')));
});
