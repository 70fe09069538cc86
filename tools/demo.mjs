// The main job over HTTP, as a client would do it: ingest the graph, aggregate, print recommendations, accept some of them.
// usage: SLO_API_KEY=KEY SLO_USER_TOKEN=TOKEN node demo.mjs BASE-URL GRAPH-FILE
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { aggregate, client } from './client.mjs';

const [baseUrl, graphFile] = process.argv.slice(2);
const key = process.env.SLO_API_KEY;
const token = process.env.SLO_USER_TOKEN;
const shown = ['frontend', 'checkout', 'payment', 'search', 'notification'];
const accepted = ['payment', 'checkout', 'search'];

const call = client(baseUrl, { 'x-api-key': key });
const person = client(baseUrl, { authorization: `Bearer ${token}` });

async function computeAll() {
  const { run_id: id } = await call('POST', '/api/v1/slo-recommendations/bulk', JSON.stringify({ scope: 'all' }));
  // A key may ask 60 times a minute how a run stands.
  for (const deadline = Date.now() + 300_000; Date.now() < deadline; await sleep(1500)) {
    const run = await call('GET', `/api/v1/slo-recommendations/bulk/${id}`);
    if (run.finished_at !== null) return run.counts.done + run.counts.unchanged;
  }
  throw new Error('The bulk run did not finish within five minutes.');
}

// Only people may decide. The same decision, sent again, is taken once.
async function accept({ service_id: service, recommendation_id: id }) {
  const decision = { recommendation_id: id, action: 'accept', selected_tier: 'balanced', rationale: 'The demonstration.' };
  await person('POST', `/api/v1/services/${service}/slos`, JSON.stringify(decision), { 'idempotency-key': id });
}

const percent = value => (value === null ? 'none' : `${value} %`);
const milliseconds = value => (value === null ? 'none' : `${value} ms`);
const chance = value => (value === null ? '' : `breach ${(value * 100).toFixed(2)} %`);
const row = (name, target, risk, extra) => console.log(`    ${name.padEnd(13)}${target.padEnd(12)}${risk.padEnd(17)}${extra}`);

function print(answer) {
  console.log(`\n${answer.service_id}  (${answer.method}, ${answer.data_quality.confidence_note})`);
  for (const item of answer.recommendations) {
    console.log(`  ${item.sli_type}: ${item.explanation.summary}`);
    for (const [name, tier] of Object.entries(item.tiers)) {
      if (item.sli_type === 'availability') {
        const budget = tier.error_budget_monthly_minutes === null ? '' : `${tier.error_budget_monthly_minutes} min a month`;
        row(name, percent(tier.target), chance(tier.estimated_breach_probability), [budget, ...tier.notes].filter(Boolean).join('; '));
      } else {
        row(name, milliseconds(tier.target_ms), chance(tier.estimated_breach_probability), [tier.percentile, ...tier.notes].join('; '));
      }
    }
    const impact = item.explanation.dependency_impact;
    if (impact) {
      console.log(`    composite bound ${impact.composite_availability_bound} % over ${impact.hard_dependencies} hard ${impact.hard_dependencies === 1 ? 'dependency' : 'dependencies'};` +
        ` bottleneck: ${impact.bottleneck_contribution ?? 'none'}`);
    }
  }
}

const receipt = await call('POST', '/api/v1/services/dependencies', await readFile(graphFile));
console.log(`Ingested ${receipt.nodes_received} services and ${receipt.edges_received} dependencies.`);
console.log(`Aggregated the telemetry up to ${await aggregate(call)}.`);
console.log(`Computed the recommendations of ${await computeAll()} services.`);
for (const service of shown) {
  const answer = await call('GET', `/api/v1/services/${service}/slo-recommendations`);
  print(answer);
  if (accepted.includes(service)) await accept(answer);
}
console.log(`\nAccepted the balanced targets of ${accepted.slice(0, -1).join(', ')} and ${accepted.at(-1)}.`);
// Every few minutes it comes by itself.
await call('POST', '/admin/functions/DetectDrift', '{}');
console.log(`\nTry: curl -H 'X-API-Key: ${key}' '${baseUrl}/api/v1/services/checkout/slo-recommendations?sli_type=latency'`);
