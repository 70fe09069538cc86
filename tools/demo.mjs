// The main job over HTTP, as a client would do it: ingest the graph, aggregate, print recommendations.
// usage: SLO_API_KEY=KEY node demo.mjs BASE-URL GRAPH-FILE
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

const [baseUrl, graphFile] = process.argv.slice(2);
const key = process.env.SLO_API_KEY;
const shown = ['frontend', 'checkout', 'payment', 'search', 'notification'];

async function call(method, path, body) {
  const response = await fetch(baseUrl + path, {
    method,
    body,
    headers: { 'x-api-key': key, ...(body && { 'content-type': 'application/json' }) },
    signal: AbortSignal.timeout(120_000),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
  return text ? JSON.parse(text) : null;
}

async function aggregate() {
  const before = (await call('GET', '/api/v1/health/ready')).telemetry_through;
  await call('POST', '/admin/functions/AggregateSlis', '{}');
  for (const deadline = Date.now() + 300_000; Date.now() < deadline; await sleep(250)) {
    const { telemetry_through: through } = await call('GET', '/api/v1/health/ready');
    if (through !== before && through) return through;
  }
  throw new Error('The aggregation did not finish within five minutes.');
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
console.log(`Aggregated the telemetry up to ${await aggregate()}.`);
for (const service of shown) print(await call('GET', `/api/v1/services/${service}/slo-recommendations`));
console.log(`\nTry: curl -H 'X-API-Key: ${key}' '${baseUrl}/api/v1/services/checkout/slo-recommendations?sli_type=latency'`);
