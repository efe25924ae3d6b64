/** A script of a page, imported as its text. */
declare module '*.client.js' {
  const text: string;
  export default text;
}
