/** Declares the Worker under test for the types of `cloudflare:workers`. */
declare namespace Cloudflare {
  interface Env {
    ASSETS: Fetcher;
    WATCH: KVNamespace;
  }
  interface GlobalProps {
    mainModule: typeof import('../src/index.ts');
  }
}
declare module '*?raw' {
  const text: string;
  export default text;
}
