WITH entry AS (
  INSERT INTO slo_audit_log
    (id, service_id, action, actor, recommendation_id, recommendation_set_id, previous_slo, new_slo,
     selected_tier, rationale, modification_delta, details, "timestamp")
  SELECT e.id, s.id, e.action, e.actor, e.recommendation_id, e.recommendation_set_id, e.previous_slo::jsonb, e.new_slo::jsonb,
    e.selected_tier, e.rationale, e.modification_delta::jsonb, e.details::jsonb, e."timestamp"
  FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::uuid[], $6::uuid[], $7::text[], $8::text[], $9::text[], $10::text[],
      $11::text[], $12::text[], $13::timestamptz[])
    WITH ORDINALITY AS e (id, service_id, action, actor, recommendation_id, recommendation_set_id, previous_slo, new_slo,
      selected_tier, rationale, modification_delta, details, "timestamp", position)
    JOIN services s ON s.service_id = e.service_id
  -- Each entry holds the head of its chain until the commit: in one order, two that append to many services do not wait for each other.
  ORDER BY s.id, e.position
  RETURNING id, service_id, action, "timestamp"
), delivery AS (
  INSERT INTO notification_deliveries (target_id, audit_id, next_attempt_at)
  SELECT t.id, e.id, e."timestamp"
  FROM entry e
    JOIN services s ON s.id = e.service_id
    JOIN notification_targets t ON t.team = s.team AND e.action = ANY (t.events)
  -- A target that is being removed is waited for, so that nothing refers to it when it is gone; in the order of whoever removes several.
  ORDER BY t.id
  FOR KEY SHARE OF t
)
SELECT count(*) FROM entry
