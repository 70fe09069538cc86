// Gives the database something to lose, through the app: a graph, hours of telemetry, recommendations, decisions and their audit entries.
// usage: SLO_API_KEY=KEY SLO_TOKEN=TOKEN node fill.mjs BASE-URL GRAPH-FILE
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { aggregate, client } from '../client.mjs';

const [baseUrl, graphFile] = process.argv.slice(2);
const asProgram = client(baseUrl, { 'x-api-key': process.env.SLO_API_KEY });
const asPerson = client(baseUrl, { authorization: `Bearer ${process.env.SLO_TOKEN}` });
const decided = 12;

// Every kind of decision in turn; a target that cannot be recommended cannot be accepted either.
async function decide(service, index) {
  const path = `/api/v1/services/${service}`;
  const answer = await asProgram('GET', `${path}/slo-recommendations?sli_type=availability`);
  const [item] = answer.recommendations;
  const manual = { action: 'manual', targets: { availability: 99.5 }, rationale: 'Agreed before.' };
  const decisions = [
    item?.tiers.balanced.target ? { action: 'accept', recommendation_id: item.id, selected_tier: 'balanced', rationale: 'As recommended.' } : manual,
    item ? { action: 'reject', recommendation_id: item.id, rationale: 'Too early.' } : manual,
    manual,
  ];
  await asPerson('POST', `${path}/slos`, JSON.stringify(decisions[index % decisions.length]));
}

// Heads are anchored outside of the database: what is restored must still hold them.
async function anchor() {
  await asProgram('POST', '/admin/functions/AnchorAuditHeads', '{}');
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; await sleep(100)) {
    const { anchors } = await asPerson('GET', '/api/v1/audit/verification');
    if (anchors.compared > 0 && anchors.missing === 0) return anchors.compared;
  }
  throw new Error('The heads of the audit logs were not anchored within 30 seconds.');
}

await asProgram('POST', '/api/v1/services/dependencies', await readFile(graphFile));
const through = await aggregate(asProgram);
const services = (await asProgram('GET', '/api/v1/services?limit=50')).services.map((s) => s.service_id);
for (const [index, service] of services.slice(0, decided).entries()) await decide(service, index);
console.log(`    ${services.length} services, hours up to ${through}, ${Math.min(decided, services.length)} decisions, ${await anchor()} audit chains anchored`);
