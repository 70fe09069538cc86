-- A team without a row has the policy of the handbook, of version 0.
CREATE TABLE slo.error_budget_policies (
  team           varchar(255) PRIMARY KEY CHECK (team <> ''),
  caution_share  numeric(7,6) NOT NULL,
  freeze_share   numeric(7,6) NOT NULL,
  incident_share numeric(7,6) NOT NULL,
  version        bigint       NOT NULL CHECK (version > 0),
  updated_at     timestamptz  NOT NULL,
  CONSTRAINT error_budget_policies_ordered CHECK (0 < incident_share AND incident_share < freeze_share AND freeze_share < caution_share AND caution_share < 1)
);
COMMENT ON TABLE slo.error_budget_policies IS 'The remaining shares of error budgets at which a team''s policy changes its state.';
GRANT SELECT, INSERT, UPDATE ON slo.error_budget_policies TO slo_app;
