DROP TABLE slo.recommendation_run_services;
DROP TABLE slo.recommendation_runs;
