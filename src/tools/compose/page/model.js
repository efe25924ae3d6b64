// @ts-check
/* The card that is being made or edited: its fields, unconfirmed guesses, and the data for calls. No elements. */

/**
 * @typedef {{ overview: any, article: any, base: string | null, card: any, was: string | null, marks: Record<string, string>, missing?: string | null, draft?: any, source: string | null }} Start
 * @typedef {{ start: number, end: number }} Range
 * @typedef {ReturnType<typeof createModel>} Model
 */

/** @param {Start} start */
export function createModel({ overview, article, base, card, was, marks, draft, source }) {
  return {
    overview,
    article,
    source,
    /** The hash of the file as this page knows it. */
    base,
    /** The id of the card in the file; null for a new one. */
    was,
    card: card ?? {},
    /** @type {Record<string, string>} */
    doubts: { ...marks },
    entry: draft?.edit.entry ?? null,
    /** @type {any} */
    published: null,
    /** @type {string | null} */
    bounds: null,
    /** What the author has changed of the source. @type {Record<string, any>} */
    sourceFields: structuredClone(draft?.edit.sourceFields ?? article?.defaults ?? {}),
    /** @type {Record<string, string>} */
    sourceDoubts: { ...(draft?.edit.doubts.source ?? article?.marks ?? {}) },
    /** Fields that the author has set, which no proposal replaces. @type {Set<string>} */
    touched: new Set(draft ? Object.keys(card) : []),
    /** The words of the article. @type {Range | null} */
    range: null,
    draftId: draft?.id ?? newDraftId(),
    isDirty: false,
    isSaved: false,
    /** @type {string[] | undefined} */
    topicsBefore: undefined,

    fields() {
      return { ...this.article?.fields, ...this.sourceFields };
    },
    hasCard() {
      return Object.keys(this.card).length > 0;
    },
    /** How many values are to be confirmed. */
    open() {
      return Object.keys(this.doubts).length + Object.keys(this.sourceDoubts).length;
    },
    confirmAll() {
      this.doubts = {};
      this.sourceDoubts = {};
      this.isDirty = true;
    },

    /** @param {string} field */
    touch(field) {
      this.touched.add(topOf(field));
      if (!field.startsWith('source.')) delete this.doubts[topOf(field)];
      this.isDirty = true;
    },

    /** Sets a field of the source. The outlet is the last step of the chain, until the author has written the steps. @param {string} name @param {unknown} value */
    setSource(name, value) {
      const { publisher } = this.fields();
      this.sourceFields[name] = value;
      if (name !== 'publisher' || this.was !== null || this.touched.has('attribution') || !this.hasCard()) return;
      const steps = this.card.attribution ?? [];
      this.card.attribution = [...(steps.at(-1) === (publisher ?? '') ? steps.slice(0, -1) : steps), value];
    },

    /** Applies a proposal for words of the article, but keeps what the author has set. @param {any} proposed @param {boolean} withKind whether only the kind has changed */
    take({ card: proposed, doubts, found }, withKind) {
      const isNew = this.was === null;
      const own = Object.fromEntries(
        Object.entries(this.card).filter(([name]) => this.touched.has(name) || !isNew || (withKind && name === 'id')),
      );
      const quote = { ...(isNew ? {} : this.card.quote), ...proposed.quote };
      for (const name of ['prefix', 'suffix', 'acrossBlocks', 'highlight', 'context'])
        if (!(name in proposed.quote)) delete quote[name];
      // The author may have named the outlet before the first words.
      const last = proposed.attribution.length - 1;
      proposed.attribution = proposed.attribution.with(last, this.fields().publisher ?? '');
      const topics = isNew && this.topicsBefore ? { topics: this.topicsBefore } : {};
      this.card = { ...proposed, ...topics, ...own, quote };
      this.doubts = Object.fromEntries(
        Object.entries(/** @type {Record<string, string>} */ (doubts)).filter(
          ([name]) => isNew && !this.touched.has(name),
        ),
      );
      this.range = found.range;
      this.isDirty = true;
    },

    /** Accepts a warning with a reason; null withdraws it. @param {string} code @param {string | null} because */
    accept(code, because) {
      const others = (this.card.accept ?? []).filter((/** @type {any} */ { check }) => check !== code);
      this.card.accept = because === null ? others : [...others, { check: code, because }];
      if (this.card.accept.length === 0) delete this.card.accept;
    },

    /** Adds a card to a comparison, once. @param {string} card @returns {boolean} whether there was room */
    addRow(card) {
      const rows = (this.card.rows ?? []).filter((/** @type {any} */ row) => row.card !== '');
      if (rows.length >= 4 || rows.some((/** @type {any} */ row) => row.card === card)) return false;
      this.card.rows = [...rows, { card, label: '' }];
      return true;
    },

    /** Stores results of the checks. @param {any} seen */
    see({ published = null, bounds = null }) {
      this.published = published;
      this.bounds = bounds;
      if (published?.needsEntry && !this.entry) this.entry = { type: 'corrected', reason: '' };
    },

    /** After a save, starts another card for other words. */
    startNext() {
      this.topicsBefore = this.card.topics;
      this.card = {};
      this.doubts = {};
      this.entry = null;
      this.published = null;
      this.touched.clear();
      this.was = null;
      this.isSaved = false;
      this.draftId = newDraftId();
    },

    /** @param {{ base: string, id: string }} saved */
    saved({ base, id }) {
      this.base = base;
      this.was = id;
      this.isSaved = true;
      this.isDirty = false;
      this.entry = null;
      this.touched.clear();
      if (!this.article) return;
      this.article.isNew = false;
      this.article.fields = this.fields();
      this.sourceFields = {};
    },

    /** What the calls "try" and "save" receive. @returns {any} */
    edit() {
      const card = structuredClone(this.card);
      if (Array.isArray(card.attribution))
        card.attribution = card.attribution.filter((/** @type {any} */ step) => step !== '' && step?.name !== '');
      if (card.quote?.translation?.text)
        card.quote.translation = { by: null, machine: false, ...card.quote.translation };
      else if (card.quote) delete card.quote.translation;
      if (card.kind !== 'figure') delete card.figure;
      if (card.kind === 'quote') delete card.nature;
      return {
        base: this.base,
        source: this.source,
        reading: this.article?.reading ?? null,
        sourceFields: this.sourceFields,
        card,
        was: this.was,
        doubts: { source: this.sourceDoubts, card: this.doubts },
        entry: this.entry,
      };
    },

    draft() {
      const { claim, quote } = this.card;
      const title = String(claim || quote?.exact || 'Card').slice(0, 200);
      const origin = this.article?.origin ?? { address: null, sha256: null };
      return { id: this.draftId, at: new Date().toISOString(), title, edit: this.edit(), origin };
    },
  };
}

/** "attribution[1].name" → "attribution" @param {string} field */
const topOf = (field) => field.split(/[.[]/)[0] ?? '';
const newDraftId = () => crypto.randomUUID().replaceAll('-', '').slice(0, 20);
