DROP TABLE slo.circular_dependency_alerts;
DROP TABLE slo.graph_snapshots;
DROP FUNCTION slo.refuse_snapshot_change();
DROP TABLE slo.service_dependencies;
DROP TABLE slo.services;
