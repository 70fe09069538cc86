DROP TABLE slo.notification_dead_letters;
DROP TABLE slo.notification_deliveries;
DROP TABLE slo.notification_targets;
DROP TABLE slo.notification_lists;
