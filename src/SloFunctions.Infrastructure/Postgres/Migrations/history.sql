CREATE SCHEMA IF NOT EXISTS slo_migrations;
CREATE TABLE IF NOT EXISTS slo_migrations.applied (
  version    integer     PRIMARY KEY CHECK (version > 0),
  name       text        NOT NULL,
  checksum   text        NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT now()
);
-- The application reads the version it runs against; it never writes here.
GRANT USAGE ON SCHEMA slo_migrations TO slo_app;
GRANT SELECT ON slo_migrations.applied TO slo_app;
