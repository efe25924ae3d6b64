/** The page that checks whether a copy of a card is current. The browser does the work: no picture is sent. */
import type { Links } from '../links.ts';
import { Layout } from './layout.tsx';

export function CheckPage({ links }: { links: Links }) {
  return (
    <Layout
      title="Check a copy"
      description="Choose a picture of a card, and see which card it is, and whether it is current, corrected, retracted or altered."
      canonical={links.check()}
      section="check"
      style="tools"
      links={links}
      head={<script type="module" src="/scripts/check.js" />}
    >
      <h1>Check a copy</h1>
      <p class="lead">
        Is this copy of a card current? Has the card been corrected or retracted? Has the picture been altered?
      </p>
      <p data-script="without">
        This page needs JavaScript, because it checks the picture in your browser and does not upload it. Without
        JavaScript, scan the QR code of the card: it leads to the current card.
      </p>
      <form id="choose" class="drop" data-script="with" data-origin={links.origin} hidden>
        <label for="file">Choose a picture, drop it on this page, or paste it</label>
        <input id="file" type="file" accept="image/*" aria-describedby="limits" />
        <p id="limits" class="muted">
          A downloaded PNG, or a photo or screenshot that shows the whole QR code. At most 15 MB. The picture stays in
          your browser: no request contains it.
        </p>
      </form>
      <section id="result" class="checked" aria-label="Result">
        <div id="verdict" class="verdict" role="status" />
        <div id="today" />
      </section>
      <section aria-labelledby="meanings">
        <h2 id="meanings">What the result means</h2>
        <dl class="facts">
          <dt>Current</dt>
          <dd>The copy shows the current revision of the card.</dd>
          <dt>Corrected, updated</dt>
          <dd>
            The card has changed since then. The result gives the reason for each change.{' '}
            <a href={links.corrections()}>All corrections</a> are on one page.
          </dd>
          <dt>Retracted, superseded</dt>
          <dd>The card is withdrawn, or another card replaces it. Do not use the copy.</dd>
          <dt>Unaltered, altered</dt>
          <dd>For a PNG: whether every pixel is as published.</dd>
          <dt>Cannot be compared</dt>
          <dd>
            The site has no record of the original pixels, or the copy is not the original file: a screenshot, a JPEG,
            or a picture that was copied and pasted. Whether it was altered is then unknown. The page shows both
            pictures, so that you can compare the numbers and words. To have every pixel compared, ask for the file as
            it was downloaded from this site.
          </dd>
        </dl>
      </section>
    </Layout>
  );
}
