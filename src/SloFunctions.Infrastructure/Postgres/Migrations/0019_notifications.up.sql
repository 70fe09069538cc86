-- The version of a team's list; the row is locked while the list is replaced.
CREATE TABLE slo.notification_lists (
  team       varchar(255) PRIMARY KEY CHECK (team <> ''),
  version    bigint       NOT NULL DEFAULT 0 CHECK (version >= 0),
  updated_at timestamptz
);

CREATE TABLE slo.notification_targets (
  id         uuid         PRIMARY KEY,
  team       varchar(255) NOT NULL REFERENCES slo.notification_lists (team),
  name       varchar(100) NOT NULL CHECK (name <> ''),
  position   smallint     NOT NULL CHECK (position BETWEEN 0 AND 99),
  format     text         NOT NULL CHECK (format IN ('generic', 'slack', 'teams')),
  events     slo.audit_action[] NOT NULL CHECK (cardinality(events) > 0),
  shown_url  text         NOT NULL CHECK (length(shown_url) BETWEEN 1 AND 2200),
  url        bytea        NOT NULL CHECK (octet_length(url) BETWEEN 2 AND 4096),
  secret     bytea        CHECK (octet_length(secret) BETWEEN 2 AND 4096),
  updated_at timestamptz  NOT NULL,
  CONSTRAINT notification_targets_name UNIQUE (team, name)
);
COMMENT ON COLUMN slo.notification_targets.url IS 'The address, encrypted by the app when it has a key: whoever knows it can send to the receiver.';
COMMENT ON COLUMN slo.notification_targets.secret IS 'What signatures are made with, encrypted by the app.';
COMMENT ON COLUMN slo.notification_targets.shown_url IS 'The address without most of its path.';

CREATE TABLE slo.notification_deliveries (
  id              uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
  target_id       uuid        NOT NULL REFERENCES slo.notification_targets (id) ON DELETE CASCADE,
  audit_id        uuid        NOT NULL REFERENCES slo.slo_audit_log (id),
  state           text        NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'delivered')),
  attempts        smallint    NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  next_attempt_at timestamptz NOT NULL,
  last_reason     text        CHECK (last_reason ~ '^[a-z][a-z-]{0,63}$'),
  last_status     smallint    CHECK (last_status BETWEEN 100 AND 999),
  delivered_at    timestamptz,
  CONSTRAINT notification_deliveries_once UNIQUE (target_id, audit_id),
  CHECK ((state = 'delivered') = (delivered_at IS NOT NULL))
);
COMMENT ON COLUMN slo.notification_deliveries.next_attempt_at IS 'While an attempt is under way: when its lease ends.';
CREATE INDEX idx_deliveries_due ON slo.notification_deliveries (target_id, next_attempt_at) WHERE state = 'pending';
CREATE INDEX idx_deliveries_done ON slo.notification_deliveries (delivered_at) WHERE state = 'delivered';

-- What was known of the target stays, because the target may go.
CREATE TABLE slo.notification_dead_letters (
  id          uuid         PRIMARY KEY,
  team        varchar(255) NOT NULL CHECK (team <> ''),
  target_name varchar(100) NOT NULL CHECK (target_name <> ''),
  format      text         NOT NULL CHECK (format IN ('generic', 'slack', 'teams')),
  audit_id    uuid         NOT NULL REFERENCES slo.slo_audit_log (id),
  attempts    smallint     NOT NULL CHECK (attempts > 0),
  reason      text         NOT NULL CHECK (reason ~ '^[a-z][a-z-]{0,63}$'),
  last_status smallint     CHECK (last_status BETWEEN 100 AND 999),
  given_up_at timestamptz  NOT NULL
);
CREATE INDEX idx_notification_dead_letters_time ON slo.notification_dead_letters (given_up_at);

GRANT SELECT, INSERT, UPDATE ON slo.notification_lists TO slo_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON slo.notification_targets, slo.notification_deliveries TO slo_app;
GRANT SELECT, INSERT, DELETE ON slo.notification_dead_letters TO slo_app;
