/** Tells the types of `cloudflare:workers` which Worker is under test. */
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
