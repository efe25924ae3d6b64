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
      <div id="choose" class="drop" data-script="with" data-origin={links.origin} hidden>
        <input id="file" class="quiet" type="file" accept="image/*" aria-describedby="limits" />
        <label for="file" class="action">
          Choose a picture
        </label>
        <p class="hovering">Or drop it on this page, or paste it.</p>
        <p id="limits" class="muted">
          A downloaded PNG, or a photo or screenshot that shows the whole QR code. At most 15 MB. The picture stays in
          your browser: no request contains it.
        </p>
      </div>
      <section id="result" class="checked" aria-label="Result">
        <div id="verdict" class="verdict" role="status" />
        <div id="today" />
      </section>
      <section aria-labelledby="meanings">
        <h2 id="meanings">What the result means</h2>
        <dl class="facts">
          <dt>Current</dt>
          <dd>Every pixel is as published, and the card has not changed since. You can use the copy.</dd>
          <dt>Corrected since</dt>
          <dd>
            The card had an error, and the result names it. Use the current card.{' '}
            <a href={links.corrections()}>All corrections</a> are on one page.
          </dd>
          <dt>Updated since</dt>
          <dd>The card has newer data, and the result says which. Use the current card.</dd>
          <dt>Retracted</dt>
          <dd>The card was withdrawn. Do not share the copy.</dd>
          <dt>Superseded</dt>
          <dd>Another card replaces this card. Use that one.</dd>
          <dt>Altered</dt>
          <dd>Somebody changed this file. Do not share it; open the real card.</dd>
          <dt>Cannot be compared</dt>
          <dd>
            The copy is not the published file, for example a screenshot or a JPEG, or the site has no record of its
            pixels. Compare the numbers and words of the two pictures, or ask for the file as it was downloaded from
            this site.
          </dd>
          <dt>No card found</dt>
          <dd>
            The picture names no card. Ask for a larger picture that contains the whole QR code, or search for the card.
          </dd>
        </dl>
      </section>
    </Layout>
  );
}
