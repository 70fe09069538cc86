SELECT coalesce(l.chain_id, h.chain_id), NULL::text, l.sequence, l.id, l.previous_hash, l.hash, h.sequence, h.hash, l."timestamp",
  l.actor, l.action, l.subject_type, l.subject_id, l.previous, l.current, l.rationale
FROM (SELECT $1::uuid AS chain_id, * FROM admin_audit_log) l
  FULL JOIN (SELECT chain_id, sequence, hash FROM audit_heads WHERE chain_id = $1) h ON h.chain_id = l.chain_id
ORDER BY l.sequence, l.id
