/** The element tree for satori: plain objects in React's format. Pure. */

export type Style = Record<string, string | number>;
export type Element = {
  type: string;
  key: null;
  props: Record<string, unknown> & { children?: Child | Child[] };
};
export type Child = Element | string;

/** A flex box with `border-box` sizing, which is not satori's default. */
export function box(style: Style, ...children: Child[]): Element {
  return {
    type: 'div',
    key: null,
    props: { style: { display: 'flex', boxSizing: 'border-box', flexShrink: 0, ...style }, children },
  };
}

/** A box that stacks its children vertically. */
export function column(style: Style, ...children: Child[]): Element {
  return box({ flexDirection: 'column', ...style }, ...children);
}
