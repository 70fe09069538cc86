const percent = (share) => `${(100 * share).toFixed(2)} %`;

/**
 * What a backtest must not show, in words. A tier's targets are missed too often when even the low end of the interval of the
 * observed rate lies above what the tier promises: chance alone then hardly explains it.
 */
export function backtestFailures(document, limits) {
  const failures = [];
  const families = Object.entries(document.families ?? {});
  if (families.length === 0) failures.push('the backtest holds no fleet');
  for (const [family, fleet] of families) {
    const method = fleet.methods?.[limits.method];
    if (!method) {
      failures.push(`${family}: nothing is said about the method ${limits.method}`);
      continue;
    }
    for (const name of limits.tiers) failures.push(...tierFailures(`${family}, ${name}`, method.tiers?.[name], limits));
    if (!(method.brier <= limits.most_brier)) failures.push(`${family}: the Brier score is ${method.brier}; at most ${limits.most_brier} is allowed`);
    const coverage = method.interval_coverage?.rate;
    if (!(coverage >= limits.least_coverage)) {
      failures.push(`${family}: ${coverage === undefined ? 'nothing' : percent(coverage)} of the outcomes lie within the 95 % intervals; at least ${percent(limits.least_coverage)} is needed`);
    }
  }
  return failures;
}

function tierFailures(name, tier, limits) {
  if (!tier) return [`${name}: there is no such tier`];
  const { windows, rate, wilson } = tier.snapped;
  if (windows < limits.least_windows) return [`${name}: ${windows} windows are too few; ${limits.least_windows} are needed`];
  return wilson[0] > tier.promised
    ? [`${name}: ${percent(rate)} of ${windows} windows missed their target (${percent(wilson[0])} at least); ${percent(tier.promised)} is promised`]
    : [];
}
