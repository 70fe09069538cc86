// The queries of a dashboard, with Grafana's variables filled in as Grafana does it.
const units = { s: 1, m: 60, h: 3600, d: 86_400 };
const points = 1000; // about as many as a panel is wide

// The values of a dashboard's variables; null of one without any.
export async function resolveVariables(dashboard, prometheus) {
  const values = {};
  for (const variable of dashboard.templating.list) {
    if (variable.type !== 'query') continue;
    const [, matcher, label] = /^label_values\((.*), (\w+)\)$/.exec(variable.definition);
    const found = await prometheus.labelValues(label, fill(matcher, values));
    if (found.length === 0) values[variable.name] = null;
    else if (!variable.includeAll) values[variable.name] = literal(found[0]);
    else values[variable.name] = variable.allValue ?? `(${found.map(literal).join('|')})`;
  }
  return values;
}

export function queries(dashboard, variables, scrape) {
  const seconds = duration(dashboard.time.from);
  const step = Math.max(seconds / points, 1);
  const values = {
    ...variables,
    __range: `${seconds}s`,
    // Grafana's own rule: wide enough for a rate at any step.
    __rate_interval: `${Math.ceil(Math.max(step + scrape, 4 * scrape))}s`,
  };
  return dashboard.panels.flatMap(panel => (panel.targets ?? []).map(target => ({
    panel: panel.title,
    legend: target.legendFormat,
    expr: fill(target.expr, values),
    range: target.range,
    seconds,
    step,
  })));
}

// What is no variable stays, such as the groups of a regular expression.
function fill(text, values) {
  return text.replace(/\$(\w+)/g, (whole, name) => values[name] ?? whole);
}

function duration(from) {
  const [, count, unit] = /^now-(\d+)([smhd])$/.exec(from);
  return Number(count) * units[unit];
}

// A value that stands for itself in a regular expression, within a string of PromQL.
function literal(value) {
  return value.replace(/[\\^$*+?.()|{}[\]]/g, '\\\\$&').replace(/"/g, '\\"');
}
