const levels = ['informational', 'low', 'medium', 'high'];

/** What a report of ZAP holds of medium and high risk, in words; throws when it is no report of a site that was looked at. */
export function zapFindings(report) {
  const sites = report.site ?? [];
  if (sites.length === 0) throw new Error('the report names no site: nothing was looked at');
  return sites.flatMap((site) => (site.alerts ?? [])
    .filter((alert) => Number(alert.riskcode) >= 2)
    .map((alert) => `${levels[Number(alert.riskcode)]}: ${alert.alert} (${alert.instances?.length ?? 0} × on ${site['@name']})`));
}
