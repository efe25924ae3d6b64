/** English names of languages. Pure. */

/** "German" for "de" and "de-AT". Returns the tag if the language has no English name. */
export function languageName(tag: string): string {
  const [language = tag] = tag.split('-');
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language;
}
