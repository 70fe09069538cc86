import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { backtestFailures } from '../ci/backtest/verdict.mjs';
import { objection } from '../ci/load/guard.mjs';
import { misses, percentile, plan, summary } from '../ci/load/verdict.mjs';
import { judgeProblem } from '../ci/smoke/checks.mjs';
import { decide } from '../ci/watch/decision.mjs';
import { increase, readCounters } from '../ci/watch/metrics.mjs';
import { query, readAnswer } from '../ci/watch/workspace.mjs';

const folder = join(import.meta.dirname, '..', 'ci');
const read = (path) => JSON.parse(readFileSync(join(folder, path), 'utf8'));

/** Runs a script beside a server of this process. */
function run(script, args, { input = '', env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(folder, script), ...args], { env: { ...process.env, SLO_API_KEY: 'a key', ...env } });
    let output = '';
    child.stdout.on('data', (data) => { output += data; });
    child.stderr.on('data', (data) => { output += data; });
    child.on('close', (status) => resolve({ status, output }));
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

async function serving(answer, use) {
  const server = createServer((request, response) => {
    const { status = 200, type = 'application/json', body } = answer(request);
    response.writeHead(status, { 'content-type': type }).end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  try {
    return await use(`http://127.0.0.1:${server.address().port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const problem = (status) => ({ status, type: 'application/problem+json', body: { type: '/errors/x', title: 'x', detail: 'x', status, instance: '/x' } });

/** What an app in good order answers. */
function healthy(request) {
  if (request.url === '/api/v1/health') return { body: { status: 'healthy' } };
  if (request.url === '/api/v1/health/ready') return { body: { status: 'ready' } };
  if (request.url === '/api/v1/openapi.json') return { body: { openapi: '3.1.0', paths: { '/api/v1/services': {} } } };
  if (!request.headers['x-api-key']) return problem(401);
  if (request.url.startsWith('/api/v1/services?')) return { body: { services: [{ service_id: 'cart' }], next_cursor: null } };
  if (request.url === '/metrics') return { type: 'text/plain', body: '' };
  return request.url.includes('smoke-test') ? problem(404) : { body: {} };
}

test('smoke passes an app in good order', () => serving(healthy, async (url) => {
  const { status, output } = await run('smoke.mjs', [url, '--wait', '0']);
  assert.match(output, /6 of 6 checks passed/);
  assert.equal(status, 0);
}));

for (const [name, path, answer] of [
  ['alive', '/api/v1/health', { status: 500, body: {} }],
  ['ready', '/api/v1/health/ready', { status: 503, body: { status: 'unavailable' } }],
  ['documented', '/api/v1/openapi.json', { body: { openapi: '3.1.0', paths: {} } }],
  ['refuses without a key', '/api/v1/services?limit=1', { body: { services: [] } }],
  ['answers what is not there with a problem', '/api/v1/services/smoke-test-of-no-service/slo-recommendations', { status: 404, type: 'text/html', body: 'no' }],
]) {
  test(`smoke fails an app that is not what '${name}' asks for`, () => serving((request) => (request.url === path ? answer : healthy(request)), async (url) => {
    const { status, output } = await run('smoke.mjs', [url, '--wait', '0']);
    assert.match(output, new RegExp(`^FAILED ${name}`, 'm'));
    assert.equal(status, 1);
  }));
}

test('smoke cannot ask without a key', async () => {
  assert.equal((await run('smoke.mjs', ['http://127.0.0.1:1'], { env: { SLO_API_KEY: '' } })).status, 2);
});

test('a problem document is whole, or said not to be', () => {
  const whole = { status: 404, type: 'application/problem+json', json: { type: '/errors/x', title: 'x', detail: 'x', status: 404 }, text: '' };
  assert.equal(judgeProblem(whole, 404), null);
  assert.match(judgeProblem({ ...whole, status: 200 }, 404), /answered 200/);
  assert.match(judgeProblem({ ...whole, json: { ...whole.json, detail: undefined } }, 404), /no whole problem/);
});

test('load stays on this machine unless a host is named outright', () => {
  for (const url of ['http://127.0.0.1:7071', 'http://localhost', 'http://[::1]:80']) assert.equal(objection(url), null);
  assert.match(objection('https://example.org'), /not this machine/);
  assert.equal(objection('https://staging.example.org/x', 'staging.example.org'), null);
  for (const [url, allowed] of [['https://example.org', 'staging.example.org'], ['https://127.0.0.1.example.org'], ['https://localhost.example.org', 'localhost']]) {
    assert.match(objection(url, allowed), /not this machine/);
  }
});

test('load refuses another host before it sends anything', async () => {
  const { status, output } = await run('load.mjs', ['https://example.invalid', '--seconds', '1']);
  assert.match(output, /needs --allow-host example\.invalid/);
  assert.equal(status, 2);
});

/** Runs the load with targets that even a busy machine meets: how quick this one is, is not the question. */
async function patientLoad(url) {
  const at = mkdtempSync(join(tmpdir(), 'load-'));
  const targets = read('load/targets.json');
  for (const kind of targets.requests) Object.assign(kind, { p95_ms: 600_000, weight: 1 });
  writeFileSync(join(at, 'targets.json'), JSON.stringify(targets));
  try {
    return await run('load.mjs', [url, '--seconds', '2', '--connections', '4', '--targets', join(at, 'targets.json')]);
  } finally {
    rmSync(at, { recursive: true });
  }
}

test('load measures, and passes what is quick enough', () => serving(healthy, async (url) => {
  const { status, output } = await patientLoad(url);
  assert.match(output, /^stored recommendation +\d+ +0 /m);
  assert.equal(status, 0, output);
}));

test('load fails when more than one request in a hundred does', () => {
  let asked = 0;
  return serving((request) => (request.url.includes('slo-recommendations') && ++asked > 2 && asked % 2 === 0 ? problem(503) : healthy(request)), async (url) => {
    const { status, output } = await patientLoad(url);
    assert.match(output, /^FAILED .* % of requests failed; at most 1 % is allowed/m);
    assert.match(output, /× 503 \/errors\/x/);
    assert.equal(status, 1);
  });
});

test('percentiles are values that were measured', () => {
  const sorted = Array.from({ length: 100 }, (_, i) => i + 1);
  assert.deepEqual([0.5, 0.95, 0.99, 1].map((share) => percentile(sorted, share)), [50, 95, 99, 100]);
  assert.equal(percentile([7], 0.5), 7);
  assert.equal(percentile([], 0.5), null);
});

test('a target is missed beyond its limit, and by what is never answered', () => {
  const kind = { name: 'x', requirement: 'PERF-001', p95_ms: 500 };
  assert.deepEqual(misses([summary(kind, { times: [500, 1], failed: 0 })], 0.01), []);
  assert.match(misses([summary(kind, { times: [501, 1], failed: 0 })], 0.01)[0], /PERF-001.*501 ms; at most 500 ms/);
  assert.match(misses([summary(kind, { times: [], failed: 0 })], 0.01)[0], /never answered/);
  assert.deepEqual(misses([summary(kind, { times: Array(99).fill(1), failed: 1 })], 0.01), []);
});

test('each kind of request is sent as often as its weight says', () => {
  const kinds = [{ weight: 3 }, { weight: 1 }];
  const round = plan(kinds);
  assert.deepEqual(kinds.map((kind) => round.filter((k) => k === kind).length), [3, 1]);
});

test('the targets of the load are those of the specification', () => {
  const targets = read('load/targets.json');
  const found = [...targets.requests, targets.ingestion].map(({ requirement, p95_ms: most }) => `${requirement} ${most}`);
  assert.deepEqual(found, ['PERF-001 500', 'PERF-001 5000', 'PERF-002 10000', 'PERF-003 30000']);
});

for (const [failed, total, isBack] of [[0, 1000, false], [10, 1000, false], [11, 1000, true], [1, 99, false], [99, 99, false], [2, 100, true], [0, 0, false]]) {
  test(`${failed} failures of ${total} requests ${isBack ? 'take a deployment back' : 'keep a deployment'}`, () => {
    assert.equal(decide({ failed, total }, [true]).rollBack, isBack);
  });
}

test('three questions without an answer in a row take a deployment back, fewer or others do not', () => {
  assert.equal(decide({ failed: 0, total: 1000 }, [true, false, false, false]).rollBack, true);
  assert.equal(decide(null, [false, false, false]).rollBack, true);
  assert.equal(decide({ failed: 0, total: 1000 }, [false, false, true, false, false]).rollBack, false);
  assert.equal(decide(null, [false, false]).rollBack, false);
});

const counters = (ok, failed) => [
  '# TYPE slo_engine_http_requests_total counter',
  `slo_engine_http_requests_total{method="GET",endpoint="/api/v1/services",status_code="200"} ${ok}`,
  `slo_engine_http_requests_total{method="GET",endpoint="/api/v1/services",status_code="503"} ${failed}`,
  'slo_engine_http_requests_total_other{status_code="500"} 99',
].join('\n');

test('requests are counted from one reading to the next, over a restart too', () => {
  assert.deepEqual(increase(readCounters(counters(10, 1)), readCounters(counters(15, 4))), { failed: 3, total: 8 });
  assert.deepEqual(increase(readCounters(counters(10, 1)), readCounters(counters(2, 0))), { failed: 0, total: 2 });
  assert.deepEqual(increase(new Map(), readCounters(counters(2, 1))), { failed: 1, total: 3 });
});

test('the question for Log Analytics counts from the deployment on, and only a whole answer counts', () => {
  assert.match(query(new Date('2026-01-31T12:00:00Z')), /TimeGenerated > datetime\(2026-01-31T12:00:00\.000Z\)/);
  assert.deepEqual(readAnswer('[{"Failed": "3", "Total": "800", "TableName": "PrimaryResult"}]'), { failed: 3, total: 800 });
  for (const text of ['[]', '[{"Failed": "3"}]', '{}']) assert.throws(() => readAnswer(text));
});

test('watching ends early with 1 when too many fail', () => {
  let failed = 0;
  const answer = (request) => (request.url === '/metrics' ? { type: 'text/plain', body: counters(1000, failed += 500) } : healthy(request));
  return serving(answer, async (url) => {
    const { status, output } = await run('watch.mjs', [url, '--metrics', '--minutes', '1', '--every', '0.1']);
    assert.match(output, /Take it back: \d+ of \d+ requests failed/);
    assert.equal(status, 1);
  });
});

test('watching ends with 0 when all is well, and with 2 when nothing could be seen', async () => {
  let ok = 0;
  const counting = (request) => (request.url === '/metrics' ? { type: 'text/plain', body: counters(ok += 500, 1) } : healthy(request));
  const kept = await serving(counting, (url) => run('watch.mjs', [url, '--metrics', '--minutes', '0.01', '--every', '0.1']));
  assert.match(kept.output, /Keep it\./);
  assert.equal(kept.status, 0);
  const blind = await serving((request) => (request.url === '/metrics' ? problem(403) : healthy(request)), (url) => run('watch.mjs', [url, '--metrics', '--minutes', '0.01', '--every', '0.1']));
  assert.match(blind.output, /no figures at all/);
  assert.equal(blind.status, 2);
});

const tier = (rate, low) => ({ promised: 0.01, snapped: { windows: 6000, rate, wilson: [low, 1] } });
const backtest = (balanced, more = {}) => ({
  families: { clustered: { methods: { predictive: { tiers: { balanced }, brier: 0.06, interval_coverage: { rate: 0.96 }, ...more } } } },
});
const limits = { ...read('backtest/limits.json'), tiers: ['balanced'] };

test('targets that are missed no more often than promised pass the backtest', () => {
  assert.deepEqual(backtestFailures(backtest(tier(0.006, 0.004)), limits), []);
  assert.deepEqual(backtestFailures(backtest(tier(0.011, 0.009)), limits), []);
});

for (const [document, expected] of [
  [backtest(tier(0.02, 0.017)), /2\.00 % of 6000 windows missed their target/],
  [backtest({ promised: 0.01, snapped: { windows: 10, rate: 0, wilson: [0, 0.3] } }), /10 windows are too few/],
  [backtest(undefined), /no such tier/],
  [backtest(tier(0, 0), { brier: 0.2 }), /Brier score is 0\.2/],
  [backtest(tier(0, 0), { interval_coverage: { rate: 0.5 } }), /50\.00 % of the outcomes/],
  [{ families: { clustered: { methods: {} } } }, /nothing is said about the method/],
  [{}, /holds no fleet/],
]) {
  test(`the backtest's gate says ${expected}`, async () => {
    assert.match(backtestFailures(document, limits).join('\n'), expected);
    const file = join(mkdtempSync(join(tmpdir(), 'gate-')), 'limits.json');
    writeFileSync(file, JSON.stringify(limits));
    assert.equal((await run('backtest-gate.mjs', ['--limits', file], { input: JSON.stringify(document) })).status, 1);
    rmSync(join(file, '..'), { recursive: true });
  });
}

test('the limits of the backtest cover every tier', () => {
  assert.deepEqual(read('backtest/limits.json').tiers, ['conservative', 'balanced', 'aggressive']);
});

test('the backtest gate cannot judge what is no JSON', async () => {
  assert.equal((await run('backtest-gate.mjs', [], { input: 'no' })).status, 2);
});
