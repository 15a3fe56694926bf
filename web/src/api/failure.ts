// What the server says when it does not do what was asked: problem+json (RFC 9457).
export interface HttpFailure {
  readonly isHttpFailure: true;
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
  /** Further members of the problem, such as where a document is wrong. */
  readonly more: Readonly<Record<string, unknown>>;
}

export function isHttpFailure(error: unknown): error is HttpFailure {
  return typeof error === "object" && error !== null && "isHttpFailure" in error;
}

/** From the body of an answer that is no success; whatever it is, something sayable comes out. */
export function failureOf(status: number, body: unknown): HttpFailure {
  const problem = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  const text = (key: string) => (typeof problem[key] === "string" ? problem[key] : undefined);
  const detail = text("detail");
  return {
    isHttpFailure: true,
    status,
    code: text("code") ?? text("type") ?? "unknown",
    title: text("title") ?? `HTTP ${status}`,
    ...(detail === undefined ? {} : { detail }),
    more: problem,
  };
}
