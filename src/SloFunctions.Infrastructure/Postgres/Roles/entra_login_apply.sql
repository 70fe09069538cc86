-- Role commands take no parameters.
SELECT format('GRANT slo_app TO %I', $1)
WHERE NOT EXISTS (
  SELECT FROM pg_catalog.pg_auth_members m JOIN pg_catalog.pg_roles r ON r.oid = m.member
  WHERE r.rolname = $1 AND m.roleid = 'slo_app'::regrole)
