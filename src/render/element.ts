/** The element tree that satori draws: plain objects in React's shape. Pure. */

export type Style = Record<string, string | number>;
export type Element = {
  type: string;
  key: null;
  props: Record<string, unknown> & { children?: Child | Child[] };
};
export type Child = Element | string;

/** A flex box that counts its padding and border inside its size, which satori by default does not. */
export function box(style: Style, ...children: Child[]): Element {
  return {
    type: 'div',
    key: null,
    props: { style: { display: 'flex', boxSizing: 'border-box', flexShrink: 0, ...style }, children },
  };
}

/** A box that stacks its children from top to bottom. */
export function column(style: Style, ...children: Child[]): Element {
  return box({ flexDirection: 'column', ...style }, ...children);
}
