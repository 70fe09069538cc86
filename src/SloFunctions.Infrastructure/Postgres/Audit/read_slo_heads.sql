SELECT h.chain_id, h.sequence, h.hash, at_head.hash, at_anchor.hash
FROM audit_heads h
  LEFT JOIN unnest($2::uuid[], $3::bigint[]) AS a (chain_id, sequence) ON a.chain_id = h.chain_id
  LEFT JOIN slo_audit_log at_head ON at_head.service_id = h.chain_id AND at_head.sequence = h.sequence
  LEFT JOIN slo_audit_log at_anchor ON at_anchor.service_id = a.chain_id AND at_anchor.sequence = a.sequence
WHERE h.chain_id <> $1
