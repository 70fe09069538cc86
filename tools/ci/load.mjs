// usage: SLO_API_KEY=KEY node load.mjs URL [--seconds N] [--connections N] [--ingest N] [--targets FILE] [--allow-host HOST]
// Puts load on an app for a while and holds what it measures against tools/ci/load/targets.json. Exit code 1 when a target is
// missed, 2 when there was nothing to measure.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask, baseUrl, number, readArguments, refuse } from './client.mjs';
import { objection } from './load/guard.mjs';
import { misses, plan, summary } from './load/verdict.mjs';

const usage = `usage: SLO_API_KEY=KEY node load.mjs URL [--seconds N] [--connections N] [--ingest N] [--targets FILE] [--allow-host HOST]

  --seconds      for how long, up to 600; 60 unless told
  --connections  requests at once, up to 500; 50 unless told
  --ingest       submit a graph of so many services first, and ask about those; 0 unless told
  --targets      what is asked and how quickly it is to be answered; load/targets.json unless told
  --allow-host   the host that load may be put on, when it is not this machine

The key needs limits that allow for it: ./slo apikey create --limit '*=1000000'.`;
process.on('uncaughtException', (error) => refuse(error.cause?.message ?? error.message));
const { values, positionals } = readArguments(usage, {
  seconds: { type: 'string', default: '60' },
  connections: { type: 'string', default: '50' },
  ingest: { type: 'string', default: '0' },
  targets: { type: 'string', default: join(import.meta.dirname, 'load', 'targets.json') },
  'allow-host': { type: 'string' },
}, 1);
const url = baseUrl(positionals[0]);
const objected = objection(url, values['allow-host']);
if (objected) refuse(objected);
const key = process.env.SLO_API_KEY;
if (!key) refuse('SLO_API_KEY is not set; it needs a key that may read, and with --ingest submit.');
const seconds = number('--seconds', values.seconds, 1, 600);
const connections = number('--connections', values.connections, 1, 500);
const ingested = number('--ingest', values.ingest, 0, 5000);
const targets = JSON.parse(await readFile(values.targets, 'utf8'));

/** Submits a chain with shortcuts, and waits until it is stored: the names of its services, and how long that took. */
async function ingest(count) {
  const names = Array.from({ length: count }, (_, i) => `load-${i}`);
  const edges = [1, 7].flatMap((step) => names.slice(step).map((target, i) => ({ source: names[i], target, attributes: { criticality: 'hard' } })));
  const began = performance.now();
  let receipt = await ask('POST', `${url}/api/v1/services/dependencies`, { key, body: JSON.stringify({ source: 'manual', edges }) });
  if (receipt.status !== 202) refuse(`the graph was answered with ${receipt.status}: ${receipt.text.slice(0, 300)}`);
  const { ingestion_id: id } = receipt.json;
  while (!['completed', 'failed'].includes(receipt.json?.status) && performance.now() - began < 120_000) {
    await sleep(250);
    receipt = await ask('GET', `${url}/api/v1/ingestions/${id}`, { key });
  }
  const isStored = receipt.json?.status === 'completed';
  return { names, measured: { times: isStored ? [performance.now() - began] : [], failed: isStored ? 0 : 1 } };
}

async function knownServices() {
  const page = await ask('GET', `${url}/api/v1/services?limit=200`, { key });
  if (page.status !== 200) refuse(`services could not be listed: ${page.status} ${page.text.slice(0, 300)}`);
  return page.json.services.map((service) => service.service_id);
}

const first = ingested > 0 ? await ingest(ingested) : { names: await knownServices() };
if (first.names.length === 0) refuse('there are no services to ask about; --ingest N submits some.');

// The first question about a service makes what later ones find stored.
const asked = first.names.slice(0, 50);
for (const service of asked) {
  const answer = await ask('GET', `${url}/api/v1/services/${encodeURIComponent(service)}/slo-recommendations?sli_type=availability`, { key });
  if (answer.status !== 200) refuse(`${service} has no recommendation: ${answer.status} ${answer.text.slice(0, 300)}`);
}

const round = plan(targets.requests);
const results = new Map(targets.requests.map((kind) => [kind, { times: [], failed: 0, reasons: new Map() }]));
let sent = 0;

async function send(kind, service) {
  const fill = (text, name) => text.replaceAll('{service}', name);
  const result = results.get(kind);
  const began = performance.now();
  let reason = null;
  try {
    const answer = await ask(kind.method, url + fill(kind.path, encodeURIComponent(service)), { key, body: kind.body && fill(JSON.stringify(kind.body), service), timeout: 30_000 });
    if (answer.status >= 400) reason = `${answer.status} ${answer.json?.type ?? ''}`.trim();
  } catch (error) {
    reason = error.cause?.code ?? error.name;
  }
  if (reason === null) result.times.push(performance.now() - began);
  else {
    result.failed++;
    result.reasons.set(reason, (result.reasons.get(reason) ?? 0) + 1);
  }
}

const end = performance.now() + 1000 * seconds;
await Promise.all(Array.from({ length: connections }, async () => {
  while (performance.now() < end) {
    const i = sent++;
    await send(round[i % round.length], asked[i % asked.length]);
  }
}));

const summaries = targets.requests.map((kind) => summary(kind, results.get(kind)));
if (first.measured) summaries.unshift(summary(targets.ingestion, first.measured));
const cell = (value) => (value === null ? '–' : value.toFixed(0)).padStart(8);
console.log(`${connections} connections for ${seconds} s, ${(sent / seconds).toFixed(0)} requests a second`);
console.log(`${''.padEnd(26)}requests  failed  p50, ms  p95, ms  p99, ms  at most`);
for (const s of summaries) {
  console.log(`${s.name.padEnd(26)}${String(s.requests).padStart(8)}${String(s.failed).padStart(8)} ${cell(s.p50)} ${cell(s.p95)} ${cell(s.p99)} ${String(s.target).padStart(8)}`);
}
for (const [kind, { reasons }] of results) for (const [reason, count] of reasons) console.log(`${kind.name}: ${count} × ${reason}`);
const missed = misses(summaries, targets.error_share);
for (const miss of missed) console.log(`FAILED ${miss}`);
process.exit(missed.length > 0 ? 1 : 0);
