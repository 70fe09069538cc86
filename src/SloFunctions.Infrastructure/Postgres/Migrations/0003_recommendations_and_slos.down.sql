DROP FUNCTION slo.purge_graph_snapshots(timestamptz);
DROP TABLE slo.cache_version;
DROP TABLE slo.active_slos;
DROP TABLE slo.slo_recommendations;
DROP TABLE slo.recommendation_sets;
