SELECT coalesce(l.service_id, h.chain_id) AS chain, s.service_id, l.sequence, l.id, l.previous_hash, l.hash, h.sequence, h.hash, l."timestamp",
  l.action, l.actor, l.recommendation_id, l.recommendation_set_id, l.previous_slo, l.new_slo, l.selected_tier, l.rationale, l.modification_delta, l.details
FROM slo_audit_log l
  FULL JOIN (SELECT chain_id, sequence, hash FROM audit_heads WHERE chain_id <> $1) h ON h.chain_id = l.service_id
  LEFT JOIN services s ON s.id = coalesce(l.service_id, h.chain_id)
ORDER BY chain, l.sequence, l.id
