ALTER TABLE slo.services ADD COLUMN history_run timestamptz;
COMMENT ON COLUMN slo.services.history_run IS 'The run of the aggregation, by when it began, that reads or read the history of the service; NULL before any did.';
CREATE INDEX idx_services_history_run ON slo.services (history_run);
