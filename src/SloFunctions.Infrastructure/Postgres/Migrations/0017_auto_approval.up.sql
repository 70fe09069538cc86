ALTER TABLE slo.auto_approval_rules
  ADD COLUMN version    bigint       NOT NULL DEFAULT 1 CHECK (version > 0),
  ADD COLUMN updated_by varchar(255) CHECK (updated_by <> ''),
  ADD COLUMN updated_at timestamptz,
  ADD CONSTRAINT auto_approval_rules_update_complete CHECK ((updated_by IS NULL) = (updated_at IS NULL));
COMMENT ON COLUMN slo.auto_approval_rules.version IS 'Grows with each change; it is the entity tag that clients hold changes against.';
-- People speak of a rule by its name, and the audit log shows it.
CREATE UNIQUE INDEX auto_approval_rules_name ON slo.auto_approval_rules (name);

-- What rules ask of a recommendation, so that the documents of a month need not be parsed to tell what a rule would have done.
ALTER TABLE slo.slo_recommendations
  ADD COLUMN confidence        double precision CHECK (confidence BETWEEN 0 AND 1),
  ADD COLUMN is_low_confidence boolean,
  ADD COLUMN is_cold_start     boolean,
  ADD COLUMN composite_bound   double precision CHECK (composite_bound BETWEEN 0 AND 100),
  ADD COLUMN data_completeness double precision CHECK (data_completeness BETWEEN 0 AND 1);
COMMENT ON COLUMN slo.slo_recommendations.confidence IS 'Score of the confidence, 0-1; NULL in recommendations made before it was kept.';
COMMENT ON COLUMN slo.slo_recommendations.composite_bound IS 'What the hard dependencies allow, a percentage; NULL for latency and where it was not kept.';
