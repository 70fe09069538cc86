CREATE DOMAIN slo.drift_signal AS text CHECK (VALUE IN ('latency', 'error_ratio'));

-- What is usual of a series of a service, and how far it has shifted since that was learnt.
CREATE TABLE slo.drift_baselines (
  service_id     uuid             NOT NULL REFERENCES slo.services (id),
  signal         slo.drift_signal NOT NULL,
  version        bigint           NOT NULL CHECK (version > 0),
  hour_medians   double precision[] NOT NULL CHECK (cardinality(hour_medians) = 24 AND array_position(hour_medians, NULL) IS NULL),
  scale          double precision NOT NULL CHECK (scale > 0 AND scale < 'Infinity'),
  points         integer          NOT NULL CHECK (points > 0),
  learnt_from    timestamptz      NOT NULL,
  learnt_to      timestamptz      NOT NULL,
  shifted_since  timestamptz,
  shifted_before double precision CHECK (shifted_before > '-Infinity' AND shifted_before < 'Infinity'),
  shifted_after  double precision CHECK (shifted_after > '-Infinity' AND shifted_after < 'Infinity'),
  PRIMARY KEY (service_id, signal),
  CONSTRAINT drift_baselines_learnt CHECK (learnt_to > learnt_from),
  CONSTRAINT drift_baselines_shift CHECK (num_nonnulls(shifted_since, shifted_before, shifted_after) IN (0, 3))
);
COMMENT ON COLUMN slo.drift_baselines.version IS 'Grows with each change: a drift that was found by an older one has been taken in already.';
COMMENT ON COLUMN slo.drift_baselines.hour_medians IS 'By hour of the day, UTC, on the scale of the detectors.';
COMMENT ON COLUMN slo.drift_baselines.shifted_since IS 'The onset of the last drift; NULL once what is usual has been learnt anew.';

-- What was last found of a series of a service.
CREATE TABLE slo.drift_states (
  service_id   uuid             NOT NULL REFERENCES slo.services (id),
  signal       slo.drift_signal NOT NULL,
  state        text             NOT NULL CHECK (state IN ('no_baseline', 'no_data', 'stable', 'suspected', 'drifted')),
  since        timestamptz      NOT NULL,
  findings     jsonb            NOT NULL CHECK (jsonb_typeof(findings) = 'object'),
  evaluated_at timestamptz      NOT NULL,
  PRIMARY KEY (service_id, signal)
);

-- When a service was last looked at, and when its baselines were last tried to learn.
CREATE TABLE slo.drift_progress (
  service_id        uuid PRIMARY KEY REFERENCES slo.services (id),
  evaluated_at      timestamptz,
  baseline_tried_at timestamptz
);

-- Services whose recommendations are to be computed anew. An attempt that its instance does not end is due again when its lease has ended.
CREATE TABLE slo.reevaluation_queue (
  service_id      uuid        PRIMARY KEY REFERENCES slo.services (id),
  queued_at       timestamptz NOT NULL,
  attempts        smallint    NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  next_attempt_at timestamptz NOT NULL
);
CREATE INDEX idx_reevaluation_due ON slo.reevaluation_queue (next_attempt_at);

GRANT SELECT, INSERT, UPDATE ON slo.drift_baselines, slo.drift_states, slo.drift_progress TO slo_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON slo.reevaluation_queue TO slo_app;
