/** Says what is wrong with a problem document of RFC 7807; null when nothing is. */
export function judgeProblem({ status, type, json, text }, expected) {
  if (status !== expected) return `answered ${status}, not ${expected}: ${text.slice(0, 200)}`;
  if (type !== 'application/problem+json') return `answered ${type}, not application/problem+json`;
  if (json?.status !== expected || !json.type?.startsWith('/errors/') || !json.title || !json.detail) return `is no whole problem document: ${text.slice(0, 200)}`;
  return null;
}

function judgeJson({ status, json, text }, isRight, wanted) {
  if (status !== 200) return `answered ${status}: ${text.slice(0, 200)}`;
  return json !== null && isRight(json) ? null : `says not ${wanted}: ${text.slice(0, 200)}`;
}

/** What is asked of an app, in this order. */
export const smokeChecks = [
  { name: 'alive', path: '/api/v1/health', judge: (answer) => judgeJson(answer, (json) => json.status === 'healthy', 'that it is healthy') },
  {
    name: 'ready',
    path: '/api/v1/health/ready',
    // Without its metric store it still serves what is stored.
    judge: (answer) => judgeJson(answer, (json) => ['ready', 'degraded'].includes(json.status), 'that it is ready'),
  },
  {
    name: 'documented',
    path: '/api/v1/openapi.json',
    judge: (answer) =>
      judgeJson(answer, (json) => json.openapi?.startsWith('3.') && '/api/v1/services' in (json.paths ?? {}), 'which operations there are'),
  },
  { name: 'reads with a key', path: '/api/v1/services?limit=1', withKey: true, judge: (answer) => judgeJson(answer, (json) => Array.isArray(json.services), 'which services there are') },
  { name: 'refuses without a key', path: '/api/v1/services?limit=1', judge: (answer) => judgeProblem(answer, 401) },
  {
    name: 'answers what is not there with a problem',
    path: '/api/v1/services/smoke-test-of-no-service/slo-recommendations',
    withKey: true,
    judge: (answer) => judgeProblem(answer, 404),
  },
];
