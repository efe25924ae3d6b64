/** The answer of a tool to what its user did wrong: one message that says what, where and how to mend it. */
export type Refusal = { ok: false; message: string };

export function refuse(...lines: string[]): Refusal {
  return { ok: false, message: lines.join('\n') };
}
