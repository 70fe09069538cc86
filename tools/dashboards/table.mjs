// Tables: the answers of several queries side by side, a row for each set of labels.
import { refId, uid } from './names.mjs';
import { thresholds } from './thresholds.mjs';

export const table = {
  options: description => ({
    cellHeight: 'sm',
    showHeader: true,
    footer: { countRows: false, fields: '', reducer: ['sum'], show: false },
    sortBy: [{ desc: false, displayName: description.sort }],
  }),

  custom: () => ({ align: 'auto', cellOptions: { type: 'auto' }, filterable: true, inspect: false }),

  transformations: description => [
    { id: 'merge', options: {} },
    {
      id: 'organize',
      options: {
        excludeByName: { Time: true },
        includeByName: {},
        indexByName: {},
        renameByName: { ...description.columns, ...Object.fromEntries(description.targets.map((target, i) => [value(description, i), target.legend])) },
      },
    },
  ],

  overrides: description => [
    ...description.targets.map(target => ({ matcher: { id: 'byName', options: target.legend }, properties: properties(target) })),
    ...(description.columns.service ? [{ matcher: { id: 'byName', options: description.columns.service }, properties: [{ id: 'links', value: [detail] }] }] : []),
  ],
};

const detail = { title: 'The dashboard of ${__value.text}', url: `/d/${uid('service-detail')}?var-service=\${__value.text:percentencode}&\${datasource:queryparam}` };

// A single answer keeps its column's name.
const value = (description, index) => (description.targets.length === 1 ? 'Value' : `Value #${refId(index)}`);

function properties(target) {
  return [
    { id: 'unit', value: target.unit ?? 'short' },
    ...(target.decimals === undefined ? [] : [{ id: 'decimals', value: target.decimals }]),
    ...(target.thresholds
      ? [{ id: 'thresholds', value: thresholds(target.thresholds) }, { id: 'custom.cellOptions', value: { type: 'color-text' } }]
      : []),
  ];
}
