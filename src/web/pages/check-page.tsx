/** The page that checks whether a copy of a card is current. The browser does the work: no picture is sent. */
import type { Links } from '../links.ts';
import { Layout } from './layout.tsx';

export function CheckPage({ links }: { links: Links }) {
  return (
    <Layout
      title="Check a copy"
      description="Choose a picture of a card, and see which card it is, and whether it is current, corrected, retracted or altered."
      canonical={links.check()}
      links={links}
      head={<script type="module" src="/scripts/check.js" />}
    >
      <h1>Check a copy</h1>
      <p class="lead">Is this picture of a card current? Was it corrected, retracted or altered?</p>
      <p data-script="without">
        This page needs a script, because the picture is checked in your browser and is not sent. Without scripts, scan
        the QR code of the card: it leads to the card of today.
      </p>
      <form id="choose" class="drop" data-script="with" data-origin={links.origin} hidden>
        <label for="file">Choose a picture, drop it on this page, or paste it</label>
        <input id="file" type="file" accept="image/*" />
        <p class="muted">
          A downloaded PNG, or a photo or screenshot with the whole QR code, of at most 15 MB. It stays in your browser:
          no request contains it.
        </p>
      </form>
      <section id="result" role="status" class="checked" />
    </Layout>
  );
}
