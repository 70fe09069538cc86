DROP FUNCTION slo.refresh_dashboards(boolean);
DROP MATERIALIZED VIEW slo.dashboard_decisions;
DROP MATERIALIZED VIEW slo.dashboard_objectives;
DROP MATERIALIZED VIEW slo.dashboard_coverage;
DROP TABLE slo.dashboard_refresh;
DROP INDEX slo.idx_sets_valid;
DROP VIEW slo.promised_objectives;
