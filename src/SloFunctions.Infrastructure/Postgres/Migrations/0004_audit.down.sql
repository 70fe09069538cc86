DROP TABLE slo.admin_audit_log;
DROP TABLE slo.slo_audit_log;
DROP FUNCTION slo.refuse_audit_change();
