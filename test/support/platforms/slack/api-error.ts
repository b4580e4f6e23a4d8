/** What a Web API method refuses with: HTTP 200 and {ok: false, error}. */
export class ApiError extends Error {
  readonly more: Record<string, unknown>;

  constructor(code: string, more: Record<string, unknown> = {}) {
    super(code);
    this.more = more;
  }
}
