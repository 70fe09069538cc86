CREATE TABLE slo.auto_approval_rules (
  id         uuid         PRIMARY KEY DEFAULT gen_random_uuid(),
  name       varchar(255) NOT NULL CHECK (name <> ''),
  conditions jsonb        NOT NULL CHECK (jsonb_typeof(conditions) = 'object'),
  enabled    boolean      NOT NULL DEFAULT false,
  created_by varchar(255) NOT NULL CHECK (created_by <> ''),
  created_at timestamptz  NOT NULL DEFAULT now()
);

CREATE TABLE slo.api_keys (
  id           uuid         PRIMARY KEY DEFAULT gen_random_uuid(),
  name         varchar(255) NOT NULL CHECK (name <> ''),
  prefix       text         NOT NULL UNIQUE CHECK (length(prefix) BETWEEN 1 AND 64),
  -- Nothing but a bcrypt hash fits, so a raw key cannot end up here by mistake.
  hash         text         NOT NULL CONSTRAINT api_keys_hash_is_bcrypt CHECK (hash ~ '^\$2[aby]\$[0-9]{2}\$[./A-Za-z0-9]{53}$'),
  role         slo.access_role NOT NULL,
  team         varchar(255) CHECK (team <> ''),
  rate_limits  jsonb        CHECK (jsonb_typeof(rate_limits) = 'object'),
  created_by   varchar(255) NOT NULL CHECK (created_by <> ''),
  created_at   timestamptz  NOT NULL DEFAULT now(),
  expires_at   timestamptz,
  revoked_at   timestamptz,
  last_used_at timestamptz,
  CONSTRAINT api_keys_owner_has_a_team CHECK (role <> 'service_owner' OR team IS NOT NULL),
  CHECK (expires_at > created_at)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON slo.auto_approval_rules TO slo_app;
-- Keys are revoked, never deleted: the audit log names them.
GRANT SELECT, INSERT, UPDATE ON slo.api_keys TO slo_app;
