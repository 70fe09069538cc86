// What one chooses above a dashboard.
import { datasource } from './names.mjs';

const chosen = {
  // A service without a team has no label: only what matches nothing finds it.
  team: () => query('team', 'Team', 'label_values(slo_service_info, team)', { allValue: '.*' }),
  services: () => query('service', 'Service', 'label_values(slo_service_info{team=~"$team"}, service)', {}),
  service: () => ({ ...query('service', 'Service', 'label_values(slo_service_info, service)', {}), multi: false, includeAll: false, current: {} }),
};

export function variables(names, runbooks) {
  return [
    {
      name: 'datasource',
      label: 'Prometheus',
      type: 'datasource',
      query: 'prometheus',
      regex: '',
      refresh: 1,
      hide: 0,
      multi: false,
      includeAll: false,
      options: [],
      current: {},
      skipUrlSync: false,
    },
    ...names.map(name => chosen[name]()),
    {
      name: 'runbooks',
      label: 'Runbooks',
      description: 'Where the pages of docs/runbooks are.',
      type: 'textbox',
      query: runbooks,
      hide: 0,
      options: [{ selected: true, text: runbooks, value: runbooks }],
      current: { selected: true, text: runbooks, value: runbooks },
      skipUrlSync: false,
    },
  ];
}

function query(name, label, expression, others) {
  return {
    name,
    label,
    type: 'query',
    datasource,
    definition: expression,
    query: { qryType: 1, query: expression, refId: 'PrometheusVariableQueryEditor-VariableQuery' },
    regex: '',
    refresh: 2,
    sort: 1,
    hide: 0,
    multi: true,
    includeAll: true,
    options: [],
    current: { selected: true, text: ['All'], value: ['$__all'] },
    skipUrlSync: false,
    ...others,
  };
}
