DROP VIEW slo.effective_dependencies;
