DROP TABLE slo.graph_event_failures;
DROP TABLE slo.graph_submissions;
