import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProblemError, SloFunctionsClient } from '../dist/index.js';
import { stub } from './server.mjs';

const page = { services: [], next_cursor: null };

test('a key, a path and a query arrive', async t => {
  const { baseUrl, requests } = await stub(t, { status: 200, body: page });
  const client = new SloFunctionsClient({ baseUrl, apiKey: 'k' });

  assert.deepEqual(await client.listRegisteredServices({ limit: 5 }), page);
  await client.getServiceDependencies('a/b ü', { include_external: false });

  assert.equal(requests[0].headers['x-api-key'], 'k');
  assert.equal(requests[0].url, '/api/v1/services?limit=5');
  assert.equal(requests[1].url, '/api/v1/services/a%2Fb%20%C3%BC/dependencies?include_external=false');
});

test('a token takes the place of the key', async t => {
  const { baseUrl, requests } = await stub(t, { status: 200 });

  await new SloFunctionsClient({ baseUrl, apiKey: 'k', token: async () => 'secret' }).liveness();

  assert.equal(requests[0].headers.authorization, 'Bearer secret');
  assert.equal(requests[0].headers['x-api-key'], undefined);
});

test('a problem is a typed error', async t => {
  const problem = { type: 'https://slo-engine.internal/errors/invalid-request', title: 'Invalid Request', status: 400, detail: 'limit: wrong.', instance: '/x', errors: [{ field: 'limit', message: 'wrong' }] };
  const { baseUrl, requests } = await stub(t, { status: 400, body: problem, headers: { 'X-Request-Id': 'r1' } });

  await assert.rejects(new SloFunctionsClient({ baseUrl }).listRegisteredServices(), error => {
    assert.ok(error instanceof ProblemError);
    assert.deepEqual([error.status, error.code, error.detail, error.errors[0].field, error.requestId], [400, 'invalid-request', 'limit: wrong.', 'limit', 'r1']);
    return true;
  });
  assert.equal(requests.length, 1);
});

for (const status of [429, 503]) {
  test(`${status} is tried again after the wait it asks for`, async t => {
    const { baseUrl, requests } = await stub(t, { status, headers: { 'Retry-After': '0' } }, { status: 200, body: page });

    assert.deepEqual(await new SloFunctionsClient({ baseUrl }).listRegisteredServices(), page);
    assert.equal(requests.length, 2);
  });
}

test('retries end', async t => {
  const { baseUrl, requests } = await stub(t, { status: 503, headers: { 'Retry-After': '0' } });

  await assert.rejects(new SloFunctionsClient({ baseUrl, retries: 3 }).liveness(), { name: 'ProblemError', status: 503, retryAfterSeconds: 0 });
  assert.equal(requests.length, 4);
});

test('a wait that is too long fails at once', async t => {
  const { baseUrl, requests } = await stub(t, { status: 429, headers: { 'Retry-After': '3600' } });

  await assert.rejects(new SloFunctionsClient({ baseUrl }).liveness(), { status: 429, retryAfterSeconds: 3600 });
  assert.equal(requests.length, 1);
});

test('a known answer is asked for by its tag and taken from memory', async t => {
  const body = { service_id: 'a' };
  const { baseUrl, requests } = await stub(t, { status: 200, body, headers: { ETag: '"1"' } }, { status: 304, headers: { ETag: '"1"' } }, { status: 200, body: { service_id: 'b' }, headers: { ETag: '"2"' } });
  const client = new SloFunctionsClient({ baseUrl });

  const answers = [await client.getSloRecommendations('a'), await client.getSloRecommendations('a'), await client.getSloRecommendations('a')];

  assert.deepEqual(answers, [body, body, { service_id: 'b' }]);
  assert.deepEqual(requests.map(r => r.headers['if-none-match']), [undefined, '"1"', '"1"']);
});

test('no more answers are kept than allowed', async t => {
  const { baseUrl, requests } = await stub(t, { status: 200, headers: { ETag: '"1"' } });
  const client = new SloFunctionsClient({ baseUrl, keptAnswers: 1 });

  for (const service of ['a', 'b', 'a']) await client.getSloRecommendations(service);

  assert.equal(requests[2].headers['if-none-match'], undefined);
});

test('a server that does not answer is given up', async t => {
  const { baseUrl } = await stub(t, undefined);

  await assert.rejects(new SloFunctionsClient({ baseUrl, timeoutMs: 50 }).liveness(), { name: 'TimeoutError' });
});

test('a caller can end a call that waits', async t => {
  const { baseUrl } = await stub(t, { status: 503, headers: { 'Retry-After': '15' } });
  const controller = new AbortController();

  const call = new SloFunctionsClient({ baseUrl, fetch: async (...request) => {
    const response = await fetch(...request);
    queueMicrotask(() => controller.abort());
    return response;
  } }).liveness({ signal: controller.signal });

  await assert.rejects(call, { name: 'AbortError' });
});
