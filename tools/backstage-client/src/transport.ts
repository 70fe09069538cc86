import { KeptAnswers } from './kept-answers.js';
import { ProblemError } from './problem.js';

/** How a client reaches the API. */
export interface ClientOptions {
  /** Where the app is, for example `https://slo.example.org`. */
  readonly baseUrl: string;
  /** An API key, sent as X-API-Key. */
  readonly apiKey?: string;
  /** A user's token for calls that need one, sent as a bearer token instead of the key. */
  readonly token?: () => Promise<string | undefined>;
  /** Milliseconds that one attempt may take; 30,000 unless said. */
  readonly timeoutMs?: number;
  /** Further attempts after 429 and 503; 2 unless said. */
  readonly retries?: number;
  /** The most seconds that are waited before a further attempt; a longer Retry-After fails at once. 20 unless said. */
  readonly longestWaitSeconds?: number;
  /** Answers kept for conditional requests; 500 unless said. */
  readonly keptAnswers?: number;
  /** What requests are made with; the global fetch unless said. */
  readonly fetch?: typeof fetch;
}

/** What one call can say. */
export interface CallOptions {
  /** Ends the call early, waiting included. */
  readonly signal?: AbortSignal;
}

interface Call {
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly body?: unknown;
  readonly options: CallOptions;
}

/** Sends requests: with credentials, a timeout, bounded retries and entity tags. */
export class Transport {
  private readonly kept: KeptAnswers;

  constructor(private readonly settings: ClientOptions) {
    this.kept = new KeptAnswers(settings.keptAnswers ?? 500);
  }

  /** Makes a call and reads its answer. */
  protected async request<T>(call: Call, expected: number): Promise<T> {
    const response = await this.send(call, {});
    return (await this.read(response, expected)) as T;
  }

  /** As request, but asks only whether the answer of last time still holds, and takes that if it does. */
  protected async requestKept<T>(call: Call, expected: number): Promise<T> {
    const key = this.url(call).toString();
    const kept = this.kept.get(key);
    const response = await this.send(call, kept ? { 'If-None-Match': kept.tag } : {});
    if (kept && response.status === 304) return kept.value as T;
    const value = await this.read(response, expected);
    const tag = response.headers.get('ETag');
    if (tag !== null) this.kept.set(key, { tag, value });
    return value as T;
  }

  private async read(response: Response, expected: number): Promise<unknown> {
    if (response.status !== expected) throw await ProblemError.from(response);
    return response.json();
  }

  private async send(call: Call, headers: Record<string, string>): Promise<Response> {
    const { retries = 2, longestWaitSeconds = 20 } = this.settings;
    for (let attempt = 0; ; attempt++) {
      const response = await this.attempt(call, headers);
      if ((response.status !== 429 && response.status !== 503) || attempt >= retries) return response;
      // Without a hint each wait is twice the one before.
      const seconds = Number(response.headers.get('Retry-After') ?? 2 ** attempt);
      if (!(seconds >= 0 && seconds <= longestWaitSeconds)) return response;
      await response.body?.cancel();
      await wait(seconds * 1000, call.options.signal);
    }
  }

  private async attempt(call: Call, headers: Record<string, string>): Promise<Response> {
    const { fetch: send = fetch, timeoutMs = 30_000 } = this.settings;
    const limit = AbortSignal.timeout(timeoutMs);
    const token = await this.settings.token?.();
    const credentials: Record<string, string> = token ? { Authorization: `Bearer ${token}` } : this.settings.apiKey ? { 'X-API-Key': this.settings.apiKey } : {};
    return send(this.url(call), {
      method: call.method,
      headers: { Accept: 'application/json', ...credentials, ...headers, ...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }) },
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      redirect: 'error',
      signal: call.options.signal ? AbortSignal.any([call.options.signal, limit]) : limit,
    });
  }

  private url(call: Call): URL {
    const url = new URL(call.path, this.settings.baseUrl);
    for (const [name, value] of Object.entries(call.query ?? {})) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    return url;
  }
}

function wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
