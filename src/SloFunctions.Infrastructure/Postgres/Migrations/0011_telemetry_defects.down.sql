-- Without the column an hour of which nothing is known would read as one without traffic.
DELETE FROM slo.sli_hourly_counts WHERE (defects & 1) <> 0;
ALTER TABLE slo.sli_hourly_counts DROP CONSTRAINT sli_hourly_counts_unknown_is_empty;
ALTER TABLE slo.sli_hourly_counts DROP COLUMN defects;
