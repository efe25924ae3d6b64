/** Headings above related links, comments and offers, by language. Data for page-parts.ts. */
export const FURNITURE_HEADING = new RegExp(
  `^\\s*(?:\\d+\\s+)?(?:${[
    // English
    String.raw`related(?: (?:articles?|stories|news|coverage|content|links|topics|posts))?$|(?:read|see) (?:also|more|next)\b|also read\b`,
    String.raw`more (?:stories|news|articles|coverage|from us|like this|on this (?:story|topic))\b|(?:most|trending) (?:read|popular|viewed|now)\b`,
    String.raw`(?:reader )?comments?$|leave a (?:reply|comment)\b|join the (?:conversation|discussion)\b|recommended(?: for you)?$`,
    String.raw`you (?:may|might) (?:also )?(?:like|be interested)\b|(?:top|latest) (?:stories|news)$|in other news$|editors?[’']?s? picks?$|trending$`,
    String.raw`newsletters?$|sign up\b|subscribe\b|share this\b|follow us\b|advertisement$|sponsored\b|about the author$`,
    // German
    String.raw`mehr zum thema\b|lesen sie auch\b|auch interessant\b|(?:leser)?kommentare?$|meistgelesen|das könnte sie\b|verwandte artikel\b|anzeige$`,
    // Spanish, Portuguese
    String.raw`(?:noticias|artículos|contenidos?) relacionad[oa]s?\b|le[ae] también\b|más noticias$|(?:lo )?más leíd[oa]s?$|comentarios$|[lt]e puede interesar\b|últimas noticias$|leia (?:também|mais)\b`,
    // French
    String.raw`à lire (?:aussi|également)\b|lire aussi\b|sur le même (?:sujet|thème)\b|commentaires$|les plus lus\b|articles (?:liés|similaires)\b`,
    // Ukrainian, Russian, Polish
    'читайте (?:також|также)|(?:схожі|похожие) (?:новини|новости|статті|статьи|матеріали|материалы)|коментарі$|комментарии$|(?:останні|последние) (?:новини|новости)$|(?:ще|ещё|еще) (?:за темою|по теме)',
    'czytaj (?:też|także|również)|komentarze$|najpopularniejsze$',
  ].join('|')})`,
  'iu',
);
