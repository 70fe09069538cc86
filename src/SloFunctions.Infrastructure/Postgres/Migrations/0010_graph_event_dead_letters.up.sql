-- Events from outside that could not be taken in. Every text is bounded, so that a hostile event takes little room, and the
-- key makes one row of all deliveries of an event.
CREATE TABLE slo.graph_event_dead_letters (
  delivery_key  varchar(255) PRIMARY KEY CHECK (delivery_key <> ''),
  reason        text         NOT NULL CHECK (reason ~ '^[a-z]+(-[a-z]+)*$' AND length(reason) <= 64),
  errors        jsonb        NOT NULL CHECK (jsonb_typeof(errors) = 'array'),
  event_id      text         CHECK (octet_length(event_id) BETWEEN 1 AND 1024),
  event_source  text         CHECK (octet_length(event_source) BETWEEN 1 AND 1024),
  event_type    text         CHECK (octet_length(event_type) BETWEEN 1 AND 1024),
  subject       text         CHECK (octet_length(subject) BETWEEN 1 AND 1024),
  -- The beginning of the event's text; payload_bytes is the length of all of it.
  payload       text         NOT NULL CHECK (octet_length(payload) <= 65536),
  payload_bytes integer      NOT NULL CHECK (payload_bytes >= 0),
  received_at   timestamptz  NOT NULL DEFAULT now()
);
CREATE INDEX idx_graph_event_dead_letters_time ON slo.graph_event_dead_letters (received_at DESC);

GRANT SELECT, INSERT ON slo.graph_event_dead_letters TO slo_app;
