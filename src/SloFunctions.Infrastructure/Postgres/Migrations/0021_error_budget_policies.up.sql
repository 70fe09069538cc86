-- A team without a row has the policy of the handbook, of version 0.
CREATE TABLE slo.error_budget_policies (
  team       varchar(255) PRIMARY KEY CHECK (team <> ''),
  caution    numeric(7,6) NOT NULL,
  freeze     numeric(7,6) NOT NULL,
  incident   numeric(7,6) NOT NULL,
  version    bigint       NOT NULL CHECK (version > 0),
  updated_at timestamptz  NOT NULL,
  CONSTRAINT error_budget_policies_ordered CHECK (0 < incident AND incident < freeze AND freeze < caution AND caution < 1)
);
COMMENT ON TABLE slo.error_budget_policies IS 'The remaining shares of error budgets at which a team''s policy changes its state.';
GRANT SELECT, INSERT, UPDATE ON slo.error_budget_policies TO slo_app;
