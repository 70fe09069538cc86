SELECT h.chain_id, h.sequence, h.hash, at_head.hash, at_anchor.hash
FROM audit_heads h
  LEFT JOIN unnest($2::uuid[], $3::bigint[]) AS a (chain_id, sequence) ON a.chain_id = h.chain_id
  LEFT JOIN admin_audit_log at_head ON at_head.sequence = h.sequence
  LEFT JOIN admin_audit_log at_anchor ON at_anchor.sequence = a.sequence
WHERE h.chain_id = $1
