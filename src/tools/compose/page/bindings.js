// @ts-check
/* Connects the fields of the forms with the open card and its source. */

/** @typedef {import('./field.js').Binding} Binding @typedef {import('./model.js').Model} Model */

/** @param {Model} model @param {{ changed: () => void, confirmed: () => void }} actions @returns {{ card: Binding, source: Binding }} */
export function makeBindings(model, { changed, confirmed }) {
  const target = new Proxy(/** @type {Record<string, unknown>} */ ({}), {
    get: (_, key) => model.fields()[key],
    set(_, key, value) {
      model.setSource(String(key), value);
      return true;
    },
    deleteProperty(_, key) {
      model.setSource(String(key), null);
      return true;
    },
  });
  /** @param {'doubts' | 'sourceDoubts'} doubts @returns {(name: string) => void} */
  const confirmIn = (doubts) => (name) => {
    delete model[doubts][name];
    model.isDirty = true;
    confirmed();
  };
  return {
    card: {
      target: () => model.card,
      changed(field) {
        model.touch(field);
        changed();
      },
      doubts: () => model.doubts,
      confirm: confirmIn('doubts'),
    },
    source: {
      prefix: 'source.',
      target: () => target,
      changed(field) {
        delete model.sourceDoubts[field.split('.')[1] ?? ''];
        model.touch(field);
        changed();
      },
      doubts: () => model.sourceDoubts,
      confirm: confirmIn('sourceDoubts'),
    },
  };
}
