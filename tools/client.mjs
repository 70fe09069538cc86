// A client of the running app, for the demonstration and the drill.
import { setTimeout as sleep } from 'node:timers/promises';

/** A function that calls one operation and resolves to its parsed answer, or rejects with what was wrong. */
export function client(baseUrl, credentials) {
  return async (method, path, body, headers) => {
    const response = await fetch(baseUrl + path, {
      method,
      body,
      headers: { ...credentials, ...headers, ...(body && { 'content-type': 'application/json' }) },
      signal: AbortSignal.timeout(120_000),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return text ? JSON.parse(text) : null;
  };
}

/** Fires the aggregation by hand and waits for its end; resolves to the time up to which telemetry is stored. */
export async function aggregate(call) {
  const before = (await call('GET', '/api/v1/health/ready')).telemetry_through;
  await call('POST', '/admin/functions/AggregateSlis', '{}');
  for (const deadline = Date.now() + 300_000; Date.now() < deadline; await sleep(250)) {
    const { telemetry_through: through } = await call('GET', '/api/v1/health/ready');
    if (through !== before && through) return through;
  }
  throw new Error('The aggregation did not finish within five minutes.');
}
