DELETE FROM recommendation_sets
WHERE id IN (
  SELECT r.id
  FROM recommendation_sets r
  WHERE r.status <> 'active' AND r.status IN ('superseded', 'expired')
    -- A slip in the caller's clock must not cost what objectives of 28 days may still be compared with.
    AND r.generated_at < least($1, now() - interval '28 days')
    AND NOT EXISTS (SELECT FROM active_slos a WHERE a.recommendation_set_id = r.id)
    AND NOT EXISTS (SELECT FROM slo_audit_log l WHERE l.recommendation_set_id = r.id)
    AND NOT EXISTS (
      SELECT
      FROM slo_recommendations i
      WHERE i.recommendation_id = r.id
        AND (EXISTS (SELECT FROM active_slos a WHERE a.recommendation_id = i.id)
          OR EXISTS (SELECT FROM slo_audit_log l WHERE l.recommendation_id = i.id)))
  ORDER BY r.generated_at
  LIMIT $2
  FOR UPDATE SKIP LOCKED)
