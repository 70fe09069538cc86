/** One field of a request that breaks a rule. */
export interface ProblemField {
  readonly field: string;
  readonly message: string;
}

/** A failure that the API explained as RFC 7807 describes it. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    /** The HTTP status. */
    readonly status: number,
    /** The last part of the problem's type, for example `service-not-found`; `unknown` where the answer was no problem document. */
    readonly code: string,
    /** The kind of problem for people. */
    readonly title: string,
    /** What happened and what to do about it. */
    readonly detail: string,
    /** The fields at fault; empty when no field is. */
    readonly errors: readonly ProblemField[],
    /** Seconds to wait before trying again; undefined when the answer did not say. */
    readonly retryAfterSeconds: number | undefined,
    /** The id of the request, for support; undefined when there is none. */
    readonly requestId: string | undefined,
  ) {
    super(`${status} ${title}: ${detail}`);
  }

  /** Reads an answer that is no success. */
  static async from(response: Response): Promise<ProblemError> {
    const document = asRecord(await response.json().catch(() => undefined));
    const text = (name: string, otherwise: string) => (typeof document[name] === 'string' ? document[name] : otherwise);
    return new ProblemError(
      response.status,
      text('type', 'unknown').split('/').at(-1) ?? 'unknown',
      text('title', response.statusText || 'Failure'),
      text('detail', 'The server gave no reason.'),
      Array.isArray(document['errors']) ? (document['errors'] as ProblemField[]) : [],
      retryAfter(response.headers.get('Retry-After')),
      response.headers.get('X-Request-Id') ?? undefined,
    );
  }
}

function retryAfter(header: string | null): number | undefined {
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) : undefined;
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
