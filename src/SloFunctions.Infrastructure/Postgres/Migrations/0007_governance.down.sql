DROP TABLE slo.api_keys;
DROP TABLE slo.auto_approval_rules;
