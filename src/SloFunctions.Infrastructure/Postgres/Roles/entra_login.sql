-- By its object id, since names are not unique in a directory. A role of the name that is there already stays as it is.
-- The call stands in a text, because only servers of Azure have the function.
SELECT format('SELECT pgaadauth_create_principal_with_oid(%L, %L, ''service'', false, false)', $1, $2)
WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = $1)
