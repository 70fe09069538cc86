-- What recommendations were computed from, so that each can be computed again. Documents name priors and fleet evidence by
-- id; many sets share one row of fleet evidence.
CREATE TABLE slo.fleet_priors (
  fitted_at timestamptz PRIMARY KEY,
  content   jsonb       NOT NULL CHECK (jsonb_typeof(content) = 'object')
);
COMMENT ON TABLE slo.fleet_priors IS 'How services of this fleet fail, as it was learnt from all of them together; the latest counts.';

CREATE TABLE slo.fleet_evidence (
  id           uuid        PRIMARY KEY,
  content_hash bytea       NOT NULL UNIQUE CHECK (octet_length(content_hash) = 32),
  content      bytea       NOT NULL,
  created_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX idx_fleet_evidence_time ON slo.fleet_evidence (created_at);

ALTER TABLE slo.recommendation_sets
  ADD COLUMN evidence          bytea,
  ADD COLUMN fleet_evidence_id uuid REFERENCES slo.fleet_evidence (id);
COMMENT ON COLUMN slo.recommendation_sets.evidence IS 'Compressed history and parameters; NULL for sets made before evidence was kept.';
CREATE INDEX idx_sets_fleet_evidence ON slo.recommendation_sets (fleet_evidence_id);

GRANT SELECT, INSERT, DELETE ON slo.fleet_priors, slo.fleet_evidence TO slo_app;
