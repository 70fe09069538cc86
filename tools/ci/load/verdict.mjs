/** The smallest value that a share of the sorted values does not exceed; null of none. */
export function percentile(sorted, share) {
  return sorted.length === 0 ? null : sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}

/** What was measured of one kind of request. */
export function summary({ name, requirement, p95_ms: target }, { times, failed }) {
  const sorted = [...times].sort((a, b) => a - b);
  return {
    name, requirement, target, requests: sorted.length + failed,
    failed, p50: percentile(sorted, 0.5), p95: percentile(sorted, 0.95), p99: percentile(sorted, 0.99),
  };
}

/** What misses its target, in words. A kind of request that was never answered misses it, too. */
export function misses(summaries, mostFailed) {
  const found = [];
  for (const { name, requirement, target, p95 } of summaries) {
    if (p95 === null) found.push(`${requirement}: ${name} was never answered`);
    else if (p95 > target) found.push(`${requirement}: the 95th percentile of ${name} is ${p95.toFixed(0)} ms; at most ${target} ms is allowed`);
  }
  const requests = summaries.reduce((sum, s) => sum + s.requests, 0);
  const failed = summaries.reduce((sum, s) => sum + s.failed, 0);
  if (requests > 0 && failed / requests > mostFailed) {
    found.push(`${(100 * failed / requests).toFixed(2)} % of requests failed; at most ${100 * mostFailed} % is allowed`);
  }
  return found;
}

/** The kind of the n-th request: each as often as its weight says, spread over the round. */
export function plan(kinds) {
  const credit = kinds.map(() => 0);
  const total = kinds.reduce((sum, kind) => sum + kind.weight, 0);
  return Array.from({ length: total }, () => {
    kinds.forEach((kind, i) => { credit[i] += kind.weight; });
    const next = credit.indexOf(Math.max(...credit));
    credit[next] -= total;
    return kinds[next];
  });
}
