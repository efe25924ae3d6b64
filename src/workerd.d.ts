/**
 * The Node APIs that the Worker uses (`nodejs_compat`). No other Node API compiles in the Worker's code, in particular
 * `process`. Only tsconfig.json includes this file: tools and tests have the types of Node.
 */
declare module 'node:crypto' {
  type Hash = {
    update(data: string | Uint8Array): Hash;
    digest(encoding: 'hex' | 'base64'): string;
  };
  export function createHash(algorithm: 'sha256'): Hash;
}

declare module 'node:zlib' {
  export function crc32(data: string | Uint8Array, start?: number): number;
  export function deflateSync(data: Uint8Array, options: { level: number }): Uint8Array<ArrayBuffer>;
}

declare module 'node:buffer' {
  type Encoding = 'utf8' | 'latin1' | 'base64' | 'base64url';
  export class Buffer extends Uint8Array<ArrayBuffer> {
    static from(text: string, encoding?: Encoding): Buffer;
    static concat(parts: readonly Uint8Array[]): Buffer;
    override subarray(start?: number, end?: number): Buffer;
    override toString(encoding?: Encoding): string;
  }
}

declare var Buffer: typeof import('node:buffer').Buffer;

/** workers-types declares it as `any`. A Worker gets its settings as bindings. */
declare var process: undefined;
