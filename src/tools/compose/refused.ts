/** A refusal of the composer: a message for the author, and what the page needs to continue. */
export class Refused extends Error {
  status: number;
  details: Record<string, unknown>;
  constructor(message: string, status = 422, details: Record<string, unknown> = {}) {
    super(message);
    this.status = status;
    this.details = details;
  }
}
