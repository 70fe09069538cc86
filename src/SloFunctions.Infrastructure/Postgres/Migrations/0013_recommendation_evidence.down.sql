ALTER TABLE slo.recommendation_sets DROP COLUMN evidence, DROP COLUMN fleet_evidence_id;
DROP TABLE slo.fleet_evidence;
DROP TABLE slo.fleet_priors;
