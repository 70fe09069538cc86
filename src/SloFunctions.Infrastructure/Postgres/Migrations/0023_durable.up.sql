-- Orchestrations of the local host. In Azure the Durable Functions extension keeps its own store, and these tables stay empty.
CREATE SCHEMA durable;

CREATE TABLE durable.instances (
  instance_id      varchar(100) PRIMARY KEY CHECK (instance_id <> ''),
  name             varchar(128) NOT NULL CHECK (name <> ''),
  execution        integer      NOT NULL CHECK (execution > 0),
  status           text         NOT NULL CHECK (status IN ('pending', 'running', 'suspended', 'completed', 'failed', 'terminated')),
  input            text         CHECK (octet_length(input) <= 32768),
  output           text         CHECK (octet_length(output) <= 32768),
  custom_status    text         CHECK (octet_length(custom_status) <= 32768),
  failure          text         CHECK (octet_length(failure) <= 131072),
  parent_id        varchar(100),
  parent_execution integer,
  parent_task      integer,
  created_at       timestamptz  NOT NULL,
  updated_at       timestamptz  NOT NULL,
  CONSTRAINT instances_parent_complete CHECK ((parent_id IS NULL) = (parent_execution IS NULL) AND (parent_id IS NULL) = (parent_task IS NULL))
);
COMMENT ON COLUMN durable.instances.execution IS 'Grows when the instance begins anew; what belongs to an earlier execution counts no more.';
CREATE INDEX idx_instances_parent ON durable.instances (parent_id) WHERE parent_id IS NOT NULL;

-- What happened and what the code asked for, of the present execution.
CREATE TABLE durable.history (
  instance_id varchar(100) NOT NULL REFERENCES durable.instances (instance_id) ON DELETE CASCADE,
  execution   integer      NOT NULL,
  sequence    integer      NOT NULL,
  kind        text         NOT NULL CHECK (kind <> ''),
  content     text         NOT NULL CHECK (octet_length(content) <= 131072),
  PRIMARY KEY (instance_id, execution, sequence)
);

-- What an instance has yet to be told, timers that are not due among it.
CREATE TABLE durable.messages (
  id          bigint       GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  instance_id varchar(100) NOT NULL REFERENCES durable.instances (instance_id) ON DELETE CASCADE,
  execution   integer,
  task_id     integer,
  visible_at  timestamptz  NOT NULL,
  kind        text         NOT NULL CHECK (kind <> ''),
  content     text         NOT NULL CHECK (octet_length(content) <= 131072)
);
COMMENT ON COLUMN durable.messages.execution IS 'NULL for whichever is the present one.';
CREATE INDEX idx_messages_instance ON durable.messages (instance_id, visible_at);
CREATE INDEX idx_messages_visible ON durable.messages (visible_at);

-- Activities to be run; a row goes in the transaction that stores the outcome.
CREATE TABLE durable.activities (
  id          bigint       GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  instance_id varchar(100) NOT NULL REFERENCES durable.instances (instance_id) ON DELETE CASCADE,
  execution   integer      NOT NULL,
  task_id     integer      NOT NULL,
  name        text         NOT NULL CHECK (name <> ''),
  input       text         CHECK (octet_length(input) <= 32768)
);
CREATE INDEX idx_activities_instance ON durable.activities (instance_id);

GRANT USAGE ON SCHEMA durable TO slo_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON durable.instances TO slo_app;
GRANT SELECT, INSERT, DELETE ON durable.history, durable.messages, durable.activities TO slo_app;
