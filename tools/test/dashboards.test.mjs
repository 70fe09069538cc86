import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { generate, outdated, readDescription } from '../dashboards/generate.mjs';
import { queries } from '../dashboards/queries.mjs';

const repository = resolve(import.meta.dirname, '..', '..');
const read = (...path) => readFileSync(join(repository, ...path), 'utf8');

const description = await readDescription();
const dashboards = [...generate(description)].map(([file, text]) => ({ file, ...JSON.parse(text) }));
const panels = dashboards.flatMap(one => one.panels.filter(panel => panel.type !== 'row').map(panel => ({ where: `${one.file}: ${panel.title}`, ...panel })));
const targets = panels.flatMap(panel => panel.targets.map(target => ({ where: panel.where, kind: panel.type, ...target })));

// The metrics that a query names; no function, and of the labels that are no text only one, begins as they do.
const metricsOf = expr => (expr.replace(/"[^"]*"/g, '').match(/\b(?:slo_|http_)\w+/g) ?? []).filter(name => name !== 'slo_name');

// The metrics that a source of the app names, and what Prometheus makes of its histograms.
function metricsIn(source) {
  const constants = new Map([...source.matchAll(/const string (\w+) = "(slo_\w+)"/g)].map(([, name, value]) => [name, value]));
  const histograms = [...source.matchAll(/CreateHistogram\(\s*(\w+)/g)].map(([, name]) => constants.get(name));
  return [...[...source.matchAll(/"(slo_\w+)"/g)].map(([, name]) => name), ...histograms.flatMap(name => [`${name}_bucket`, `${name}_sum`, `${name}_count`])];
}

test('the dashboards are as they are described', async () => {
  assert.deepEqual(await outdated(), [], 'Run: ./slo dashboards');
});

test('they are written the same each time', () => {
  assert.deepEqual([...generate(description)], [...generate(structuredClone(description))]);
});

test('a check fails and names what is not as described', () => {
  const copy = mkdtempSync(join(tmpdir(), 'dashboards-'));
  try {
    for (const folder of ['dashboards', 'tools/dashboards']) cpSync(join(repository, folder), join(copy, folder), { recursive: true });
    const check = () => spawnSync('node', [join(copy, 'tools/dashboards/generate.mjs'), '--check'], { encoding: 'utf8' });
    assert.equal(check().status, 0);
    writeFileSync(join(copy, 'dashboards/operator.json'), read('dashboards/operator.json').replace('max(slo_up)', 'min(slo_up)'));
    const { status, stderr } = check();
    assert.equal(status, 1);
    assert.match(stderr, /^error: dashboards\/operator\.json: not as/);
  } finally {
    rmSync(copy, { recursive: true });
  }
});

test('each dashboard has an id of its own and leads to the others', () => {
  assert.deepEqual(dashboards.map(one => one.file), ['slo-overview.json', 'service-detail.json', 'error-budgets.json', 'operator.json']);
  assert.equal(new Set(dashboards.map(one => one.uid)).size, dashboards.length);
  for (const { uid, tags, links } of dashboards) {
    assert.ok(uid.length <= 40, `${uid} is longer than Grafana allows`);
    for (const link of links) assert.ok(link.tags.every(tag => tags.includes(tag)));
  }
});

test('panels have ids of their own and do not overlap', () => {
  for (const { file, panels: all } of dashboards) {
    assert.deepEqual(all.map(panel => panel.id), all.map((_, i) => i + 1), file);
    const taken = new Map();
    for (const { title, gridPos: { x, y, w, h } } of all) {
      assert.ok(w > 0 && x + w <= 24, `${file}: ${title} is wider than the page`);
      for (let cell = 0; cell < w * h; cell++) {
        const at = `${x + (cell % w)},${y + Math.floor(cell / w)}`;
        assert.ok(!taken.has(at), `${file}: ${title} lies over ${taken.get(at)}`);
        taken.set(at, title);
      }
    }
  }
});

test('every panel says what it shows', () => {
  for (const { where, description: text, targets: asked } of panels) {
    assert.match(text, /^[A-Z0-9].*\.$/s, where);
    assert.ok(asked.length > 0, where);
    assert.equal(new Set(asked.map(target => target.refId)).size, asked.length, where);
  }
});

test('every query is of the chosen data source, and of now or of the time range', () => {
  for (const { where, datasource, range, instant, kind } of targets) {
    assert.deepEqual(datasource, { type: 'prometheus', uid: '${datasource}' }, where);
    assert.equal(instant, !range, where);
    assert.equal(range, ['timeseries', 'heatmap'].includes(kind), where);
  }
});

test('a query that keeps labels tells its series apart', () => {
  for (const { where, kind, expr, legendFormat } of targets.filter(target => target.kind !== 'table')) {
    // The outermost aggregation is the first; joins and quantiles keep what theirs keeps, but for the bucket.
    const kept = (/^(?:histogram_quantile\([\d.]+, )?\w+ by \(([^)]*)\)/.exec(expr)?.[1] ?? '').split(', ').filter(label => label && !(kind !== 'heatmap' && label === 'le'));
    for (const label of kept) assert.ok(legendFormat.includes(`{{${label}}}`), `${where}: "${legendFormat}" does not tell ${label}`);
  }
});

test('all that is asked for is exported', () => {
  const { stdout } = spawnSync('find', [join(repository, 'src'), '-name', '*Instruments.cs', '-o', '-name', 'PlatformMetrics.cs', '-o', '-name', 'SloMetrics.cs'], { encoding: 'utf8' });
  const exported = new Set(stdout.split('\n').filter(Boolean).flatMap(file => metricsIn(readFileSync(file, 'utf8'))));
  assert.ok(exported.size > 50, 'The metrics are not where they were.');
  // What the services themselves export, under the names that are the default.
  for (const [, name] of read('src/SloFunctions.Infrastructure/Prometheus/PrometheusOptions.cs').matchAll(/ = "(http_\w+)"/g)) exported.add(name);
  const unknown = targets.flatMap(({ where, expr }) => metricsOf(expr).filter(name => !exported.has(name)).map(name => `${where}: ${name}`));
  assert.deepEqual(unknown, []);
});

test('every runbook is a page that there is, or that an alert leads to', () => {
  const pages = new Set(JSON.parse(read('alerts/alerts.json')).alerts.map(alert => alert.page));
  for (const { where, links } of panels) {
    for (const { url } of links) {
      const page = /^\$\{runbooks\}\/([a-z-]+)\.md$/.exec(url)?.[1];
      assert.ok(page && (pages.has(page) || existsSync(join(repository, 'docs/runbooks', `${page}.md`))), `${where}: ${url}`);
    }
  }
});

test('every variable that is used is there', () => {
  for (const one of dashboards) {
    const known = new Set([...one.templating.list.map(variable => variable.name), '__rate_interval', '__range', '__value', '1']);
    const used = [...JSON.stringify([one.panels, one.templating]).matchAll(/\$\{?(\w+)/g)].map(([, name]) => name).filter(name => name !== '__all');
    assert.deepEqual(used.filter(name => !known.has(name)), [], one.file);
  }
});

test('variables are filled in as Grafana does it', () => {
  const [dashboard] = dashboards;
  const asked = queries({ ...dashboard, time: { from: 'now-6h' }, panels: [{ title: 'one', targets: [{ legendFormat: 'two', range: true, expr: 'rate(x{a=~"$service"}[$__rate_interval]) + "$1"' }] }] }, { service: '(a|b)' }, 15);
  assert.deepEqual(asked, [{ panel: 'one', legend: 'two', expr: 'rate(x{a=~"(a|b)"}[60s]) + "$1"', range: true, seconds: 21_600, step: 21.6 }]);
});
