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
/** The script of the page of the API, imported as its text. */
declare module '*/assets/scripts/docs.js' {
  const text: string;
  export default text;
}
/** A drawing, imported as its markup. */
declare module '*.svg' {
  const markup: string;
  export default markup;
}
