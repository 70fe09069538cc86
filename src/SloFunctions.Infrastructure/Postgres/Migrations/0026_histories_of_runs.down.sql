DROP INDEX slo.idx_services_history_run;
ALTER TABLE slo.services DROP COLUMN history_run;
