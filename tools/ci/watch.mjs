// usage: node watch.mjs URL (--workspace ID | --metrics) [--minutes N] [--every SECONDS] [--since TIME]
// Watches an app after its deployment: exit code 0 keep it, 1 take it back, 2 it could not be watched.
import { setTimeout as sleep } from 'node:timers/promises';
import { ask, baseUrl, number, readArguments, refuse } from './client.mjs';
import { decide } from './watch/decision.mjs';
import { increase, readCounters } from './watch/metrics.mjs';
import { askWorkspace } from './watch/workspace.mjs';

const usage = `usage: node watch.mjs URL (--workspace ID | --metrics) [--minutes N] [--every SECONDS] [--since TIME]

  --workspace  the customer id of the Log Analytics workspace that knows the requests; asks through az, which is signed in
  --metrics    count at the app's own /metrics instead, with the key in SLO_API_KEY: one instance alone
  --minutes    for how long; 15 unless told
  --every      seconds from one look to the next; 30 unless told
  --since      when the deployment began, for --workspace; now unless told`;
const { values, positionals } = readArguments(usage, {
  workspace: { type: 'string' },
  metrics: { type: 'boolean', default: false },
  minutes: { type: 'string', default: '15' },
  every: { type: 'string', default: '30' },
  since: { type: 'string', default: new Date().toISOString() },
}, 1);
const url = baseUrl(positionals[0]);
if (Boolean(values.workspace) === values.metrics) refuse(usage);
const minutes = number('--minutes', values.minutes, 0.01, 120);
const every = number('--every', values.every, 0.1, 600);
const since = new Date(values.since);
if (Number.isNaN(since.getTime())) refuse(`--since needs a time such as 2026-01-31T12:00:00Z, not '${values.since}'`);

async function isReady() {
  try {
    return (await ask('GET', `${url}/api/v1/health/ready`, { timeout: 10_000 })).status === 200;
  } catch {
    return false;
  }
}

async function readMetrics() {
  const answer = await ask('GET', `${url}/metrics`, { key: process.env.SLO_API_KEY, timeout: 10_000 });
  if (answer.status !== 200) throw new Error(`/metrics answered ${answer.status}`);
  return readCounters(answer.text);
}

const counted = { failed: 0, total: 0 };
let last = null;

async function countMetrics() {
  const now = await readMetrics();
  const more = last === null ? { failed: 0, total: 0 } : increase(last, now);
  last = now;
  counted.failed += more.failed;
  counted.total += more.total;
  return { ...counted };
}

const probes = [];
let known = null;
for (const end = Date.now() + 60_000 * minutes; ; await sleep(1000 * every)) {
  probes.push(await isReady());
  try {
    known = await (values.metrics ? countMetrics() : askWorkspace(values.workspace, since));
  } catch (error) {
    console.log(`${new Date().toISOString()} no figures: ${error.message.split('\n')[0]}`);
  }
  const { rollBack, reason } = decide(known, probes);
  console.log(`${new Date().toISOString()} ${probes.at(-1) ? 'ready' : 'NOT READY'}; ${reason}`);
  if (rollBack) {
    console.log(`Take it back: ${reason}.`);
    process.exit(1);
  }
  if (Date.now() >= end) break;
}
if (known === null) refuse('there were no figures at all; this deployment has not been watched.');
console.log('Keep it.');
