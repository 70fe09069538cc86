/** More failures than this share of the requests since the deployment, and it is taken back. */
export const mostFailed = 0.01;

/** Fewer requests say nothing about a share of one in a hundred. */
export const leastRequests = 100;

/** So many questions without a good answer in a row, and nobody is served, whatever the figures say. */
export const mostSilences = 3;

/**
 * What the figures since the deployment say.
 * @param {{ failed: number, total: number } | null} requests answered so far, and those with 5xx; null when nobody could tell
 * @param {boolean[]} probes whether each question so far was answered well, oldest first
 * @returns {{ rollBack: boolean, reason: string }}
 */
export function decide(requests, probes) {
  const last = probes.slice(-mostSilences);
  if (last.length === mostSilences && last.every((answered) => !answered)) {
    return { rollBack: true, reason: `the last ${mostSilences} questions whether it is ready had no good answer` };
  }
  if (requests === null) return { rollBack: false, reason: 'nobody can tell yet how many requests failed' };
  const { failed, total } = requests;
  const share = `${failed} of ${total} requests failed (${total > 0 ? (100 * failed / total).toFixed(2) : 0} %)`;
  if (total < leastRequests) return { rollBack: false, reason: `${share}; fewer than ${leastRequests} say nothing` };
  return { rollBack: failed / total > mostFailed, reason: `${share}; at most ${100 * mostFailed} % is allowed` };
}
