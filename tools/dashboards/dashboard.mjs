// A dashboard as Grafana reads it, of its description.
import { uid } from './names.mjs';
import { panel } from './panel.mjs';
import { variables } from './variables.mjs';

const tag = 'slofunctions';
const columns = 24;

export function dashboard(description, runbooks) {
  return {
    uid: uid(description.name),
    title: description.title,
    description: description.description,
    tags: [tag, 'slo'],
    schemaVersion: 39,
    version: 1,
    editable: true,
    graphTooltip: 1,
    timezone: 'browser',
    time: { from: description.range, to: 'now' },
    timepicker: {},
    refresh: description.refresh,
    fiscalYearStartMonth: 0,
    weekStart: '',
    annotations: { list: [] },
    links: [
      {
        type: 'dashboards',
        title: 'SloFunctions',
        tags: [tag],
        asDropdown: false,
        icon: 'external link',
        includeVars: true,
        keepTime: true,
        targetBlank: false,
        tooltip: '',
        url: '',
      },
    ],
    templating: { list: variables(description.variables, runbooks) },
    panels: place(description.rows),
  };
}

// From left to right and from top to bottom, as they are described; ids as they come.
function place(rows) {
  const placed = [];
  let top = 0;
  for (const row of rows) {
    placed.push({ type: 'row', title: row.title, collapsed: false, panels: [], id: placed.length + 1, gridPos: { x: 0, y: top, w: columns, h: 1 } });
    top++;
    let [left, tallest] = [0, 0];
    for (const description of row.panels) {
      const made = panel(description);
      if (left + made.width > columns) [top, left, tallest] = [top + tallest, 0, 0];
      placed.push({ ...made.panel, id: placed.length + 1, gridPos: { x: left, y: top, w: made.width, h: made.height } });
      left += made.width;
      tallest = Math.max(tallest, made.height);
    }
    top += tallest;
  }
  return placed;
}
