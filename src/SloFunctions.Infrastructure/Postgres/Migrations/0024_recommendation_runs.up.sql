-- Bulk recommendations: who asked for which services, and what became of each.
CREATE TABLE slo.recommendation_runs (
  id            uuid         PRIMARY KEY,
  scope         text         NOT NULL CHECK (scope IN ('all', 'team', 'services')),
  team          varchar(255) CHECK (team <> ''),
  lookback_days integer      NOT NULL CHECK (lookback_days BETWEEN 7 AND 365),
  method        text         NOT NULL CHECK (length(method) BETWEEN 1 AND 64),
  force         boolean      NOT NULL,
  state         text         NOT NULL DEFAULT 'accepted'
    CHECK (state IN ('accepted', 'running', 'cancelling', 'completed', 'completed_with_failures', 'cancelled', 'failed')),
  total         integer      NOT NULL DEFAULT 0 CHECK (total >= 0),
  requested_by  varchar(255) NOT NULL CHECK (requested_by <> ''),
  requested_at  timestamptz  NOT NULL,
  started_at    timestamptz,
  ended_at      timestamptz,
  CONSTRAINT recommendation_runs_team_named CHECK ((team IS NOT NULL) = (scope = 'team')),
  CONSTRAINT recommendation_runs_ended CHECK ((ended_at IS NULL) = (state IN ('accepted', 'running', 'cancelling')))
);
COMMENT ON COLUMN slo.recommendation_runs.force IS 'Whether sets that are still valid are computed anew too.';
CREATE UNIQUE INDEX recommendation_runs_one_active ON slo.recommendation_runs ((true)) WHERE state IN ('accepted', 'running', 'cancelling');
CREATE INDEX idx_recommendation_runs_ended ON slo.recommendation_runs (ended_at);

CREATE TABLE slo.recommendation_run_services (
  run_id            uuid     NOT NULL REFERENCES slo.recommendation_runs (id) ON DELETE CASCADE,
  ordinal           integer  NOT NULL CHECK (ordinal >= 0),
  service_id        uuid     NOT NULL REFERENCES slo.services (id),
  state             text     NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'done', 'unchanged', 'failed')),
  recommendation_id uuid,
  attempts          integer  NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  error_code        text     CHECK (error_code ~ '^[a-z][a-z_]{0,63}$'),
  error_message     text     CHECK (length(error_message) BETWEEN 1 AND 1000),
  PRIMARY KEY (run_id, ordinal),
  CONSTRAINT recommendation_run_services_once UNIQUE (run_id, service_id),
  CONSTRAINT recommendation_run_services_result CHECK ((recommendation_id IS NOT NULL) = (state IN ('done', 'unchanged'))),
  CONSTRAINT recommendation_run_services_error CHECK ((error_code IS NULL) = (error_message IS NULL) AND (state <> 'failed' OR error_code IS NOT NULL))
);
COMMENT ON COLUMN slo.recommendation_run_services.ordinal IS 'The place in the run, from 0 without gaps; ranges of it are worked on together.';
COMMENT ON COLUMN slo.recommendation_run_services.recommendation_id IS 'The set that was computed, or found to be valid still. Retention may have removed it since.';
CREATE INDEX idx_run_services_state ON slo.recommendation_run_services (run_id, state, ordinal);

GRANT SELECT, INSERT, UPDATE, DELETE ON slo.recommendation_runs TO slo_app;
GRANT SELECT, INSERT, UPDATE ON slo.recommendation_run_services TO slo_app;
