-- Large submissions that are checked and wait to be stored in the graph. What is stored goes from here; its receipt is in
-- graph_ingestions then. Submissions of one source are stored in the order of their positions.
CREATE TABLE slo.graph_submissions (
  id               uuid         PRIMARY KEY,
  position         bigint       GENERATED ALWAYS AS IDENTITY UNIQUE,
  discovery_source slo.discovery_source NOT NULL,
  observed_at      timestamptz  NOT NULL,
  received_at      timestamptz  NOT NULL,
  nodes            integer      NOT NULL CHECK (nodes >= 0),
  edges            integer      NOT NULL CHECK (edges >= 0),
  content          bytea        NOT NULL,
  credential       text         NOT NULL CHECK (credential IN ('api_key', 'user_token')),
  client_id        text         NOT NULL CHECK (client_id <> ''),
  submitted_by     varchar(255) NOT NULL CHECK (submitted_by <> ''),
  role             text         CHECK (role IN ('viewer', 'service_owner', 'sre_admin')),
  teams            text[]       NOT NULL,
  state            text         NOT NULL DEFAULT 'accepted' CHECK (state IN ('accepted', 'processing', 'failed')),
  attempts         integer      NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  failure_reason   text         CHECK (failure_reason ~ '^[a-z]+(_[a-z]+)*$' AND length(failure_reason) <= 64),
  failure_detail   text         CHECK (length(failure_detail) <= 1000),
  failed_at        timestamptz,
  CONSTRAINT graph_submissions_failure_told CHECK (
    (state = 'failed') = (failure_reason IS NOT NULL) AND (state = 'failed') = (failure_detail IS NOT NULL) AND (state = 'failed') = (failed_at IS NOT NULL))
);
COMMENT ON COLUMN slo.graph_submissions.content IS 'The checked submission, compressed outside of the database.';
COMMENT ON COLUMN slo.graph_submissions.role IS 'What its sender might do when it was sent, with the teams; NULL for nothing.';
COMMENT ON COLUMN slo.graph_submissions.attempts IS 'Attempts to store it that have begun, whatever became of them.';
ALTER TABLE slo.graph_submissions ALTER content SET STORAGE EXTERNAL;
CREATE INDEX idx_graph_submissions_waiting ON slo.graph_submissions (discovery_source, position) WHERE state <> 'failed';
CREATE INDEX idx_graph_submissions_failed ON slo.graph_submissions (failed_at) WHERE state = 'failed';

-- Events that could not be taken in for reasons of ours. An event that was taken in later is forgotten with the others.
CREATE TABLE slo.graph_event_failures (
  delivery_key    varchar(255) PRIMARY KEY CHECK (delivery_key <> ''),
  attempts        integer      NOT NULL CHECK (attempts > 0),
  first_failed_at timestamptz  NOT NULL,
  last_failed_at  timestamptz  NOT NULL,
  CONSTRAINT graph_event_failures_ordered CHECK (first_failed_at <= last_failed_at)
);
CREATE INDEX idx_graph_event_failures_last ON slo.graph_event_failures (last_failed_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON slo.graph_submissions, slo.graph_event_failures TO slo_app;
