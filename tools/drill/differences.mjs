/** What differs between two files of counts, one line each. */
export function differences(noted, found) {
  const names = [...new Set([...Object.keys(noted.tables), ...Object.keys(found.tables)])].sort();
  const lines = names
    .filter((name) => noted.tables[name] !== found.tables[name])
    .map((name) => `${name}: ${rows(noted.tables[name])} noted, ${rows(found.tables[name])} found`);
  if (noted.schema_version !== found.schema_version) lines.push(`schema version: ${noted.schema_version} noted, ${found.schema_version} found`);
  if (noted.audit_heads !== found.audit_heads) {
    lines.push(`ends of the audit logs: ${noted.audit_entries} entries of ${noted.audit_chains} chains noted, ` +
      `${found.audit_entries} of ${found.audit_chains} found, not the same`);
  }
  return lines;
}

function rows(count) {
  return count === undefined ? 'no table' : `${count} ${count === 1 ? 'row' : 'rows'}`;
}
