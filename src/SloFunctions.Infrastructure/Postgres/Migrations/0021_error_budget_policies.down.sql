DROP TABLE slo.error_budget_policies;
