// A panel as Grafana reads it, of its description; where it stands is for the dashboard to say.
import { datasource, refId } from './names.mjs';
import { table } from './table.mjs';
import { thresholds } from './thresholds.mjs';

const reduced = { calcs: ['lastNotNull'], fields: '', values: false };

// How each kind asks, is shown, and how tall it is unless told.
const kinds = {
  stat: {
    height: 4,
    options: () => ({ colorMode: 'value', graphMode: 'none', justifyMode: 'auto', orientation: 'auto', reduceOptions: reduced, textMode: 'auto', wideLayout: true }),
  },
  gauge: {
    height: 4,
    options: () => ({ orientation: 'auto', reduceOptions: reduced, showThresholdLabels: false, showThresholdMarkers: true, minVizHeight: 75, minVizWidth: 75, sizing: 'auto' }),
  },
  timeseries: {
    height: 8,
    range: true,
    options: () => ({ legend: { calcs: ['lastNotNull', 'max'], displayMode: 'table', placement: 'bottom', showLegend: true }, tooltip: { mode: 'multi', sort: 'desc' } }),
    custom: description => ({
      drawStyle: 'line',
      lineInterpolation: 'linear',
      lineWidth: 1,
      fillOpacity: description.stacked ? 30 : 0,
      showPoints: 'auto',
      pointSize: 4,
      spanNulls: false,
      stacking: { mode: description.stacked ? 'normal' : 'none', group: 'A' },
      thresholdsStyle: { mode: description.thresholds ? 'dashed' : 'off' },
    }),
  },
  heatmap: {
    height: 8,
    range: true,
    format: 'heatmap',
    options: description => ({
      calculate: false,
      cellGap: 1,
      color: { exponent: 0.5, fill: 'dark-orange', mode: 'scheme', reverse: false, scale: 'exponential', scheme: 'Oranges', steps: 64 },
      exemplars: { color: 'rgba(255,0,255,0.7)' },
      filterValues: { le: 1e-9 },
      legend: { show: true },
      rowsFrame: { layout: 'auto' },
      tooltip: { mode: 'single', showColorScale: false, yHistogram: false },
      yAxis: { axisPlacement: 'left', reverse: false, unit: description.unit },
    }),
  },
  table: { height: 9, format: 'table', ...table },
};

export function panel(description) {
  const kind = kinds[description.kind];
  if (!kind) throw new Error(`${description.title}: there is no kind of panel named ${description.kind}`);
  return {
    width: description.width,
    height: description.height ?? kind.height,
    panel: {
      type: description.kind,
      title: description.title,
      description: description.description,
      datasource,
      links: description.runbook
        ? [{ title: `Runbook: ${description.runbook}`, url: `\${runbooks}/${description.runbook}.md`, targetBlank: true }]
        : [],
      fieldConfig: { defaults: defaults(description, kind), overrides: kind.overrides?.(description) ?? byLegend(description) },
      options: kind.options(description),
      transformations: kind.transformations?.(description) ?? [],
      targets: description.targets.map((target, i) => ({
        refId: refId(i),
        datasource,
        editorMode: 'code',
        expr: target.expr,
        legendFormat: target.legend ?? description.title,
        format: kind.format ?? 'time_series',
        range: kind.range ?? false,
        instant: !kind.range,
      })),
    },
  };
}

function defaults(description, kind) {
  return {
    unit: description.unit ?? 'short',
    ...(description.decimals !== undefined && { decimals: description.decimals }),
    ...(description.min !== undefined && { min: description.min }),
    ...(description.max !== undefined && { max: description.max }),
    color: { mode: kind.range ? 'palette-classic' : 'thresholds' },
    thresholds: thresholds(description.thresholds),
    mappings: description.values
      ? [{ type: 'value', options: Object.fromEntries(Object.entries(description.values).map(([value, text], index) => [value, { index, text }])) }]
      : [],
    custom: kind.custom?.(description) ?? {},
  };
}

// Series with thresholds of their own.
function byLegend(description) {
  return description.targets
    .filter(target => target.thresholds)
    .map(target => ({ matcher: { id: 'byName', options: target.legend }, properties: [{ id: 'thresholds', value: thresholds(target.thresholds) }] }));
}
