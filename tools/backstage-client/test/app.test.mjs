import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SloFunctionsClient } from '../dist/index.js';

const baseUrl = process.env.SLO_BASE_URL;

test('the running app answers as the types say', { skip: baseUrl ? false : 'SLO_BASE_URL names no app' }, async () => {
  const apiKey = process.env.SLO_API_KEY;
  const client = new SloFunctionsClient({ baseUrl, ...(apiKey ? { apiKey } : {}) });

  const receipt = await client.ingestDependencies({ source: 'manual', edges: [{ source: 'backstage-a', target: 'backstage-b', attributes: { criticality: 'hard' } }] });
  assert.equal(receipt.status, 'completed');
  const around = await client.getServiceDependencies('backstage-a', { direction: 'downstream' });
  assert.deepEqual(around.edges.map(edge => edge.target), ['backstage-b']);

  const first = await client.getSloRecommendations('backstage-a');
  const second = await client.getSloRecommendations('backstage-a');
  assert.equal(first.service_id, 'backstage-a');
  // The very same object: the app answered 304.
  assert.equal(second, first);

  const impact = await client.analyseSloImpact({ service_id: 'backstage-b', proposed_change: { sli_type: 'availability', current_target: 99.9, proposed_target: 99.5 } });
  assert.deepEqual(impact.impacted_services.map(service => service.service_id), ['backstage-a']);
  await assert.rejects(client.getSloRecommendations('nobody-knows-it'), { name: 'ProblemError', status: 404, code: 'service-not-found' });
  await assert.rejects(client.listRegisteredServices({ limit: 0 }), { status: 400, code: 'invalid-request' });
});
