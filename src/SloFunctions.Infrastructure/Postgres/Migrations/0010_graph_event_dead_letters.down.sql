DROP TABLE slo.graph_event_dead_letters;
