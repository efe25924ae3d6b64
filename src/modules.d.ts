/** The types of files that wrangler imports as modules. */
declare module '*.wasm' {
  const module: WebAssembly.Module;
  export default module;
}
declare module '*.ttf' {
  const bytes: ArrayBuffer;
  export default bytes;
}
/** A style sheet, imported as its text. */
declare module '*.css' {
  const text: string;
  export default text;
}
/** A script for browsers, imported as its text. */
declare module '*/assets/scripts/site.js' {
  const text: string;
  export default text;
}
/** The script that applies the chosen theme, imported as its text. */
declare module '*/assets/scripts/theme.js' {
  const text: string;
  export default text;
}
/** The script of the page of the API, imported as its text. */
declare module '*/assets/scripts/docs.js' {
  const text: string;
  export default text;
}
/** The script of the page that is framed, imported as its text. */
declare module '*/assets/scripts/embed.js' {
  const text: string;
  export default text;
}
/** The script of the web component, imported as its text. */
declare module '*/assets/scripts/fact-card.js' {
  const text: string;
  export default text;
}
/** A drawing, imported as its markup. */
declare module '*.svg' {
  const markup: string;
  export default markup;
}
