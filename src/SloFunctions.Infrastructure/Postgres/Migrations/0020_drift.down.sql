DROP TABLE slo.reevaluation_queue;
DROP TABLE slo.drift_progress;
DROP TABLE slo.drift_states;
DROP TABLE slo.drift_baselines;
DROP DOMAIN slo.drift_signal;
