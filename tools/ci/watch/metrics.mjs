const line = /^slo_engine_http_requests_total\{([^}]*)\}\s+(\d+(?:\.\d+)?(?:e[+-]?\d+)?)/gm;

/** Requests answered, and those with 5xx, since the process began, by series. */
export function readCounters(text) {
  const counters = new Map();
  for (const [, labels, value] of text.matchAll(line)) {
    counters.set(labels, { isFailed: /(^|,)status_code="5\d\d"/.test(labels), value: Number(value) });
  }
  return counters;
}

/** What was counted between two readings. A counter that has fallen began anew, with another process. */
export function increase(before, after) {
  const sum = { failed: 0, total: 0 };
  for (const [labels, { isFailed, value }] of after) {
    const last = before.get(labels)?.value ?? 0;
    const more = value >= last ? value - last : value;
    sum.total += more;
    if (isFailed) sum.failed += more;
  }
  return sum;
}
