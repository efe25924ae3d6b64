/** Draws nothing: what a request costs by itself, and what a workerd weighs that has no renderer in it. */
export default { fetch: () => new Response('ok') };
