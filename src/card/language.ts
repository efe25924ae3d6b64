/** Languages in English words. Pure. */

/** "German", of "de" and "de-AT"; a language that has no English name keeps its tag. */
export function languageName(tag: string): string {
  const [language = tag] = tag.split('-');
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language;
}
